using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Tests.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;

namespace StoreOps.Domain.Tests.Visits;

public class VisitPlanTests
{
    private const int PerDay = 41_096;

    [Fact]
    public void Plan_EveryEmbeddedSchedule_ServesWhatItPlansAndNothingElse()
    {
        foreach (var schedule in Workshop.Schedules)
        {
            var plan = Workshop.Plan(schedule, 0);
            var visits = VisitPlanner.Plan(plan, PerDay);
            var served = visits.Visits.SelectMany(visit => visit.Services).Select(one => one.Service).ToHashSet();
            Assert.All(served, service => Assert.True(service.Status > MaintenanceStatus.Unknown));
            var near = plan.Services.Where(service => service.Status > MaintenanceStatus.Unknown
                && (service.Due.KilometersLeft <= 50_000 || service.Due.DaysLeft <= 1_200));
            Assert.All(near, service => Assert.Contains(service, served));
        }
    }

    [Fact]
    public void Plan_NothingRecorded_IsAskedAndNotDue()
    {
        var plan = Workshop.Plan(Workshop.Schedule("generic"), 90_000, vehicle: Workshop.VehicleOf(Workshop.Schedule("generic")) with { FirstRegistration = null });
        var visits = VisitPlanner.Plan(plan, PerDay);
        Assert.NotEmpty(visits.AskFirst);
        Assert.DoesNotContain(visits.Visits.SelectMany(visit => visit.Services), one => one.Service.Status == MaintenanceStatus.Unknown);
    }

    [Fact]
    public void Plan_GridAnchor_StaysOnThePoints()
    {
        var plan = Workshop.Plan(Workshop.Rules("""{"component":"transmission-fluid-mt","actions":["replace"],"anchor":"grid","everyKilometers":30000,"firstKilometers":15000}"""), 0);
        Assert.Equal([15_000, 30_000, 60_000], Kilometers(plan));
    }

    [Fact]
    public void Plan_ListedPoints_AreAllVisited()
    {
        var plan = Workshop.Plan(Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"pointsKilometers":[3000,10000,25000]}"""), 0);
        Assert.Equal([3_000, 10_000, 25_000], Kilometers(plan));
    }

    [Fact]
    public void Plan_PutOff_WaitsForTheDayAgreed()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""");
        var situation = Workshop.Plan(schedule, 10_500, [Workshop.Done("engine-oil", ServiceAction.Replace, 0)]).Situation;
        situation = situation with { Deferrals = [new ServiceDeferral("engine-oil", ServiceAction.Replace, null, Odometer.FromKilometers(12_000))] };
        var plan = Workshop.Planner.Plan(situation, new ScheduleMatch(schedule, ScheduleMatchLevel.Model));
        Assert.Equal(12_000, VisitPlanner.Plan(plan, PerDay).Visits[0].Odometer.Kilometers);
    }

    [Fact]
    public void Plan_DrivenMoreOrLess_SpreadsTheDates()
    {
        var plan = Workshop.Plan(Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}"""), 0);
        var visit = VisitPlanner.Plan(plan, new DailyDistance(25_000, 50_000, 100_000)).Visits[0];
        Assert.Equal((Workshop.Today.PlusDays(100), Workshop.Today.PlusDays(200), Workshop.Today.PlusDays(400)), (visit.Earliest, visit.Date, visit.Latest));
    }

    [Fact]
    public void Plan_OnlyADateCalls_HasNoSpread()
    {
        var schedule = Workshop.Rules("""{"component":"brake-fluid","actions":["replace"],"everyMonths":24},{"component":"engine-oil","actions":["replace"],"everyKilometers":10000}""");
        var visits = VisitPlanner.Plan(Workshop.Plan(schedule, 0), new DailyDistance(5_000, 10_000, 20_000), method: VisitMethod.DuePoints).Visits;
        var byDate = visits.First(visit => visit.Services.All(one => one.Service.Component.Id == "brake-fluid"));
        var byKilometers = visits.First(visit => visit.Services.All(one => one.Service.Component.Id == "engine-oil"));
        Assert.Equal((byDate.Date, byDate.Date), (byDate.Earliest, byDate.Latest));
        Assert.True(byKilometers.Earliest < byKilometers.Date && byKilometers.Date < byKilometers.Latest);
    }

    [Fact]
    public void Plan_APartThatIsReplaced_IsNotAlsoInspected()
    {
        var schedule = Workshop.Rules("""
            {"component":"air-filter","actions":["inspect"],"everyKilometers":10000},{"component":"air-filter","actions":["replace"],"everyKilometers":40000}
            """);
        var plan = VisitPlanner.Plan(Workshop.Plan(schedule, 0), PerDay);
        var replaced = plan.Visits.Where(visit => visit.Services.Any(one => one.Service.Action == ServiceAction.Replace)).ToList();
        Assert.NotEmpty(replaced);
        Assert.All(replaced, visit => Assert.Single(visit.Services));
        Assert.Contains(plan.Visits, visit => visit.Services.Any(one => one.Service.Action == ServiceAction.Inspect));
    }

    private static IEnumerable<int> Kilometers(MaintenancePlan plan) => VisitPlanner.Plan(plan, PerDay).Visits.Select(visit => visit.Odometer.Kilometers);
}
