using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>Makers' schedules worked out by hand: a vehicle at 60,000 km with every earlier visit done on the grid.</summary>
public class WorkedTableTests
{
    [Theory]
    [InlineData(
        "mazda3-2016-au-petrol",
        "engine-oil oil-filter brake-fluid:inspect drive-belt:inspect cooling-system:inspect fuel-lines:inspect battery-12v:inspect brake-lines:inspect "
        + "brake-booster:inspect parking-brake:inspect brake-discs-pads:inspect air-filter:clean air-filter evap-system:inspect",
        "brake-fluid@80000 spark-plugs@120000 fuel-filter@150000 engine-coolant@200000")]
    [InlineData(
        "mazda3-2016-au-diesel",
        "engine-oil oil-filter brake-fluid:inspect drive-belt:inspect cooling-system:inspect fuel-lines:inspect battery-12v:inspect brake-lines:inspect "
        + "brake-booster:inspect parking-brake:inspect brake-discs-pads:inspect air-filter:clean air-filter",
        "fuel-filter@80000 brake-fluid@80000 engine-coolant@200000")]
    [InlineData(
        "mazda2-2019-il-petrol",
        "engine-oil oil-filter air-filter air-filter:clean cooling-system:inspect fuel-lines:inspect evap-system:inspect drive-belt:inspect battery-12v:inspect "
        + "brake-lines:inspect brake-fluid:inspect brake-fluid parking-brake:inspect brake-booster:inspect brake-discs-pads:inspect brake-drums:inspect "
        + "steering:inspect suspension:inspect chassis-bolts:tighten cabin-filter tires:inspect",
        "driveshaft-boots:inspect@90000 spark-plugs@120000 engine-coolant@195000 exhaust:inspect@75000 fuel-filter@135000 transmission-fluid-mt@100000")]
    [InlineData(
        "kia-ev6-2025-eu",
        "ev-reducer-fluid:inspect driveshaft-boots:inspect cooling-system:inspect ac-system:inspect cabin-filter brake-discs-pads:inspect brake-lines:inspect "
        + "brake-fluid steering:inspect suspension:inspect tires:inspect battery-12v:inspect",
        "ev-coolant@180000")]
    [InlineData(
        "subaru-forester-2021-us",
        "tire-rotation:rotate",
        "engine-oil@67200 oil-filter@67200 brake-lines:inspect@76800 cabin-filter@76800 spark-plugs@96000 drive-belt:inspect@96000 air-filter@96000 "
        + "transmission-fluid-cvt:inspect@96000 engine-coolant@220000")]
    [InlineData(
        "honda-civic-2001-severe",
        "transmission-fluid-at transmission-fluid-mt",
        "transmission-fluid-cvt@80000 timing-belt@100000 engine-coolant@200000")]
    [InlineData(
        "skoda-uae-petrol",
        "spark-plugs air-filter transmission-fluid-dct cabin-filter inspection-extended:inspect inspection-basic:inspect",
        "")]
    public void Plan_At60000OnGrid_IsTheMakersVisit(string id, string atThisVisit, string next)
    {
        var schedule = Workshop.Schedule(id);
        var vehicle = Workshop.VehicleOf(schedule) with { EngineCodes = ["DSG6"] };
        var plan = Workshop.Plan(schedule, 60_000, Workshop.DoneOnGrid(schedule, vehicle, 60_000), vehicle);

        // What is first due right here has no record yet: it is asked about, not called due.
        var reached = plan.Services.Where(service => service.Due.KilometersLeft == 0).ToList();
        Assert.Equal(atThisVisit.Split(' ').Order(), reached.Select(Name).Order());
        Assert.All(reached, service => Assert.Equal(service.Last.IsRecorded, service.Due.IsDue));
        Assert.All(reached.Where(service => !service.Last.IsRecorded), service => Assert.Contains(service, plan.AskFirst));
        Assert.Equal(plan.Services.Where(service => service.Due.IsDue), reached.Where(service => service.Due.IsDue));
        foreach (var one in next.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, point) = (one.Split('@')[0], one.Split('@')[1]);
            Assert.Equal(point, plan.Services.Single(service => Name(service) == name).Due.DueKilometers?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Plan_Tesla_AsksAboutWhatOnlyAPersonCanJudge()
    {
        var plan = Workshop.Plan(Workshop.Schedule("tesla-model3-2017-2023"), 60_000);
        Assert.Equal(PlanReason.NoHistory, plan.Of("tire-rotation", ServiceAction.Rotate).Due.Reason);
        Assert.Equal(PlanReason.NeedsJudgement, plan.Of("brake-calipers", ServiceAction.Lubricate).Due.Reason);
        Assert.Equal(Workshop.Today.PlusMonths(24), plan.Of("cabin-filter", ServiceAction.Replace).Due.DueDate);
        Assert.Equal(Workshop.Today.PlusMonths(48), plan.Of("brake-fluid", ServiceAction.Inspect).Due.DueDate);
    }

    [Theory]
    [InlineData("mazda3-2016-au-petrol", "engine-coolant", 200_000, 300_000, 400_000)]
    [InlineData("honda-civic-2001-severe", "engine-coolant", 200_000, 300_000, 400_000)]
    [InlineData("subaru-forester-2021-us", "engine-coolant", 220_000, 340_000, 460_000)]
    [InlineData("kia-ev6-2025-eu", "ev-coolant", 180_000, 210_000, 240_000)]
    [InlineData("hyundai-tucson-nx4-hev-phev-2026-us", "inverter-coolant", 200_000, 240_000, 280_000)]
    public void Plan_CoolantReplacedEachTimeItIsDue_FollowsTheMakersSequence(string id, string component, int first, int second, int third)
    {
        var schedule = Workshop.Schedule(id);
        var plan = Workshop.Plan(schedule, 10_000);
        var row = MaintenanceTable.Of(plan, 10_000, third).Rows.Single(row => row.Service.Component.Id == component && row.Service.Action == ServiceAction.Replace);
        Assert.Equal([first, second, third], Enumerable.Range(1, third / 10_000).Select(i => i * 10_000).Where(km => row.IsDoneAt[(km / 10_000) - 1]));

        var history = new List<ServiceRecord>();
        foreach (var point in new[] { first, second, third })
        {
            Assert.Equal(point, Workshop.Plan(schedule, point - 10_000, history).Of(component, ServiceAction.Replace).Due.DueKilometers);
            history.Add(Workshop.Done(component, ServiceAction.Replace, point));
        }
    }

    private static string Name(PlannedService service) => service.Action == ServiceAction.Replace
        ? service.Component.Id
        : service.Component.Id + ":" + service.Action.ToString().ToLowerInvariant();
}
