namespace StoreOps.Domain.Visits;

/// <summary>
/// The polynomial method: at each visit every prefix of what could be pulled forward, the least loss first, is tried and driven to the
/// horizon by each threshold policy; the best is kept (rollout: Bertsekas, Tsitsiklis and Wu 1997). What the best policy would do is among
/// the prefixes, so that the plan never costs more than the best policy alone.
/// </summary>
internal static class VisitRollout
{
    // Visits driven in all trials together; past it the best policy so far is followed to the end.
    private const int WorkBudget = 200_000;

    private static readonly int[] ThresholdPercents = [0, 12, 25, 50, 100];

    public static VisitPath Plan(VisitRoad road)
    {
        var work = WorkBudget;
        var windows = road.Start();
        var steps = new List<VisitStep>();
        var cost = 0L;
        var best = Best(road, windows, ref work).Threshold;
        while (work > 0 && road.NextVisit(windows) is var tick && tick < VisitAxis.Never)
        {
            var (forced, optional) = Split(road, windows, tick);
            foreach (var term in forced)
                cost += road.Do(windows, term, tick);
            var count = 0;
            var least = long.MaxValue;
            var trial = (VisitWindow[])windows.Clone();
            var pulled = 0L;
            for (var taken = 0; taken <= optional.Length; taken++)
            {
                if (taken > 0)
                    pulled += road.Do(trial, optional[taken - 1], tick);
                var (rest, threshold) = Best(road, trial, ref work);
                if (pulled + rest < least)
                    (least, count, best) = (pulled + rest, taken, threshold);
            }

            for (var i = 0; i < count; i++)
                cost += road.Do(windows, optional[i], tick);
            cost += road.VisitCost;
            steps.Add(new VisitStep(tick, [.. forced, .. optional.Take(count)]));
        }

        cost += VisitPolicies.Threshold(road, windows, best, ref work, steps);
        return new VisitPath(cost, steps);
    }

    private static (int[] Forced, int[] Optional) Split(VisitRoad road, VisitWindow[] windows, long tick)
    {
        var forced = new List<int>();
        var optional = new List<int>();
        for (var i = 0; i < windows.Length; i++)
        {
            if (!road.IsWanted(windows[i]))
                continue;
            if (road.LatestOf(windows[i]) == tick)
                forced.Add(i);
            else if (windows[i].Earliest <= tick)
                optional.Add(i);
        }

        return ([.. forced], [.. optional.OrderBy(i => road.Terms[i].CostMicros(windows[i].Due, tick)).ThenBy(i => i)]);
    }

    private static (long Cost, long Threshold) Best(VisitRoad road, VisitWindow[] windows, ref int work)
    {
        var best = (Cost: long.MaxValue, Threshold: VisitPolicies.Nothing);
        var trial = new VisitWindow[windows.Length];
        for (var i = -1; i < ThresholdPercents.Length; i++)
        {
            var threshold = i < 0 ? VisitPolicies.Nothing : road.VisitCost / 100 * ThresholdPercents[i];
            windows.CopyTo(trial, 0);
            var cost = VisitPolicies.Threshold(road, trial, threshold, ref work);
            if (cost < best.Cost)
                best = (cost, threshold);
        }

        return best;
    }
}
