using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class PlanStatusTests
{
    private const string Oil = """{"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"everyMonths":12}""";

    [Theory]
    [InlineData(17_499, MaintenanceStatus.Ok, PlanReason.WithinInterval)]
    [InlineData(17_500, MaintenanceStatus.Upcoming, PlanReason.LimitNear)]
    [InlineData(19_999, MaintenanceStatus.Upcoming, PlanReason.LimitNear)]
    [InlineData(20_000, MaintenanceStatus.Due, PlanReason.LimitReached)]
    [InlineData(20_001, MaintenanceStatus.InTolerance, PlanReason.WithinTolerance)]
    [InlineData(21_000, MaintenanceStatus.InTolerance, PlanReason.WithinTolerance)]
    [InlineData(21_001, MaintenanceStatus.Overdue, PlanReason.LimitPassed)]
    public void Plan_Kilometers_TurnAtTheWindowTheLimitAndTheTolerance(int kilometers, MaintenanceStatus status, PlanReason reason)
    {
        // 3,000 km ahead is the default, a quarter of 10,000 is less.
        var due = Only(Oil, kilometers, [Workshop.Done("engine-oil", ServiceAction.Replace, 10_000)]);
        Assert.Equal((status, reason, 20_000, 20_000 - kilometers), (due.Status, due.Reason, due.DueKilometers!.Value, due.KilometersLeft!.Value));
    }

    [Theory]
    [InlineData(-61, MaintenanceStatus.Ok)]
    [InlineData(-60, MaintenanceStatus.Upcoming)]
    [InlineData(-1, MaintenanceStatus.Upcoming)]
    [InlineData(0, MaintenanceStatus.Due)]
    [InlineData(1, MaintenanceStatus.InTolerance)]
    [InlineData(30, MaintenanceStatus.InTolerance)]
    [InlineData(31, MaintenanceStatus.Overdue)]
    public void Plan_Days_TurnAtTheWindowTheLimitAndTheTolerance(int daysAfter, MaintenanceStatus status)
    {
        var done = Workshop.Today.PlusDays(-daysAfter).PlusMonths(-12);
        var due = Only(Oil, 10_500, [Workshop.Done("engine-oil", ServiceAction.Replace, 10_000, done)]);
        Assert.Equal((status, GoverningLimit.Months, -daysAfter), (due.Status, due.Governing, due.DaysLeft!.Value));
        Assert.Equal(9_500, due.KilometersLeft);
    }

    [Fact]
    public void Plan_LongInterval_LooksNoFurtherAheadThanTheOptions()
    {
        const string Plugs = """{"component":"spark-plugs","actions":["replace"],"everyKilometers":120000}""";
        Assert.Equal(MaintenanceStatus.Ok, Only(Plugs, 116_999).Status);
        Assert.Equal(MaintenanceStatus.Upcoming, Only(Plugs, 117_000).Status);
        Assert.Equal(MaintenanceStatus.Ok, Only(Plugs, 117_000, options: new PlanningOptions { UpcomingKilometers = 0 }).Status);
        Assert.Equal(MaintenanceStatus.Upcoming, Only(Plugs, 90_000, options: new PlanningOptions { UpcomingKilometers = int.MaxValue }).Status);
    }

    [Fact]
    public void Plan_NoRecordPastTheFirstLimit_IsUnknownAndAskedFirst()
    {
        var due = Only(Oil, 200_000);
        Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NoHistory), (due.Status, due.Reason));
        Assert.Equal((MaintenanceStatus.Ok, PlanReason.FirstNotReached), (Only(Oil, 100).Status, Only(Oil, 100).Reason));
    }

    [Fact]
    public void AskFirst_LongestPastItsOwnInterval_ComesFirst()
    {
        var plan = Workshop.Plan(Workshop.Rules("""
            {"component":"spark-plugs","actions":["replace"],"everyKilometers":100000},
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000},
            {"component":"air-filter","actions":["replace"],"everyKilometers":60000}
            """), 150_000);
        Assert.Equal(["engine-oil", "air-filter", "spark-plugs"], plan.AskFirst.Select(service => service.Component.Id));
    }

    [Theory]
    [InlineData("grid", 13_000, 20_000)]
    [InlineData("grid", 8_000, 20_000)]
    [InlineData("grid", 7_000, 10_000)]
    [InlineData("last-done", 13_000, 23_000)]
    [InlineData("last-done", 8_000, 18_000)]
    public void Plan_Anchor_DecidesWhereTheNextIntervalBegins(string anchor, int done, int next) =>
        Assert.Equal(next, Only(
            """{"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"anchor":"ANCHOR"}""".Replace("ANCHOR", anchor, StringComparison.Ordinal),
            14_000,
            [Workshop.Done("engine-oil", ServiceAction.Replace, done)]).DueKilometers);

    [Fact]
    public void Plan_MandatoryFirst_IsDoneOnce()
    {
        const string First = """{"component":"service","actions":["service"],"firstKilometers":3000,"firstMonths":3,"mandatoryFirst":true}""";
        Assert.Equal(MaintenanceStatus.Upcoming, Only(First, 2_900).Status);
        Assert.Equal(PlanReason.NoProofOfFirst, Only(First, 3_000).Reason);
        var done = Only(First, 300_000, [Workshop.Done("service", ServiceAction.Service, 3_100)]);
        Assert.Equal((MaintenanceStatus.Ok, PlanReason.DoneOnce), (done.Status, done.Reason));
    }

    [Fact]
    public void Plan_ReplacementDue_IncludesItsInspection()
    {
        var schedule = Workshop.Schedule("mazda2-2019-il-petrol");
        var plan = Workshop.Plan(schedule, 60_000, [Workshop.Done("air-filter", ServiceAction.Replace, 0), Workshop.Done("air-filter", ServiceAction.Clean, 45_000)]);
        var clean = plan.Of("air-filter", ServiceAction.Clean);
        Assert.Equal((true, PlanReason.IncludedInReplacement, false), (clean.Due.IsDue, clean.Due.Reason, clean.IsToDo));
        Assert.DoesNotContain(clean, plan.Due);
        Assert.Contains(plan.Of("air-filter", ServiceAction.Replace), plan.Due);
    }

    [Fact]
    public void Plan_Replaced_CountsAsInspectedButNotTheOtherWay()
    {
        var schedule = Workshop.Schedule("mazda3-2016-au-petrol");
        var replaced = Workshop.Plan(schedule, 45_000, [Workshop.Done("brake-fluid", ServiceAction.Replace, 40_000)]);
        Assert.Equal(50_000, replaced.Of("brake-fluid", ServiceAction.Inspect).Due.DueKilometers);
        var inspected = Workshop.Plan(schedule, 45_000, [Workshop.Done("brake-fluid", ServiceAction.Inspect, 40_000)]);
        Assert.False(inspected.Of("brake-fluid", ServiceAction.Replace).Last.IsRecorded);
    }

    [Fact]
    public void Plan_JeepRotation_FollowsTheOilChange()
    {
        var plan = Workshop.Plan(Workshop.Schedule("jeep-grand-cherokee-china"), 20_000, [Workshop.Done("tire-rotation", ServiceAction.Rotate, 12_000)]);
        var rotation = plan.Of("tire-rotation", ServiceAction.Rotate);
        Assert.Equal((12_000, 6), (rotation.Limits.EveryKilometers!.Value, rotation.Limits.EveryMonths!.Value));
        Assert.Equal(24_000, rotation.Due.DueKilometers);
    }

    [Fact]
    public void Plan_HalfARecord_IsUnknownUnlessTheKnownHalfIsDue()
    {
        var byDate = new ServiceRecord("engine-oil", ServiceAction.Replace, Workshop.Today, null);
        var due = Only(Oil, 50_000, [byDate]);
        Assert.Equal((MaintenanceStatus.Unknown, PlanReason.RecordIncomplete), (due.Status, due.Reason));
        due = Only(Oil, 50_000, [byDate with { Date = Workshop.Today.PlusMonths(-12) }]);
        Assert.Equal((MaintenanceStatus.Due, GoverningLimit.Months), (due.Status, due.Governing));
        due = Only(Oil, 50_000, [byDate with { Date = null, Odometer = Odometer.FromKilometers(30_000) }]);
        Assert.Equal((MaintenanceStatus.Overdue, GoverningLimit.Kilometers), (due.Status, due.Governing));
    }

    [Fact]
    public void Plan_NoRegistration_SaysWhatIsMissing()
    {
        var schedule = Workshop.Rules(Oil);
        var plan = Workshop.Plan(schedule, 100, vehicle: Workshop.VehicleOf(schedule) with { FirstRegistration = null });
        Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NeedsRegistration), (plan.Services[0].Status, plan.Services[0].Due.Reason));
    }

    [Fact]
    public void Plan_RegistrationAtTheEndOfTheCalendar_DoesNotThrow()
    {
        // Shops write 9999-12-31 for "not known".
        var schedule = Workshop.Rules(Oil);
        var plan = Workshop.Plan(schedule, 100, vehicle: Workshop.VehicleOf(schedule) with { FirstRegistration = NodaTime.LocalDate.MaxIsoValue });
        Assert.Equal(NodaTime.LocalDate.MaxIsoValue, plan.Services[0].Due.DueDate);
    }

    [Fact]
    public void Plan_DueList_HasOverdueBeforeDue()
    {
        var plan = Workshop.Plan(
            Workshop.Rules("""
                {"component":"engine-oil","actions":["replace"],"everyKilometers":10000},
                {"component":"air-filter","actions":["replace"],"everyKilometers":8000}
                """),
            10_000,
            [Workshop.Done("engine-oil", ServiceAction.Replace, 0), Workshop.Done("air-filter", ServiceAction.Replace, 0)]);
        Assert.Equal(["air-filter", "engine-oil"], plan.Due.Select(service => service.Component.Id));
        Assert.Equal([MaintenanceStatus.Overdue, MaintenanceStatus.Due], plan.Due.Select(service => service.Status));
    }

    [Fact]
    public void Plan_SpansOfAnotherLength_AreRefused()
    {
        var resolved = Workshop.Planner.Resolve(Workshop.Rules(Oil), new Vehicle { Id = "v" });
        Assert.Throws<ArgumentException>("last", () => resolved.Plan(Workshop.Today, default, [], new ServiceDue[1]));
        Assert.Throws<ArgumentException>("due", () => resolved.Plan(Workshop.Today, default, new LastService[1], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => resolved.LimitsOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => resolved.LimitsOf(-1));
    }

    private static ServiceDue Only(string rule, int kilometers, IEnumerable<ServiceRecord>? history = null, PlanningOptions? options = null) =>
        Workshop.Plan(Workshop.Rules(rule), kilometers, history, options: options).Services.Single().Due;
}
