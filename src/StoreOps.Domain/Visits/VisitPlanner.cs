using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>Brings coming services together into visits, so that no limit is passed and visits and wasted life cost least.</summary>
/// <remarks>
/// The same question always has the same answer; no clock, no randomness. Work is bounded: the polynomial method by a fixed amount, the
/// exact one by <see cref="VisitProblem.NodeBudget"/>. The method and the claim of optimality are in docs/visits.md.
/// </remarks>
public static class VisitPlanner
{
    /// <summary>Plans visits.</summary>
    /// <param name="problem">The vehicle and its services.</param>
    /// <param name="method">How visits are chosen.</param>
    /// <returns>
    /// The visits. All that falls due within the horizon is done within it and within its limit. <see cref="VisitMethod.Bundled"/> never
    /// costs more than the other two methods.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    /// <exception cref="ArgumentException">Two services have one id, or the list of services was not set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value of the problem, or the method, is out of its range.</exception>
    public static VisitSolution Solve(VisitProblem problem, VisitMethod method = VisitMethod.Bundled)
    {
        ArgumentNullException.ThrowIfNull(problem);
        VisitChecks.Check(problem);
        var road = new VisitRoad(problem);
        var duePoints = VisitPolicies.DuePoints(road, VisitProblem.MaxVisits + 1);
        if (duePoints.Steps.Count > VisitProblem.MaxVisits)
        {
            road.EndAt(duePoints.Steps[VisitProblem.MaxVisits].Tick - 1);
            duePoints = VisitPolicies.DuePoints(road);
        }

        switch (method)
        {
            case VisitMethod.DuePoints:
                return Build(problem, road, duePoints, isProvenBest: false);
            case VisitMethod.Grid:
                return Build(problem, road, VisitPolicies.Grid(road), isProvenBest: false);
            case VisitMethod.Bundled:
                var known = VisitRollout.Plan(road).Cheaper(duePoints).Cheaper(VisitPolicies.Grid(road));
                var (best, isProvenBest) = VisitSearch.Improve(road, problem.NodeBudget, known);
                return Build(problem, road, best, isProvenBest);
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method.");
        }
    }

    /// <summary>Plans the visits of a vehicle from its maintenance plan.</summary>
    /// <param name="plan">The maintenance plan.</param>
    /// <param name="metersPerDay">How far the vehicle is driven a day, in meters; zero for one that stands.</param>
    /// <param name="options">How far to look and what is weighed; null for <see cref="VisitOptions.Default"/>.</param>
    /// <param name="method">How visits are chosen.</param>
    /// <returns>The visits; their dates have no spread.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance, an option or the method is out of its range.</exception>
    public static VisitPlan Plan(MaintenancePlan plan, int metersPerDay, VisitOptions? options = null, VisitMethod method = VisitMethod.Bundled) =>
        Plan(plan, new DailyDistance(metersPerDay, metersPerDay, metersPerDay), options, method);

    /// <summary>Plans the visits of a vehicle from its maintenance plan, with the spread of their dates.</summary>
    /// <param name="plan">The maintenance plan.</param>
    /// <param name="distance">How far the vehicle is driven a day.</param>
    /// <param name="options">How far to look and what is weighed; null for <see cref="VisitOptions.Default"/>.</param>
    /// <param name="method">How visits are chosen.</param>
    /// <returns>
    /// The visits at the expected distance. Services whose status is unknown are in no visit; what to ask first is beside them. What does
    /// not apply or needs no service never appears.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance, an option or the method is out of its range.</exception>
    public static VisitPlan Plan(MaintenancePlan plan, DailyDistance distance, VisitOptions? options = null, VisitMethod method = VisitMethod.Bundled)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= VisitOptions.Default;
        var items = new PlanItems(plan, options);
        var solution = Solve(
            new VisitProblem
            {
                Today = plan.Situation.Today,
                Odometer = plan.Situation.Odometer,
                MetersPerDay = distance.ExpectedMeters,
                HorizonKilometers = options.HorizonKilometers,
                HorizonDays = options.HorizonDays,
                VisitCost = options.VisitCost,
                GridKilometers = plan.Match.Schedule.BaseVisit?.Limits.EveryKilometers ?? 10_000,
                NodeBudget = options.NodeBudget,
                Items = [.. items.Items],
            },
            method);
        var visits = ImmutableArray.CreateBuilder<PlannedVisit>(solution.Visits.Length);
        foreach (var stop in solution.Visits)
        {
            var services = ImmutableArray.CreateBuilder<VisitService>(stop.Works.Length);
            foreach (var work in stop.Works)
            {
                if (!IsDoneByAnother(items.Services, stop, work.ItemIndex))
                    services.Add(new VisitService(items.Services[work.ItemIndex], work.IsPulledForward, work.EarlyKilometers, work.EarlyDays, work.LostLifeMillionths));
            }

            var (earliest, latest) = Spread(plan.Situation, distance, stop);
            visits.Add(new PlannedVisit(stop.Odometer, earliest, stop.Date, latest, services.ToImmutable()));
        }

        return new VisitPlan(visits.MoveToImmutable(), plan.AskFirst, solution.CostMicros, solution.LostLifeMillionths, solution.IsProvenBest);
    }

    // Who replaces a part need not look at it on the same visit.
    private static bool IsDoneByAnother(List<PlannedService> services, VisitStop stop, int index)
    {
        var service = services[index];
        foreach (var work in stop.Works)
        {
            var other = services[work.ItemIndex];
            if (other.Component.Id == service.Component.Id && other.Action == ServiceAction.Replace && service.Action != ServiceAction.Replace)
                return true;
        }

        return false;
    }

    // The vehicle reaches the visit's odometer earlier when it is driven more, and later when it is driven less; a date waits for neither.
    private static (LocalDate Earliest, LocalDate Latest) Spread(MaintenanceSituation situation, DailyDistance distance, VisitStop stop)
    {
        var calling = stop.Works.Where(work => !work.IsPulledForward).ToList();
        if (calling.Count > 0 && calling.TrueForAll(work => work.IsByDate))
            return (stop.Date, stop.Date);
        var days = Calendar.ToDay(stop.Date) - Calendar.ToDay(situation.Today);
        var early = distance.HighMeters > distance.ExpectedMeters ? days * (long)distance.ExpectedMeters / distance.HighMeters : days;
        var late = distance.LowMeters > 0 && distance.LowMeters < distance.ExpectedMeters ? days * (long)distance.ExpectedMeters / distance.LowMeters : days;
        var last = Calendar.LastDay - Calendar.ToDay(situation.Today);
        return (situation.Today.PlusDays((int)Math.Min(early, last)), situation.Today.PlusDays((int)Math.Min(late, last)));
    }

    private static VisitSolution Build(VisitProblem problem, VisitRoad road, VisitPath path, bool isProvenBest)
    {
        var windows = road.Start();
        var stops = ImmutableArray.CreateBuilder<VisitStop>(path.Steps.Count);
        var lost = 0L;
        foreach (var step in path.Steps)
        {
            var works = new List<VisitWork>();
            foreach (var term in step.Terms)
            {
                var due = windows[term].Due;
                var early = Math.Max(0, due - step.Tick);
                var lostHere = road.Terms[term].Lost(due, step.Tick);
                foreach (var item in road.Terms[term].Items)
                    works.Add(new VisitWork(item, early > 0, road.Axis.ToKilometers(early), road.Axis.ToDays(early), lostHere, windows[term].IsByDate));
                lost += (long)lostHere * road.Terms[term].Items.Count;
                windows[term] = road.Terms[term].After(step.Tick);
            }

            works.Sort((one, other) => one.ItemIndex.CompareTo(other.ItemIndex));
            stops.Add(new VisitStop(Odometer.FromKilometers(road.Axis.OdometerAt(step.Tick)), road.Axis.DateAt(step.Tick), [.. works]));
        }

        return new VisitSolution(stops.MoveToImmutable(), path.Cost, lost, isProvenBest, road.IsCutShort);
    }
}
