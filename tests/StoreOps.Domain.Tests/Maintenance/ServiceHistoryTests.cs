using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class ServiceHistoryTests
{
    private static Gen<ServiceRecord> AnyRecord { get; } =
        from id in Gen.Elements(null, "a", "b", "c")
        from revision in Gen.Choose(0, 3)
        from component in Gen.Elements("engine-oil", "air-filter")
        from action in Gen.Elements(ServiceAction.Inspect, ServiceAction.Replace)
        from day in Gen.Choose(-1, 3)
        from kilometers in Gen.Choose(-1, 3)
        from extent in Gen.Elements(Enum.GetValues<ServiceExtent>())
        from origin in Gen.Elements(Enum.GetValues<RecordOrigin>())
        from meter in Gen.Choose(0, 2)
        select new ServiceRecord(
            component, action, day < 0 ? null : new LocalDate(2026, 1, 1).PlusDays(day), kilometers < 0 ? null : Odometer.FromKilometers(kilometers))
        {
            Id = id,
            Revision = revision,
            Extent = extent,
            Origin = origin,
            Meters = meter == 0 ? [] : [new MeterReading("hours", meter)],
        };

    private static Arbitrary<ServiceHistory> Histories { get; } = Gen.ListOf(AnyRecord).Select(ServiceHistory.Of).ToArbitrary();

    [Fact]
    public void Merge_AnyTwo_CommutesAndIsIdempotent() => Prop.ForAll(Histories, Histories, (one, other) =>
        Same(one.Merge(other), other.Merge(one)) && Same(one.Merge(one), one) && Same(one.Merge(other).Merge(other), one.Merge(other))
        && Same(one.Merge(ServiceHistory.Empty), one)).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_AnyThree_IsAssociative() => Prop.ForAll(Histories, Histories, Histories, (a, b, c) =>
        Same(a.Merge(b).Merge(c), a.Merge(b.Merge(c)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyOrderAndRepetition_IsTheSame() => Prop.ForAll(Gen.ListOf(AnyRecord).ToArbitrary(), records =>
        Same(ServiceHistory.Of(records), ServiceHistory.Of(Enumerable.Reverse(records).Concat(records)))).QuickCheckThrowOnFailure();

    [Fact]
    public void With_SameIdHigherRevision_Corrects()
    {
        var typed = Record("1", 61_000);
        var corrected = typed with { Odometer = Odometer.FromKilometers(60_100), Revision = 1 };
        Assert.Equal([corrected], ServiceHistory.Of([corrected]).With(typed).Records.AsEnumerable());
        Assert.Equal([corrected], ServiceHistory.Of([typed]).With(corrected).Records.AsEnumerable());
        var history = ServiceHistory.Of([typed]);
        Assert.Same(history, history.With(typed));
    }

    [Fact]
    public void Undo_ARecord_IsNeverDoneAndStaysUndoneWhenMergedAgain()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""");
        var before = ServiceHistory.Of([Record("1", 50_000), Record("2", 60_000)]);
        var after = before.Undo("2").Merge(before);
        Assert.Equal(70_000, Workshop.Plan(schedule, 61_000, before.Records).Services[0].Due.DueKilometers);
        Assert.Equal(60_000, Workshop.Plan(schedule, 61_000, after.Records).Services[0].Due.DueKilometers);
        Assert.Same(after, after.Undo("2"));
        Assert.Same(after, after.Undo("no such record"));
    }

    [Fact]
    public void Plan_DoneInPart_CountsAsLookedAt()
    {
        var schedule = Workshop.Rules("""
            {"component":"spark-plugs","actions":["replace"],"everyKilometers":60000},{"component":"spark-plugs","actions":["inspect"],"everyKilometers":20000}
            """);
        var two = Workshop.Done("spark-plugs", ServiceAction.Replace, 60_000) with { Extent = ServiceExtent.Part };
        var plan = Workshop.Plan(schedule, 60_500, [Workshop.Done("spark-plugs", ServiceAction.Replace, 0), two]);
        Assert.Equal(60_000, plan.Of("spark-plugs", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(80_000, plan.Of("spark-plugs", ServiceAction.Inspect).Due.DueKilometers);
        Assert.Equal([HistoryFindingKind.DoneInPart], plan.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Plan_DoneElsewhere_IsNotSoldAndSaysOnWhoseWord()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""");
        var undated = new ServiceRecord("engine-oil", ServiceAction.Replace, null, null) { Origin = RecordOrigin.Elsewhere };
        var due = Workshop.Plan(schedule, 61_000, [undated]).Services[0].Due;
        Assert.Equal((MaintenanceStatus.DoneElsewhere, PlanReason.DoneElsewhereUndated), (due.Status, due.Reason));
        due = Workshop.Plan(schedule, 61_000, [undated with { Odometer = Odometer.FromKilometers(60_000) }]).Services[0].Due;
        Assert.Equal((MaintenanceStatus.DoneElsewhere, PlanReason.WithinInterval, 70_000), (due.Status, due.Reason, due.DueKilometers!.Value));
        Assert.Equal(MaintenanceStatus.Upcoming, Workshop.Plan(schedule, 69_000, [undated with { Odometer = Odometer.FromKilometers(60_000) }]).Services[0].Status);
        // Our own later record speaks for itself.
        var own = Workshop.Done("engine-oil", ServiceAction.Replace, 60_500);
        Assert.Equal(MaintenanceStatus.Ok, Workshop.Plan(schedule, 61_000, [undated, own]).Services[0].Status);
    }

    [Fact]
    public void Plan_EstimatedOdometer_IsUsedAndFlagged()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""");
        var plan = Workshop.Plan(schedule, 61_000, [Workshop.Done("engine-oil", ServiceAction.Replace, 60_000) with { IsOdometerEstimated = true }]);
        Assert.Equal((70_000, true), (plan.Services[0].Due.DueKilometers!.Value, plan.Services[0].Last.IsOdometerEstimated));
        Assert.Equal([HistoryFindingKind.OdometerEstimated], plan.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Plan_Deferral_HoldsUntilWhatWasAgreed()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""");
        PlannedService At(int kilometers, params ServiceDeferral[] deferrals) => Workshop.Planner.Plan(
            new MaintenanceSituation
            {
                Vehicle = Workshop.VehicleOf(schedule),
                Today = Workshop.Today,
                Odometer = Odometer.FromKilometers(kilometers),
                History = [Workshop.Done("engine-oil", ServiceAction.Replace, 50_000)],
                Deferrals = [.. deferrals],
            },
            new ScheduleMatch(schedule, ScheduleMatchLevel.Model)).Services[0];

        var until = new ServiceDeferral("engine-oil", ServiceAction.Replace, null, Odometer.FromKilometers(63_000));
        Assert.Equal((MaintenanceStatus.Deferred, PlanReason.PutOff, -2_500), (At(62_500, until).Status, At(62_500, until).Due.Reason, At(62_500, until).Due.KilometersLeft!.Value));
        Assert.Equal(MaintenanceStatus.Overdue, At(63_000, until).Status);
        Assert.Equal(MaintenanceStatus.Overdue, At(62_500, until with { UntilDate = Workshop.Today }).Status);
        Assert.Equal(MaintenanceStatus.Overdue, At(62_500, until with { UntilOdometer = null }).Status);
        Assert.Equal(MaintenanceStatus.Overdue, At(62_500, until with { Action = ServiceAction.Inspect }).Status);
        Assert.Equal(MaintenanceStatus.Ok, At(52_000, until).Status);
        Assert.False(At(62_500, until).IsToDo);
    }

    private static bool Same(ServiceHistory one, ServiceHistory other) => one.Records.SequenceEqual(other.Records);

    private static ServiceRecord Record(string id, int kilometers) => Workshop.Done("engine-oil", ServiceAction.Replace, kilometers) with { Id = id };
}
