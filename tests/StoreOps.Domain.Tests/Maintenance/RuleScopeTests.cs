using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>Which of a schedule's rules hold for one vehicle, and what is asked for where that is not known.</summary>
public class RuleScopeTests
{
    [Theory]
    [InlineData("4JH1-TC", 10_000)]
    [InlineData("4ja1-tc", 15_000)]
    [InlineData("4JA1-T", 5_000)]
    public void Plan_IsuzuEngineKnown_HasItsOwnOilInterval(string code, int every)
    {
        var oil = Isuzu(code).Of("engine-oil", ServiceAction.Replace);
        Assert.Equal(every, oil.Due.DueKilometers);
    }

    [Fact]
    public void Plan_IsuzuEngineOtherOrUnknown_SaysSo()
    {
        Assert.All(Oils(Isuzu("6HK1")), oil => Assert.Equal((MaintenanceStatus.NotApplicable, PlanReason.OtherVariant), (oil.Status, oil.Due.Reason)));
        Assert.All(Oils(Isuzu()), oil => Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NeedsEngineCode), (oil.Status, oil.Due.Reason)));

        static IEnumerable<PlannedService> Oils(MaintenancePlan plan) => plan.Services.Where(service => service.Component.Id == "engine-oil");
    }

    [Theory]
    [InlineData("DSG6", 60_000)]
    [InlineData("DSG7", 120_000)]
    public void Plan_SkodaGearbox_HasItsOwnFluidInterval(string code, int every) =>
        Assert.Equal(every, Plan("skoda-uae-petrol", vehicle => vehicle with { EngineCodes = ["CJSA", code] })
            .Of("transmission-fluid-dct", ServiceAction.Replace).Due.DueKilometers);

    [Fact]
    public void Plan_PassatBuildCode_ChoosesTheOilService()
    {
        Assert.Equal(7_500, Plan("vw-passat-2013-global-oil", vehicle => vehicle with { BuildCodes = ["QI2"] }).Services
            .Single(service => service.Component.Id == "engine-oil" && service.Due.DueKilometers is not null).Due.DueKilometers);
        Assert.Equal(4, Plan("vw-passat-2013-global-oil", vehicle => vehicle).Services.Count(service => service.Due.Reason == PlanReason.NeedsBuildCode));
    }

    [Fact]
    public void Plan_HybridMeter_CannotBeCountedOnTheOdometer()
    {
        var song = Plan("byd-qin-plus-dmi-cn", vehicle => vehicle with { Model = "宋PLUS DM-i" });
        Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NeedsMeter), (song.Services[2].Status, song.Services[2].Due.Reason));
        Assert.Equal((MaintenanceStatus.NotApplicable, PlanReason.OtherVariant), (song.Services[3].Status, song.Services[3].Due.Reason));
        Assert.Equal(3_500, song.Services[0].Due.DueKilometers);
    }

    [Fact]
    public void Plan_TucsonFluid_IsSoldInSevereUseOnly()
    {
        const string Id = "hyundai-tucson-nx4-hev-phev-2026-us";
        Assert.Equal(PlanReason.MakerSaysNone, Plan(Id, vehicle => vehicle).Of("transmission-fluid-at", ServiceAction.Replace).Due.Reason);
        Assert.Equal(PlanReason.MakerSaysNone, Plan(Id, vehicle => vehicle, "B").Of("transmission-fluid-at", ServiceAction.Replace).Due.Reason);
        var towing = Plan(Id, vehicle => vehicle, "bi").Of("transmission-fluid-at", ServiceAction.Replace);
        Assert.Equal((96_000, null), (towing.Due.DueKilometers!.Value, towing.Due.DueDate));
    }

    [Fact]
    public void Plan_SevereLetters_HoldPerItem()
    {
        const string Id = "nissan-teana-j31-severe";
        var dusty = Plan(Id, vehicle => vehicle, "F");
        Assert.Equal(15_000, dusty.Of("brake-fluid", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(PlanReason.OnlyInSevereUse, dusty.Of("engine-oil", ServiceAction.Replace).Due.Reason);
    }

    [Theory]
    [InlineData("nickel", 10_000, true, false)]
    [InlineData("Iridium", 30_000, false, true)]
    public void Plan_SuzukiPlugsKnown_HaveTheirOwnInterval(string part, int every, bool isNickel, bool isIridium)
    {
        var plan = Plan("suzuki-jimny-2005-severe", vehicle => vehicle with { FittedParts = [part] }, "A");
        var plugs = plan.Services.Where(service => service.Component.Id == "spark-plugs").ToList();
        Assert.Equal([isNickel, isIridium], plugs.Select(service => service.Due.DueKilometers == every));
        Assert.Single(plugs, service => service.Due.Reason == PlanReason.OnlyInSevereUse);
    }

    [Fact]
    public void Plan_SuzukiPlugsUnknown_AsksForThePart() =>
        Assert.All(
            Plan("suzuki-jimny-2005-severe", vehicle => vehicle, "A").Services.Where(service => service.Component.Id == "spark-plugs"),
            plug => Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NeedsFittedPart), (plug.Status, plug.Due.Reason)));

    [Fact]
    public void Plan_SuzukiGearboxOil_IsReckonedFromZero()
    {
        // First at 15,000, then every 30,000 "from 0 km, not from the first change".
        var schedule = Workshop.Schedule("suzuki-jimny-2005-severe");
        var after = Workshop.Plan(schedule, 20_000, [Workshop.Done("transmission-fluid-mt", ServiceAction.Replace, 15_000)], severe: "B");
        Assert.Equal(30_000, after.Of("transmission-fluid-mt", ServiceAction.Replace).Due.DueKilometers);
    }

    [Theory]
    [InlineData(null, 15_000)]
    [InlineData("China", 15_000)]
    [InlineData("new zealand", 30_000)]
    public void Plan_StonicCabinFilter_HasAnIntervalOfTheMarket(string? market, int every) =>
        Assert.Equal(every, Plan("kia-stonic-2018-diesel-noneu", vehicle => vehicle with { Market = market }).Of("cabin-filter", ServiceAction.Replace).Due.DueKilometers);

    [Theory]
    [InlineData("China", 5_000)]
    [InlineData("Russia", 7_500)]
    public void Plan_StonicOilInSevereUse_HasAnIntervalOfTheMarket(string? market, int every) =>
        Assert.Equal(every, Plan("kia-stonic-2018-diesel-noneu", vehicle => vehicle with { Market = market }, "A").Of("engine-oil", ServiceAction.Replace).Due.DueKilometers);

    [Fact]
    public void Plan_Electric_HasNoOil()
    {
        var plan = Workshop.Plan(ScheduleLibrary.BuiltIn.Generic, 60_000, vehicle: new Vehicle { Id = "v", Powertrain = Powertrain.Electric });
        foreach (var item in new[] { "engine-oil", "oil-filter", "air-filter", "fuel-filter", "spark-plugs", "timing-belt" })
            Assert.All(plan.Services.Where(service => service.Component.Id == item), service => Assert.Equal(PlanReason.NotOnThisPowertrain, service.Due.Reason));
        Assert.Contains(plan.Services, service => service.Component.Id == "engine-oil");
        Assert.Contains(plan.Services, service => service.Component.Id == "cabin-filter" && service.Status != MaintenanceStatus.NotApplicable);
    }

    [Fact]
    public void Plan_TwoFactsMissing_NamesTheFirstAndStillRulesOut()
    {
        var schedule = Workshop.Rules("""
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"powertrains":["diesel"],"engineCodes":["X"],"models":["Two"]},
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"powertrains":["diesel"],"engineCodes":["X"]}
            """);
        var plan = Workshop.Plan(schedule, 0);
        Assert.Equal([PlanReason.OtherVariant, PlanReason.NeedsPowertrain], plan.Services.Select(service => service.Due.Reason));
    }

    private static MaintenancePlan Isuzu(params string[] codes) => Plan("isuzu-tf-2004-diesel-export", vehicle => vehicle with { EngineCodes = [.. codes] });

    private static MaintenancePlan Plan(string id, Func<Vehicle, Vehicle> change, string severe = "")
    {
        var schedule = Workshop.Schedule(id);
        return Workshop.Plan(schedule, 0, vehicle: change(Workshop.VehicleOf(schedule)), severe: severe);
    }
}
