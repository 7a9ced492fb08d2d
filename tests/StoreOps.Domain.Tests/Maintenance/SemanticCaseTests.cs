using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>The turns of phrase of real schedules, each with the schedule that it was seen in, by number: what the rule model has to be able to say.</summary>
public class SemanticCaseTests
{
    private static LocalDate Today => Workshop.Today;

    [Theory] // 1: first and repeat differ in kilometers and months (Mazda, Honda, Subaru, EV6, Tucson HEV)
    [InlineData("mazda3-2016-au-petrol", "engine-coolant", 200_000, 120, 100_000, 60)]
    [InlineData("honda-civic-2001-severe", "engine-coolant", 200_000, 120, 100_000, 60)]
    [InlineData("subaru-forester-2021-us", "engine-coolant", 220_000, 132, 120_000, 72)]
    [InlineData("kia-ev6-2025-eu", "ev-coolant", 180_000, 120, 30_000, 24)]
    [InlineData("hyundai-tucson-nx4-hev-phev-2026-us", "inverter-coolant", 200_000, 120, 40_000, 24)]
    public void Case01_FirstDiffersFromRepeat(string id, string component, int firstKm, int firstMonths, int everyKm, int everyMonths)
    {
        var schedule = Workshop.Schedule(id);
        var first = Workshop.Plan(schedule, 1_000).Of(component, ServiceAction.Replace);
        Assert.Equal((firstKm, Today.PlusMonths(firstMonths)), (first.Due.DueKilometers!.Value, first.Due.DueDate!.Value));
        var second = Workshop.Plan(schedule, firstKm + 10, [Workshop.Done(component, ServiceAction.Replace, firstKm)]).Of(component, ServiceAction.Replace);
        Assert.Equal((firstKm + everyKm, Today.PlusMonths(everyMonths)), (second.Due.DueKilometers!.Value, second.Due.DueDate!.Value));
    }

    [Fact] // 2: first on months only (Skoda: brake fluid 36, then 24)
    public void Case02_FirstOnMonthsOnly()
    {
        var schedule = Workshop.Schedule("skoda-uae-petrol");
        var first = Workshop.Plan(schedule, 10_000).Of("brake-fluid", ServiceAction.Replace).Due;
        Assert.Equal((Today.PlusMonths(36), (int?)null), (first.DueDate!.Value, first.DueKilometers));
        var second = Workshop.Plan(schedule, 10_000, [Workshop.Done("brake-fluid", ServiceAction.Replace, 9_000)]).Of("brake-fluid", ServiceAction.Replace).Due;
        Assert.Equal(Today.PlusMonths(24), second.DueDate);
    }

    [Fact] // 3: the grid counts from zero although the first lies off it (Suzuki: first 15,000, then 30,000 "reckoning from 0 km"; BYD DM-i in New Zealand: 3,500, then 20,000, 40,000)
    public void Case03_GridCountsFromZero()
    {
        var jimny = Workshop.Schedule("suzuki-jimny-2005-severe");
        Assert.Equal(15_000, Workshop.Plan(jimny, 100, severe: "B").Of("transmission-fluid-mt", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(30_000, Workshop.Plan(jimny, 17_000, [Workshop.Done("transmission-fluid-mt", ServiceAction.Replace, 16_500)], severe: "B")
            .Of("transmission-fluid-mt", ServiceAction.Replace).Due.DueKilometers);

        const string Byd = """{"component":"engine-oil","actions":["replace"],"firstKilometers":3500,"everyKilometers":20000,"anchor":"ANCHOR"}""";
        Assert.Equal(20_000, Next(Byd.Replace("ANCHOR", "grid", StringComparison.Ordinal), 3_600));
        Assert.Equal(23_500, Next(Byd.Replace("ANCHOR", "due-point", StringComparison.Ordinal), 3_600));
        Assert.Equal(23_600, Next(Byd.Replace("ANCHOR", "last-done", StringComparison.Ordinal), 3_600));
    }

    [Theory] // 4: other limits by market (Kia Stonic: cabin filter 15,000 / 12; Australia and New Zealand 30,000 / 24)
    [InlineData("Russia", 15_000, 12)]
    [InlineData("New Zealand", 30_000, 24)]
    public void Case04_LimitsByMarket(string market, int kilometers, int months)
    {
        var schedule = Workshop.Schedule("kia-stonic-2018-diesel-noneu");
        var filter = Workshop.Plan(schedule, 100, vehicle: Workshop.VehicleOf(schedule) with { Market = market }).Of("cabin-filter", ServiceAction.Replace);
        Assert.Equal((kilometers, Today.PlusMonths(months)), (filter.Due.DueKilometers!.Value, filter.Due.DueDate!.Value));
    }

    [Fact] // 4: months by model year with the same kilometers (Mazda6 6 months, Mazda3 12)
    public void Case04_MonthsByModelYear()
    {
        var schedule = Workshop.Rules("""
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"everyMonths":6,"toModelYear":2014},
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"everyMonths":12,"fromModelYear":2015}
            """);
        var vehicle = Workshop.VehicleOf(schedule);
        Assert.Equal(Today.PlusMonths(6), Workshop.Plan(schedule, 100, vehicle: vehicle with { ModelYear = 2014 }).Of("engine-oil", ServiceAction.Replace).Due.DueDate);
        Assert.Equal(Today.PlusMonths(12), Workshop.Plan(schedule, 100, vehicle: vehicle with { ModelYear = 2016 }).Of("engine-oil", ServiceAction.Replace).Due.DueDate);
        Assert.All(Workshop.Plan(schedule, 100, vehicle: vehicle).Services, one => Assert.Equal(PlanReason.NeedsModelYear, one.Due.Reason));
    }

    [Theory] // 5: kilometers only (Mazda fuel filter 135,000), 6: months only (eCall battery 48)
    [InlineData("mazda2-2019-il-petrol", "fuel-filter", GoverningLimit.Kilometers)]
    [InlineData("kia-ev6-2025-eu", "ecall-battery", GoverningLimit.Months)]
    public void Case05And06_OneAxisOnly(string id, string component, GoverningLimit governing)
    {
        var due = Workshop.Plan(Workshop.Schedule(id), 1_000).Of(component, ServiceAction.Replace).Due;
        Assert.Equal(governing, due.Governing);
        Assert.Equal(governing == GoverningLimit.Kilometers, due.DaysLeft is null);
        Assert.Equal(governing == GoverningLimit.Months, due.KilometersLeft is null);
    }

    [Fact] // 7: kilometers and months not in one ratio: neither is derived from the other (Ioniq HSG belt 105,000 / 48)
    public void Case07_AxesAreIndependent()
    {
        var due = Workshop.Plan(Workshop.Schedule("hyundai-ioniq-hybrid-2020-au"), 50_000, [Workshop.Done("hsg-belt", ServiceAction.Replace, 0, Today.PlusMonths(-47))])
            .Of("hsg-belt", ServiceAction.Replace).Due;
        Assert.Equal((GoverningLimit.Months, 105_000), (due.Governing, due.DueKilometers!.Value));
    }

    [Fact] // 8: inspected at every visit, replaced at every n-th (Mazda air filter: C C C R)
    public void Case08_InspectAndReplaceHaveIntervalsOfTheirOwn()
    {
        var plan = Workshop.Plan(
            Workshop.Schedule("mazda2-2019-il-petrol"), 30_000, [Workshop.Done("air-filter", ServiceAction.Replace, 0), Workshop.Done("air-filter", ServiceAction.Clean, 15_000)]);
        Assert.True(plan.Of("air-filter", ServiceAction.Clean).IsToDo);
        Assert.Equal(60_000, plan.Of("air-filter", ServiceAction.Replace).Due.DueKilometers);
    }

    [Fact] // 9: each item has its own letters of severe use (Teana J31: dust for the air filter, humidity for the brake fluid)
    public void Case09_SevereLettersDifferByItem()
    {
        var teana = Workshop.Schedule("nissan-teana-j31-severe");
        var dusty = Workshop.Plan(teana, 100, severe: "A");
        Assert.Equal(30_000, dusty.Of("air-filter", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(PlanReason.OnlyInSevereUse, dusty.Of("brake-fluid", ServiceAction.Replace).Due.Reason);
        var humid = Workshop.Plan(teana, 100, severe: "F");
        Assert.Equal(15_000, humid.Of("brake-fluid", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(PlanReason.OnlyInSevereUse, humid.Of("air-filter", ServiceAction.Replace).Due.Reason);
    }

    [Fact] // 9: the five questions find the letters of whichever schedule holds
    public void Case09_AnswersBecomeLetters()
    {
        var plan = PlanAs(Workshop.Schedule("nissan-teana-j31-severe"), situation => situation with { Driving = DrivingConditions.DustOrUnpaved });
        Assert.Equal(30_000, plan.Of("air-filter", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(PlanReason.OnlyInSevereUse, plan.Of("brake-fluid", ServiceAction.Replace).Due.Reason);
        // A schedule that tells no kinds apart means any of them.
        var civic = PlanAs(Workshop.Schedule("honda-civic-2001-severe"), situation => situation with { Driving = DrivingConditions.Idling });
        Assert.Equal(5_000, civic.Of("engine-oil", ServiceAction.Replace).Due.DueKilometers);
        Assert.Equal(24_000, PlanAs(Workshop.Schedule("honda-crv-2003-us"), situation => situation with { Driving = DrivingConditions.DustOrUnpaved })
            .Of("air-filter", ServiceAction.Replace).Due.DueKilometers);
    }

    [Fact] // 10: severe use adds an item that normally needs no service (Tucson ATF: none, severe 96,000)
    public void Case10_SevereAddsAnItem()
    {
        var tucson = Workshop.Schedule("hyundai-tucson-nx4-hev-phev-2026-us");
        Assert.Equal(MaintenanceStatus.NoServiceRequired, Workshop.Plan(tucson, 96_000).Of("transmission-fluid-at", ServiceAction.Replace).Status);
        var severe = Workshop.Plan(tucson, 90_000, severe: "H").Of("transmission-fluid-at", ServiceAction.Replace);
        Assert.Equal((MaintenanceStatus.Ok, 96_000), (severe.Status, severe.Due.DueKilometers!.Value));
    }

    [Fact] // 11: severe use gives kilometers and no months (CR-V air filter 24,000, independent of time)
    public void Case11_SevereKilometersOnly()
    {
        var crv = Workshop.Schedule("honda-crv-2003-us");
        var situation = new MaintenanceSituation { Vehicle = Workshop.VehicleOf(crv), Today = Today, Odometer = default, SevereUse = ["dust"] };
        var due = Workshop.Planner.Plan(situation, new ScheduleMatch(crv, ScheduleMatchLevel.Model)).Of("air-filter", ServiceAction.Replace).Due;
        Assert.Equal((24_000, (LocalDate?)null), (due.DueKilometers!.Value, due.DueDate));
    }

    [Theory] // 12: by engine (Isuzu TF)
    [InlineData("4JH1-TC", 10_000)]
    [InlineData("4JA1-TC", 15_000)]
    [InlineData("4JA1-T", 5_000)]
    public void Case12_IntervalByEngine(string engine, int kilometers)
    {
        var isuzu = Workshop.Schedule("isuzu-tf-2004-diesel-export");
        var vehicle = Workshop.VehicleOf(isuzu) with { EngineCodes = [engine] };
        Assert.Equal(kilometers, Workshop.Plan(isuzu, 100, vehicle: vehicle).Of("engine-oil", ServiceAction.Replace).Due.DueKilometers);
        Assert.All(Workshop.Plan(isuzu, 100).Services.Where(one => one.Component.Id == "engine-oil"), one => Assert.Equal(PlanReason.NeedsEngineCode, one.Due.Reason));
    }

    [Theory] // 13: by build code (VW QI1 to QI4) and gearbox variant (Skoda DSG)
    [InlineData("vw-passat-2013-global-oil", "engine-oil", "QI1", 5_000)]
    [InlineData("vw-passat-2013-global-oil", "engine-oil", "QI4", 15_000)]
    [InlineData("skoda-uae-petrol", "transmission-fluid-dct", "DSG6", 60_000)]
    [InlineData("skoda-uae-petrol", "transmission-fluid-dct", "DSG7", 120_000)]
    public void Case13_IntervalByBuildOrGearboxCode(string id, string component, string code, int kilometers)
    {
        var schedule = Workshop.Schedule(id);
        var vehicle = Workshop.VehicleOf(schedule) with { EngineCodes = [code], BuildCodes = [code] };
        // A further rule of the Passat depends on the fuel sold in the country, which only a person can judge.
        var rule = Workshop.Plan(schedule, 100, vehicle: vehicle).Services.Single(one => one.Component.Id == component && one.Due.DueKilometers is not null);
        Assert.Equal(kilometers, rule.Due.DueKilometers);
    }

    [Theory] // 14: by the part fitted (Suzuki: nickel or iridium plugs)
    [InlineData("nickel", 10_000)]
    [InlineData("iridium", 30_000)]
    public void Case14_IntervalByFittedPart(string plugs, int kilometers)
    {
        var jimny = Workshop.Schedule("suzuki-jimny-2005-severe");
        var plan = Workshop.Plan(jimny, 100, vehicle: Workshop.VehicleOf(jimny) with { FittedParts = [plugs] }, severe: "A");
        Assert.Equal(kilometers, plan.Services.Single(one => one.Component.Id == "spark-plugs" && one.Due.DueKilometers is not null).Due.DueKilometers);
    }

    [Fact] // 15: an oil below specification makes the use severe (Stargazer: API SN PLUS, else the severe interval)
    public void Case15_OilBelowSpecification_IsSevere()
    {
        var stargazer = Workshop.Schedule("hyundai-stargazer-2022-petrol");
        int? Oil(params string[] grades) => Workshop.Plan(stargazer, 100, vehicle: Workshop.VehicleOf(stargazer) with { OilGrades = [.. grades] })
            .Of("engine-oil", ServiceAction.Replace).Due.DueKilometers;
        Assert.Equal(15_000, Oil());
        Assert.Equal(15_000, Oil("API SN PLUS", "ILSAC GF-6"));
        Assert.Equal(7_500, Oil("API SL"));
    }

    [Fact] // 15: a lesser fuel or oil may have an interval of its own (Picanto diesel)
    public void Case15_IntervalByOilGrade()
    {
        var schedule = Workshop.Rules("""
            {"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"oilGrades":["ACEA C3"]},
            {"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"oilGrades":["ACEA B4"]}
            """);
        var vehicle = Workshop.VehicleOf(schedule);
        Assert.Equal(10_000, Workshop.Plan(schedule, 100, vehicle: vehicle with { OilGrades = ["ACEA B4"] }).Of("engine-oil", ServiceAction.Replace).Due.DueKilometers);
        Assert.All(Workshop.Plan(schedule, 100, vehicle: vehicle).Services, one => Assert.Equal(PlanReason.NeedsOilGrade, one.Due.Reason));
    }

    [Fact] // 16: a measurement beside the kilometers (Tesla: rotation at 10,000 km or 1.5 mm difference in tread)
    public void Case16_MeasurementBesideKilometers()
    {
        var tesla = Workshop.Schedule("tesla-model3-2017-2023");
        var history = new[] { Workshop.Done("tire-rotation", ServiceAction.Rotate, 50_000) };
        ServiceDue Rotation(params Measurement[] measured) =>
            PlanAs(tesla, situation => situation with { Measurements = [.. measured], Odometer = Odometer.FromKilometers(52_000), History = [.. history] })
                .Of("tire-rotation", ServiceAction.Rotate).Due;
        Assert.Equal((MaintenanceStatus.Ok, 60_000), (Rotation().Status, Rotation().DueKilometers!.Value));
        Assert.Equal(MaintenanceStatus.Ok, Rotation(new Measurement("tread-depth-difference", 1.4m)).Status);
        var worn = Rotation(new Measurement("tread-depth-difference", 1.5m));
        Assert.Equal((MaintenanceStatus.Due, PlanReason.MeasurementReached, GoverningLimit.Signal), (worn.Status, worn.Reason, worn.Governing));
    }

    [Fact] // 16: a measurement instead of kilometers (Nissan plug gap above 1.35 mm)
    public void Case16_MeasurementInsteadOfKilometers()
    {
        var schedule = Workshop.Rules("""{"component":"brake-pads-front","actions":["replace"],"measurement":{"quantity":"pad-thickness","unit":"mm","atMost":3}}""");
        Assert.Equal((MaintenanceStatus.Unknown, PlanReason.NeedsMeasurement), StateOf(PlanAs(schedule, situation => situation).Services[0]));
        Assert.Equal((MaintenanceStatus.Ok, PlanReason.MeasurementWithin), StateOf(Measured(3.1m)));
        Assert.Equal((MaintenanceStatus.Due, PlanReason.MeasurementReached), StateOf(Measured(3m)));
        PlannedService Measured(decimal value) => PlanAs(schedule, situation => situation with { Measurements = [new Measurement("pad-thickness", value)] }).Services[0];
    }

    [Fact] // 17: an indicator with a hard cap (Jeep China: the oil-life indicator, at most 12,000 km or 6 months)
    public void Case17_IndicatorWithCap()
    {
        var jeep = Workshop.Schedule("jeep-grand-cherokee-china");
        PlannedService Oil(int kilometers, params string[] lit) => PlanAs(jeep, situation => situation with
        {
            Odometer = Odometer.FromKilometers(kilometers),
            IndicatorsOn = [.. lit],
            History = [Workshop.Done("engine-oil", ServiceAction.Replace, 10_000)],
        }).Of("engine-oil", ServiceAction.Replace);
        Assert.Equal(MaintenanceStatus.Ok, Oil(15_000).Status);
        Assert.Equal((MaintenanceStatus.Due, PlanReason.IndicatorOn), StateOf(Oil(15_000, "engine-oil")));
        Assert.Equal((MaintenanceStatus.Due, PlanReason.LimitReached), StateOf(Oil(22_000)));
        Assert.Equal((MaintenanceStatus.Overdue, PlanReason.LimitPassed), StateOf(Oil(23_001, "engine-oil")));
    }

    [Fact] // 18: a second meter (BYD DM-i: kilometers driven on the engine)
    public void Case18_SecondMeter()
    {
        var byd = Workshop.Schedule("byd-qin-plus-dmi-cn");
        PlannedService Oil(string model, int? meter, params ServiceRecord[] history) => PlanAs(
            byd,
            situation => situation with
            {
                Odometer = Odometer.FromKilometers(30_000),
                History = [.. history],
                Meters = meter is { } value ? [new MeterReading("hev-km", value)] : [],
            },
            vehicle => vehicle with { Model = model }).Services.Single(one => one.Component.Id == "engine-oil" && one.Rule.Scope.Models.Contains(model));

        var done = Workshop.Done("engine-oil", ServiceAction.Replace, 20_000) with { Meters = [new MeterReading("hev-km", 4_000)] };
        Assert.Equal(PlanReason.NeedsMeter, Oil("宋PLUS DM-i", null, done).Due.Reason);
        var half = Oil("宋PLUS DM-i", 6_500, done);
        Assert.Equal((MaintenanceStatus.Ok, 2_500), (half.Status, half.Due.MeterLeft!.Value));
        var full = Oil("宋PLUS DM-i", 9_000, done);
        Assert.Equal((MaintenanceStatus.Due, GoverningLimit.Meter), (full.Status, full.Due.Governing));
        Assert.Equal(PlanReason.RecordIncomplete, Oil("宋PLUS DM-i", 6_500, Workshop.Done("engine-oil", ServiceAction.Replace, 20_000)).Due.Reason);

        // "The odometer or 5,000 hev-km, whichever first": both count, the kilometers are passed first.
        Assert.Equal((MaintenanceStatus.Overdue, GoverningLimit.Kilometers), (Oil("唐DM-i", 6_500, done).Status, Oil("唐DM-i", 6_500, done).Due.Governing));
    }

    [Theory] // 19: a mandatory first service with a window (Foton: 10,000 ± 500)
    [InlineData(9_400, MaintenanceStatus.Upcoming, PlanReason.LimitNear)]
    [InlineData(9_700, MaintenanceStatus.Upcoming, PlanReason.LimitNear)]
    [InlineData(10_000, MaintenanceStatus.Unknown, PlanReason.NoProofOfFirst)]
    [InlineData(60_000, MaintenanceStatus.Unknown, PlanReason.NoProofOfFirst)]
    public void Case19_MandatoryFirst(int kilometers, MaintenanceStatus status, PlanReason reason)
    {
        var foton = Workshop.Schedule("foton-toano-cn");
        var vehicle = Workshop.VehicleOf(foton) with { EngineCodes = ["Cummins ISF2.8 / F2.8"] };
        var plan = Workshop.Plan(foton, kilometers, vehicle: vehicle);
        var first = plan.Services.Single(one => one.Rule.IsMandatoryFirst && one.Status != MaintenanceStatus.NotApplicable);
        Assert.Equal((status, reason), StateOf(first));
        if (reason == PlanReason.NoProofOfFirst)
            Assert.Same(first, plan.AskFirst[0]);
    }

    [Theory] // 20: a grace window (Skoda: ± 1,000 km keeps the guarantee)
    [InlineData(58_999, MaintenanceStatus.Upcoming)]
    [InlineData(59_000, MaintenanceStatus.Due)]
    [InlineData(60_000, MaintenanceStatus.Due)]
    [InlineData(61_000, MaintenanceStatus.InTolerance)]
    [InlineData(61_001, MaintenanceStatus.Overdue)]
    public void Case20_GraceWindow(int kilometers, MaintenanceStatus status) => Assert.Equal(status, Workshop
        .Plan(Workshop.Schedule("skoda-uae-petrol"), kilometers, [Workshop.Done("cabin-filter", ServiceAction.Replace, 30_000)]).Of("cabin-filter", ServiceAction.Replace).Status);

    [Fact] // 21: at each oil change (Jeep China: rotation)
    public void Case21_AtEachOilChange()
    {
        var plan = Workshop.Plan(Workshop.Schedule("jeep-grand-cherokee-china"), 20_000, [Workshop.Done("tire-rotation", ServiceAction.Rotate, 12_000)]);
        Assert.Equal(24_000, plan.Of("tire-rotation", ServiceAction.Rotate).Due.DueKilometers);
    }

    [Fact] // 22: no service required (Hyundai ATF): never sold
    public void Case22_NoServiceRequired()
    {
        var plan = Workshop.Plan(Workshop.Schedule("hyundai-tucson-nx4-hev-phev-2026-us"), 400_000);
        var fluid = plan.Of("transmission-fluid-at", ServiceAction.Replace);
        Assert.Equal((MaintenanceStatus.NoServiceRequired, PlanReason.MakerSaysNone), StateOf(fluid));
        Assert.DoesNotContain(fluid, plan.Due.Concat(plan.Upcoming).Concat(plan.AskFirst));
    }

    [Fact] // 23: from an age or an odometer on the use counts as severe (Hyundai US: 10 years or 100,000 miles)
    public void Case23_SevereByAgeOrOdometer()
    {
        var schedule = Severe10Years();
        ServiceDue Oil(int kilometers, LocalDate registered, int doneAt) => Workshop.Plan(
            schedule, kilometers, [Workshop.Done("engine-oil", ServiceAction.Replace, doneAt)], Workshop.VehicleOf(schedule) with { FirstRegistration = registered })
            .Of("engine-oil", ServiceAction.Replace).Due;
        Assert.Equal(112_000, Oil(105_000, Today.PlusYears(-9), 100_000).DueKilometers);
        Assert.Equal(106_000, Oil(105_000, Today.PlusYears(-10), 100_000).DueKilometers);
        Assert.Equal(164_000, Oil(161_000, Today.PlusYears(-3), 158_000).DueKilometers);
        Assert.Equal(170_000, Oil(160_933, Today.PlusYears(-3), 158_000).DueKilometers);
    }

    [Fact] // 24: an event outside of any interval (Tucson NX4: submersion, check the fluid at once)
    public void Case24_Event()
    {
        var schedule = Workshop.Rules("""{"component":"differential-fluid","actions":["inspect"],"events":["submersion"]}""");
        PlannedService Fluid(params VehicleEvent[] events) => PlanAs(schedule, situation => situation with { Events = [.. events] }).Services[0];
        Assert.Equal((MaintenanceStatus.Ok, PlanReason.NoEvent), StateOf(Fluid()));
        var flood = new VehicleEvent("submersion", Today.PlusDays(-3));
        Assert.Equal((MaintenanceStatus.Due, PlanReason.EventHappened), StateOf(Fluid(flood)));
        Assert.Equal(PlanReason.NoEvent, Fluid(flood with { Date = Today.PlusDays(1) }).Due.Reason);
        var checkedAfter = PlanAs(schedule, situation => situation with { Events = [flood], History = [Workshop.Done("differential-fluid", ServiceAction.Inspect, 0, Today.PlusDays(-3))] });
        Assert.Equal(MaintenanceStatus.Ok, checkedAfter.Services[0].Status);
    }

    [Fact] // 25: done late, the next interval stays where it was due (BYD Seal U)
    public void Case25_LateServiceMovesNothing()
    {
        const string Oil = """{"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"everyMonths":12,"anchor":"due-point"}""";
        var schedule = Workshop.Rules(Oil);
        var vehicle = Workshop.VehicleOf(schedule) with { FirstRegistration = new LocalDate(2024, 1, 31) };
        var due = Workshop.Plan(
            schedule, 24_000, [Workshop.Done("engine-oil", ServiceAction.Replace, 23_000, new LocalDate(2025, 3, 20))], vehicle, new LocalDate(2025, 4, 1)).Services[0].Due;
        Assert.Equal((40_000, new LocalDate(2026, 1, 31)), (due.DueKilometers!.Value, due.DueDate!.Value));
    }

    [Fact] // 26: after the end of the table it starts again
    public void Case26_TableStartsAgain()
    {
        const string Valves = """{"component":"valve-clearance","actions":["adjust"],"pointsKilometers":[5000,20000,40000],"pointsRepeat":true}""";
        Assert.Equal(5_000, Workshop.Plan(Workshop.Rules(Valves), 100).Services[0].Due.DueKilometers);
        Assert.Equal(20_000, Next(Valves, 5_000, ServiceAction.Adjust));
        Assert.Equal(45_000, Next(Valves, 40_000, ServiceAction.Adjust));
        Assert.Equal(60_000, Next(Valves, 45_100, ServiceAction.Adjust));
        var once = Valves.Replace("\"pointsRepeat\":true", "\"pointsRepeat\":false", StringComparison.Ordinal);
        var done = Workshop.Plan(Workshop.Rules(once), 200_000, [Workshop.Done("valve-clearance", ServiceAction.Adjust, 40_200)]).Services[0];
        Assert.Equal((MaintenanceStatus.Ok, PlanReason.DoneOnce), StateOf(done));
    }

    [Fact] // 27: may be replaced earlier with other work (Hyundai, Kia): early work counts for the point ahead of it
    public void Case27_EarlyWorkCountsForThePointAhead()
    {
        const string Filter = """{"component":"cabin-filter","actions":["replace"],"everyKilometers":20000,"anchor":"grid"}""";
        Assert.Equal(40_000, Next(Filter, 17_500));
        Assert.Equal(20_000, Next(Filter, 16_000));
    }

    [Theory] // 28: actions beside inspect and replace (Mazda, Isuzu, Hyundai)
    [InlineData("mazda2-2019-il-petrol", "chassis-bolts", ServiceAction.Tighten)]
    [InlineData("mazda2-2019-il-petrol", "air-filter", ServiceAction.Clean)]
    [InlineData("isuzu-tf-2004-diesel-export", "valve-clearance", ServiceAction.Adjust)]
    [InlineData("hyundai-stargazer-2022-petrol", "fuel-additive", ServiceAction.Add)]
    [InlineData("tesla-model3-2017-2023", "brake-calipers", ServiceAction.Lubricate)]
    public void Case28_EveryAction(string id, string component, ServiceAction action) =>
        Assert.NotEqual(MaintenanceStatus.NotApplicable, Workshop.Plan(Workshop.Schedule(id), 1_000).Of(component, action).Status);

    [Fact] // 29: nothing known of the past: ask, and call nothing overdue
    public void Case29_UnknownHistory() => Assert.All(Workshop.Schedules, schedule =>
    {
        var plan = Workshop.Plan(schedule, 60_000);
        Assert.DoesNotContain(plan.Services, one => one.Status is MaintenanceStatus.Overdue or MaintenanceStatus.InTolerance or MaintenanceStatus.Due);
        Assert.Equal(plan.AskFirst.Length, plan.AskFirst.Select(one => one.Component.Id).Distinct().Count());
    });

    [Fact] // 30: rules inferred from a list of visits say so (Rogue)
    public void Case30_InferredRulesSaySo() => Assert.Contains(
        Workshop.Schedule("nissan-rogue-t33-2021-kr15ddt-us").Rules, rule => rule.InferredFrom is not null);

    internal static MaintenanceSchedule Severe10Years() => Workshop.Rules("""
        {"component":"engine-oil","actions":["replace"],"everyKilometers":12000,"severe":{"everyKilometers":6000,"when":["age"]}}
        """) with
    {
        SevereConditions = [new SevereCondition("age", string.Empty) { FromAgeYears = 10, FromKilometers = 160_934 }],
    };

    private static MaintenancePlan PlanAs(
        MaintenanceSchedule schedule, Func<MaintenanceSituation, MaintenanceSituation> change, Func<Vehicle, Vehicle>? vehicle = null)
    {
        var own = Workshop.VehicleOf(schedule);
        var situation = new MaintenanceSituation { Vehicle = vehicle?.Invoke(own) ?? own, Today = Today, Odometer = Odometer.FromKilometers(1_000) };
        return Workshop.Planner.Plan(change(situation), new ScheduleMatch(schedule, ScheduleMatchLevel.Model));
    }

    private static int? Next(string rule, int doneAt, ServiceAction action = ServiceAction.Replace)
    {
        var schedule = Workshop.Rules(rule);
        return Workshop.Plan(schedule, doneAt + 1, [Workshop.Done(schedule.Rules[0].ComponentId, action, doneAt)]).Services[0].Due.DueKilometers;
    }

    private static (MaintenanceStatus Status, PlanReason Reason) StateOf(PlannedService service) => (service.Status, service.Due.Reason);
}
