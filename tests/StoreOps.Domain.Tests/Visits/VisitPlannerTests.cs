using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;

namespace StoreOps.Domain.Tests.Visits;

public class VisitPlannerTests
{
    private static Config Many { get; } = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Solve_FewServices_CostsWhatTheBestOfAllWaitingPlansCosts()
    {
        var judged = 0;
        Prop.ForAll(AnyVisits.Small.ToArbitrary(), problem =>
        {
            if (BruteForce.Least(problem) is not { } least)
                return true;
            judged++;
            var plan = VisitPlanner.Solve(problem);
            // A plan that does not wait for limits can be cheaper where services count only shortly before theirs: the grid's is such a plan.
            least = Math.Min(least, VisitPlanner.Solve(problem, VisitMethod.Grid).CostMicros);
            return plan.IsProvenBest && plan.CostMicros == Math.Min(least, VisitPlanner.Solve(problem, VisitMethod.DuePoints).CostMicros);
        }).Check(Many);
        Assert.True(judged > 200, $"Only {judged} problems were small enough to look at all plans.");
    }

    // Dates follow the calendar, not the odometer: the search has to be right about them too, and where they meet kilometers.
    [Fact]
    public void Solve_ServicesByDate_CostsWhatTheBestOfAllWaitingPlansCosts()
    {
        var (judged, dated) = (0, 0);
        Prop.ForAll(AnyVisits.Dated.ToArbitrary(), problem =>
        {
            if (BruteForce.Least(problem) is not { } least)
                return true;
            judged++;
            var plan = VisitPlanner.Solve(problem);
            if (plan.Visits.Any(visit => visit.Works.Any(work => problem.Items[work.ItemIndex].DueKilometers is null)))
                dated++;
            least = Math.Min(least, VisitPlanner.Solve(problem, VisitMethod.Grid).CostMicros);
            return plan.IsProvenBest && plan.CostMicros == Math.Min(least, VisitPlanner.Solve(problem, VisitMethod.DuePoints).CostMicros)
                && problem.Items.Select((_, i) => i).All(i => KeepsItsLimits(problem, plan, i));
        }).Check(Many);
        Assert.True(judged > 200 && dated > 150, $"Only {judged} problems were small enough to look at all plans, {dated} of them with work by date.");
    }

    // Kilometers alone and hard limits: no plan whatever, on whichever days, beats the one whose visits wait for a limit.
    [Fact]
    public void Solve_PlainServices_NoVisitsOnAnyDaysCostLess() =>
        Prop.ForAll(AnyVisits.Plain.ToArbitrary(), problem =>
        {
            var plan = VisitPlanner.Solve(problem);
            // A millionth of an interval is cut off each time: at most 100 for each of at most 40 services done.
            return plan.IsProvenBest && Math.Abs(plan.CostMicros - BruteForce.LeastOnAnyDays(problem)) <= 4_000;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Solve_AnyServices_CostsNoMoreThanDuePointsOrGrid() =>
        Prop.ForAll(AnyVisits.Large.ToArbitrary(), problem =>
        {
            var ours = VisitPlanner.Solve(problem).CostMicros;
            return ours <= VisitPlanner.Solve(problem, VisitMethod.DuePoints).CostMicros && ours <= VisitPlanner.Solve(problem, VisitMethod.Grid).CostMicros;
        }).Check(Many);

    [Theory]
    [InlineData(VisitMethod.Bundled)]
    [InlineData(VisitMethod.DuePoints)]
    [InlineData(VisitMethod.Grid)]
    public void Solve_AnyServices_PassesNoLimitAndAddsUp(VisitMethod method) =>
        Prop.ForAll(AnyVisits.Large.ToArbitrary(), problem =>
        {
            var plan = VisitPlanner.Solve(problem, method);
            var lost = plan.Visits.Sum(visit => visit.Works.Sum(work => (long)work.LostLifeMillionths));
            var cost = (plan.Visits.Length * problem.VisitCost * 1_000_000L)
                + plan.Visits.Sum(visit => visit.Works.Sum(work => (long)work.LostLifeMillionths * problem.Items[work.ItemIndex].CostPerLife));
            return lost == plan.LostLifeMillionths && cost == plan.CostMicros && plan.Visits.All(visit => !visit.Works.IsEmpty)
                && problem.Items.Select((_, i) => i).All(i => KeepsItsLimits(problem, plan, i));
        }).Check(Many);

    [Fact]
    public void Solve_ServicesInAnotherOrder_CostsTheSame() =>
        Prop.ForAll(AnyVisits.Small.ToArbitrary(), problem =>
            VisitPlanner.Solve(problem).CostMicros == VisitPlanner.Solve(problem with { Items = [.. problem.Items.Reverse()] }).CostMicros).Check(Many);

    [Fact]
    public void Solve_Twice_IsTheSame() =>
        Prop.ForAll(AnyVisits.Large.ToArbitrary(), problem =>
        {
            var (one, other) = (VisitPlanner.Solve(problem), VisitPlanner.Solve(problem));
            return one.CostMicros == other.CostMicros && one.Visits.Length == other.Visits.Length
                && one.Visits.Zip(other.Visits, (a, b) => a.Date == b.Date && a.Odometer == b.Odometer && a.Works.SequenceEqual(b.Works)).All(same => same);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Solve_OilAndFilterNearby_SharesTheVisit()
    {
        var plan = VisitPlanner.Solve(Problem(20_000, Every("oil", 10_000, 300), Every("cabin-filter", 11_000, 120)));
        Assert.Equal([10_000, 20_000], plan.Visits.Select(visit => visit.Odometer.Kilometers));
        Assert.Equal<VisitWork>([new VisitWork(0, false, 0, 0, 0), new VisitWork(1, true, 1_000, 25, 90_909)], plan.Visits[0].Works.AsEnumerable());
        Assert.True(plan.IsProvenBest);
    }

    [Fact]
    public void Solve_DearServiceFarFromItsLimit_IsLeftAlone()
    {
        var plan = VisitPlanner.Solve(Problem(100_000, Every("oil", 60_000, 300), Every("timing-belt", 100_000, 3_000)));
        Assert.Equal([60_000, 100_000], plan.Visits.Select(visit => visit.Odometer.Kilometers));
    }

    [Fact]
    public void Solve_PastItsLimit_IsDoneTodayAndLosesNothing()
    {
        var late = Every("oil", 10_000, 300) with { DueKilometers = 1_000 };
        var plan = VisitPlanner.Solve(Problem(5_000, late) with { Odometer = Odometer.FromKilometers(2_000) });
        Assert.Equal((2_000, AnyVisits.Today, 0L), (plan.Visits[0].Odometer.Kilometers, plan.Visits[0].Date, plan.LostLifeMillionths));
    }

    [Fact]
    public void Solve_MonthsFromTheEndOfAMonth_FollowsTheCalendar()
    {
        var fluid = new VisitItem { Id = "brake-fluid", DueDate = AnyVisits.Today.PlusMonths(1), EveryMonths = 1 };
        var plan = VisitPlanner.Solve(Problem(100_000, fluid) with { HorizonDays = 120 });
        // 31 January, cut to 28 February, and from there the 28th: each interval begins where the service was done.
        Assert.Equal(
            [new LocalDate(2026, 2, 28), new LocalDate(2026, 3, 28), new LocalDate(2026, 4, 28), new LocalDate(2026, 5, 28)], plan.Visits.Select(visit => visit.Date));
    }

    [Fact]
    public void Solve_VehicleThatStands_CountsTimeAlone()
    {
        var both = Every("oil", 10_000, 300) with { DueDate = AnyVisits.Today.PlusMonths(12), EveryMonths = 12 };
        var plan = VisitPlanner.Solve(Problem(100_000, both, Every("plugs", 1, 100)) with { MetersPerDay = 0, HorizonDays = 800 });
        Assert.Equal([new LocalDate(2027, 1, 31), new LocalDate(2028, 1, 31)], plan.Visits.Select(visit => visit.Date));
        Assert.All(plan.Visits, visit => Assert.Equal([0], visit.Works.Select(work => work.ItemIndex)));
    }

    [Fact]
    public void Solve_GridPointDoneTooEarlyToCount_IsNotPulled()
    {
        var grid = Every("plugs", 20_000, 10) with { GridFromKilometers = 0, EarlyKilometers = 3_000 };
        var plan = VisitPlanner.Solve(Problem(20_000, Every("oil", 16_000, 10), grid));
        Assert.Equal([16_000, 20_000], plan.Visits.Select(visit => visit.Odometer.Kilometers));
        plan = VisitPlanner.Solve(Problem(39_000, Every("oil", 17_000, 10), grid));
        Assert.Equal([17_000, 34_000], plan.Visits.Select(visit => visit.Odometer.Kilometers));
        Assert.True(plan.Visits[0].Works[1].IsPulledForward);
    }

    [Fact]
    public void Solve_EveryKilometerForever_EndsAtTheLargestNumberOfVisits()
    {
        var plan = VisitPlanner.Solve(Problem(1_000_000, Every("oil", 1, 1), Every("plugs", 7, 1)));
        Assert.True(plan.IsCutShort);
        Assert.InRange(plan.Visits.Length, VisitProblem.MaxVisits * 9 / 10, VisitProblem.MaxVisits);
    }

    [Fact]
    public void Solve_LastDayOfTheCalendar_Ends()
    {
        var item = new VisitItem { Id = "fluid", DueDate = new LocalDate(9999, 12, 31), EveryMonths = 1 };
        Assert.Single(VisitPlanner.Solve(Problem(10, item) with { Today = new LocalDate(9999, 12, 31) }).Visits);
    }

    [Fact]
    public void Solve_NothingToDo_HasNoVisits() => Assert.Empty(VisitPlanner.Solve(Problem(100_000)).Visits);

    [Fact]
    public void Solve_ValuesOutOfRange_AreRefusedByName()
    {
        var fine = Problem(10_000, Every("oil", 10_000, 1));
        VisitProblem[] wrong =
        [
            fine with { MetersPerDay = -1 }, fine with { MetersPerDay = VisitProblem.MaxMetersPerDay + 1 }, fine with { HorizonKilometers = -1 },
            fine with { HorizonDays = VisitProblem.MaxHorizonDays + 1 }, fine with { VisitCost = VisitProblem.MaxCost + 1 }, fine with { GridKilometers = 0 },
            fine with { NodeBudget = -1 }, fine with { Items = [Every("oil", 0, 1)] }, fine with { Items = [Every("oil", 1, -1)] },
            fine with { Items = [Every("oil", 1, 1) with { EveryMonths = 0 }] }, fine with { Items = [Every("oil", 1, 1) with { LateDays = -1 }] },
        ];
        Assert.All(wrong, problem => Assert.Throws<ArgumentOutOfRangeException>(() => VisitPlanner.Solve(problem)));
        Assert.Throws<ArgumentException>(() => VisitPlanner.Solve(fine with { Items = default }));
        Assert.Throws<ArgumentException>(() => VisitPlanner.Solve(fine with { Items = [.. fine.Items, .. fine.Items] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => VisitPlanner.Solve(fine, (VisitMethod)9));
    }

    private static VisitItem Every(string id, int kilometers, int cost) =>
        new() { Id = id, DueKilometers = kilometers, EveryKilometers = kilometers, CostPerLife = cost };

    private static VisitProblem Problem(int horizon, params VisitItem[] items) => new()
    {
        Today = AnyVisits.Today,
        Odometer = default,
        MetersPerDay = 40_000,
        HorizonKilometers = horizon,
        VisitCost = 200,
        Items = [.. items],
    };

    // By what the customer is told, whole kilometers and days: from each service the next follows in time, until the horizon.
    private static bool KeepsItsLimits(VisitProblem problem, VisitSolution plan, int index)
    {
        var item = problem.Items[index];
        var done = plan.Visits.Where(visit => visit.Works.Any(work => work.ItemIndex == index)).ToList();
        var (byKilometers, byDate) = (item.DueKilometers, item.DueDate);
        foreach (var visit in done)
        {
            // What is past already is done today.
            var isToday = visit.Date == problem.Today;
            if (!isToday && (visit.Odometer.Kilometers > byKilometers + item.LateKilometers + 1 || visit.Date > byDate?.PlusDays(item.LateDays)))
                return false;
            byKilometers = item.EveryKilometers is not { } every ? null
                : item.GridFromKilometers is null ? visit.Odometer.Kilometers + every
                : (((visit.Odometer.Kilometers + (item.EarlyKilometers ?? 0)) / every) + 1) * every;
            byDate = item.EveryMonths is { } months ? visit.Date.PlusMonths(months) : null;
        }

        var lastDay = problem.Today.PlusDays(problem.HorizonDays);
        var lastKilometers = problem.Odometer.Kilometers + Math.Min(problem.HorizonKilometers, problem.HorizonDays * (long)problem.MetersPerDay / 1_000);
        var isDueAgain = byKilometers + 1 < lastKilometers || (byDate < lastDay && byDate < DateAt(problem, lastKilometers));
        return !isDueAgain;
    }

    private static LocalDate DateAt(VisitProblem problem, long kilometers) =>
        problem.Today.PlusDays((int)((kilometers - problem.Odometer.Kilometers) * 1_000 / problem.MetersPerDay));
}
