using NodaTime;

using StoreOps.Domain.Visits;

namespace StoreOps.Domain.Tests.Visits;

/// <summary>
/// The cost of the best plan by looking at all of them: no memory, no bounds, no joining of services alike, and the calendar of NodaTime.
/// Shares no code with the planner.
/// </summary>
internal sealed class BruteForce
{
    private const long Never = long.MaxValue / 8;

    private readonly VisitProblem _problem;
    private readonly long _horizon;
    private int _nodesLeft;

    private BruteForce(VisitProblem problem, int nodes)
    {
        _problem = problem;
        _nodesLeft = nodes;
        _horizon = Math.Min(problem.HorizonKilometers * 1_000L, problem.HorizonDays * (long)problem.MetersPerDay);
    }

    /// <summary>The least cost of all plans whose visits wait for some service's last chance; null when there are too many to look at.</summary>
    public static long? Least(VisitProblem problem, int nodes = 300_000)
    {
        var search = new BruteForce(problem, nodes);
        var best = search.Rest([.. problem.Items.Select(item => search.Window(
            item,
            item.DueKilometers is { } km ? (km - problem.Odometer.Kilometers) * 1_000L : Never,
            item.DueDate is { } date ? (long)Period.Between(problem.Today, date, PeriodUnits.Days).Days * problem.MetersPerDay : Never))]);
        return search._nodesLeft > 0 ? best : null;
    }

    /// <summary>The least cost of all plans of vehicles driven 1 km a day, visits on any days, for services in kilometers alone.</summary>
    public static long LeastOnAnyDays(VisitProblem problem)
    {
        var days = problem.HorizonKilometers + 1;
        var least = long.MaxValue;
        for (var visits = 0; visits < 1 << days; visits++)
        {
            var cost = System.Numerics.BitOperations.PopCount((uint)visits) * problem.VisitCost * 1_000_000L;
            foreach (var item in problem.Items)
                cost = cost >= least ? least : cost + Chain(item, item.DueKilometers!.Value, visits, problem.HorizonKilometers, from: 0, least - cost);
            least = Math.Min(least, cost);
        }

        return least;
    }

    // The cheapest way to do one service at some of the given days.
    private static long Chain(VisitItem item, int due, int visits, int horizon, int from, long bound)
    {
        if (due > horizon)
            return 0;
        var least = bound;
        for (var day = from; day <= due; day++)
        {
            if ((visits & (1 << day)) == 0)
                continue;
            var every = item.EveryKilometers!.Value;
            var here = item.CostPerLife * (Math.Min(due - day, every) * 1_000_000L / every);
            if (here < least)
                least = Math.Min(least, here + Chain(item, day + every, visits, horizon, day + 1, least - here));
        }

        return least;
    }

    private (long Earliest, long Due, long Latest) Window(VisitItem item, long byKilometers, long byDate)
    {
        var due = Math.Min(byKilometers, byDate);
        if (due == Never)
            return (Never, Never, Never);
        var lateKilometers = byKilometers == Never ? Never : item.LateKilometers * 1_000L;
        var lateDays = byDate == Never ? Never : item.LateDays * (long)_problem.MetersPerDay;
        var early = byKilometers <= byDate
            ? (item.EarlyKilometers ?? (item.GridFromKilometers is null ? null : 0)) * 1_000L
            : item.EarlyDays * (long)_problem.MetersPerDay;
        return (due - (early ?? Never), due, Math.Max(0, due + Math.Min(lateKilometers, lateDays)));
    }

    private (long Earliest, long Due, long Latest) Next(VisitItem item, long tick)
    {
        var byKilometers = Never;
        if (item.EveryKilometers is { } every && item.GridFromKilometers is { } origin)
        {
            var point = Math.Max(origin, item.GridFirstKilometers ?? 0);
            if (item.GridFirstKilometers is null || point > item.GridFirstKilometers)
                point = origin;
            var reached = _problem.Odometer.Kilometers + (tick / 1_000) + (item.EarlyKilometers ?? 0);
            // The first point, then those of the grid.
            if (point <= reached)
            {
                point = origin;
                while (point <= reached)
                    point += every;
            }

            byKilometers = (point - _problem.Odometer.Kilometers) * 1_000L;
        }
        else if (item.EveryKilometers is { } distance)
        {
            byKilometers = tick + (distance * 1_000L);
        }

        var byDate = Never;
        if (item.EveryMonths is { } months)
        {
            var day = _problem.Today.PlusDays((int)(tick / _problem.MetersPerDay));
            byDate = (Period.Between(_problem.Today, day.PlusMonths(months), PeriodUnits.Days).Days * (long)_problem.MetersPerDay) + (tick % _problem.MetersPerDay);
        }

        return Window(item, byKilometers, byDate);
    }

    private long Lost(VisitItem item, long ticks)
    {
        if (ticks <= 0)
            return 0;
        var spans = new List<long>();
        if (item.EveryKilometers is { } every)
            spans.Add(every * 1_000L);
        if (item.EveryMonths is { } months)
            spans.Add(months * 3_044L * _problem.MetersPerDay / 100);
        if (spans.Count == 0)
            spans.Add(item.DueKilometers is > 0 and var once ? once * 1_000L : 365L * _problem.MetersPerDay);
        return item.CostPerLife * (Math.Min(ticks, spans.Min()) * 1_000_000L / spans.Min());
    }

    private long Rest((long Earliest, long Due, long Latest)[] windows)
    {
        var wanted = Enumerable.Range(0, windows.Length).Where(i => windows[i].Due <= _horizon).ToList();
        if (wanted.Count == 0 || _nodesLeft-- <= 0)
            return 0;
        var tick = wanted.Min(i => Math.Min(windows[i].Latest, _horizon));
        var forced = wanted.Where(i => Math.Min(windows[i].Latest, _horizon) == tick).ToList();
        var optional = wanted.Except(forced).Where(i => windows[i].Earliest <= tick).ToList();
        var least = long.MaxValue;
        for (var set = 0; set < 1 << optional.Count && _nodesLeft > 0; set++)
        {
            var next = ((long, long, long)[])windows.Clone();
            var cost = _problem.VisitCost * 1_000_000L;
            foreach (var i in forced.Concat(optional.Where((_, place) => (set & (1 << place)) != 0)))
            {
                cost += Lost(_problem.Items[i], windows[i].Due - tick);
                next[i] = Next(_problem.Items[i], tick);
            }

            least = Math.Min(least, cost + Rest(next));
        }

        return least;
    }
}
