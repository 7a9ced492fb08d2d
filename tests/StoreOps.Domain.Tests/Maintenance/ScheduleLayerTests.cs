using System.Text;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Maintenance;

public class ScheduleLayerTests
{
    private const string Mazda = "mazda3-2016-au-petrol";

    private static readonly LocalDate March = new(2026, 3, 1);

    [Fact]
    public void TryLoad_TheDocumentedExample_HoldsItsHistory()
    {
        var layer = Example();
        Assert.Equal(("north-chain", LayerOrigin.Chain, 1, 2), (layer.Id, layer.Origin, layer.Schedules.Length, layer.Overrides.Length));
        var library = ScheduleLibrary.BuiltIn.With(layer);
        Assert.Empty(library.Findings);
        Assert.Equal("north-chain-wuling-hongguang", library.Find(new Vehicle { Id = "v", Make = "Wuling", Model = "hongguang" }).Schedule.Id);

        Assert.Same(Workshop.Schedule(Mazda), library.Find(Car, March.PlusDays(-1)).Schedule);
        Assert.Equal(7_500, Oil(library.Find(Car, March)).Limits.EveryKilometers);
        Assert.Equal(6_000, Oil(library.Find(Car, new LocalDate(2026, 9, 1))).Limits.EveryKilometers);
        Assert.Equal(Oil(new ScheduleMatch(Workshop.Schedule(Mazda), default)).Limits.EveryMonths, Oil(library.Find(Car, March)).Limits.EveryMonths);
        Assert.Same(library.Find(Car, March).Schedule, library.Find(Car, March.PlusDays(30)).Schedule);
    }

    [Fact]
    public void Plan_WithALayer_SaysWhatChangedAndSince()
    {
        var planner = new MaintenancePlanner(library: ScheduleLibrary.BuiltIn.With(Example()));
        var plan = planner.Plan(new MaintenanceSituation { Vehicle = Car, Today = new LocalDate(2026, 10, 1), Odometer = Odometer.FromKilometers(6_000), History = [] });
        Assert.Equal([false, true], plan.Match.Changes.Select(change => change.IsLatest));
        Assert.Equal("chain layer north-chain: engine-oil 10,000 km / 12 months -> 7,500 km / 12 months since 2026-03-01 (dusty roads)", plan.Match.Changes[0].ToString());
        Assert.Equal(6_000, plan.Of("engine-oil", ServiceAction.Replace).Limits.EveryKilometers);
    }

    [Fact]
    public void With_LayersInAnyOrder_TheHigherHasTheLastWord()
    {
        var shop = Layer("shop", LayerOrigin.Shop, Change(8_000));
        var chain = Layer("chain", LayerOrigin.Chain, Change(9_000));
        foreach (var library in new[] { ScheduleLibrary.BuiltIn.With(shop).With(chain), ScheduleLibrary.BuiltIn.With(chain).With(shop) })
        {
            Assert.Equal(8_000, Oil(library.Find(Car, March)).Limits.EveryKilometers);
            var finding = Assert.Single(library.Findings);
            Assert.Equal((LayerFindingKind.OverriddenTwice, "shop"), (finding.Kind, finding.LayerId));
        }
    }

    [Fact]
    public void With_LayerThatMissesItsMark_SaysSo()
    {
        var same = Workshop.Schedule(Mazda);
        var library = ScheduleLibrary.BuiltIn
            .With(Layer("shop", LayerOrigin.Shop) with { Schedules = [same with { Coverage = "the shop's" }, same with { Id = "other" }] })
            .With(Layer("chain", LayerOrigin.Chain, Change(9_000), Change(9_000) with { ScheduleId = "missing" }, Change(9_000) with { ScheduleId = "other", ComponentId = "none" }));
        Assert.Equal("the shop's", library.Find(Car, March).Schedule.Coverage);
        Assert.Empty(library.Find(Car, March).Changes);
        Assert.Equal(LayerOrigin.Shop, library.Find(Car).Origin);
        var kinds = library.Findings.Select(finding => finding.Kind).ToHashSet();
        Assert.Superset(new HashSet<LayerFindingKind> { LayerFindingKind.SameSchedule, LayerFindingKind.Outranked, LayerFindingKind.UnknownSchedule, LayerFindingKind.UnknownRule }, kinds);
    }

    [Fact]
    public void With_SevereUse_NeverAllowsMoreThanTheOverride()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"severe":{"everyKilometers":10000},"markets":[{"markets":["US"],"everyKilometers":16000}]}""");
        var layer = Layer("shop", LayerOrigin.Shop, Change(6_000) with { ScheduleId = null, Make = "MAKE" });
        var rule = ScheduleLibrary.BuiltIn.With([schedule]).With(layer).Find(Workshop.VehicleOf(schedule), March).Schedule.Rules[0];
        Assert.Equal((6_000, 6_000, 6_000), (rule.Limits.EveryKilometers, rule.Severe!.Limits.EveryKilometers, rule.Markets[0].Limits.EveryKilometers));
    }

    [Fact]
    public void With_SevereLimitsStated_ReplacesThemButNeverAboveNormalUse()
    {
        var schedule = Workshop.Rules("""
            {"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"everyMonths":12,"severe":{"everyKilometers":5000,"everyMonths":3,"when":["A"],"markets":[{"markets":["US"],"everyKilometers":4000}]}},
            {"component":"air-filter","actions":["replace"],"everyKilometers":30000}
            """) with { SevereConditions = [new SevereCondition("A", "dust")] };
        var hard = Change(1) with { ScheduleId = "test", Limits = default, SevereLimits = new ServiceLimits(8_000, null) };
        var library = ScheduleLibrary.BuiltIn.With([schedule])
            .With(Layer("shop", LayerOrigin.Shop, hard, hard with { ComponentId = "air-filter", SevereLimits = new ServiceLimits(40_000, null) }));
        var match = library.Find(Workshop.VehicleOf(schedule), March);
        var (oil, air) = (match.Schedule.Rules[0], match.Schedule.Rules[1]);
        Assert.Equal((new ServiceLimits(20_000, 12), new ServiceLimits(8_000, 3), 8_000), (oil.Limits, oil.Severe!.Limits, oil.Severe.Markets[0].Limits.EveryKilometers));
        Assert.Equal((new ServiceLimits(30_000, null), new ServiceLimits(30_000, null)), (air.Limits, air.Severe!.Limits));
        Assert.Equal("shop layer shop: engine-oil severe use 5,000 km / 3 months -> 8,000 km / 3 months since 2026-03-01 (test)", match.Changes[0].ToString());

        var situation = new MaintenanceSituation { Vehicle = Workshop.VehicleOf(schedule), Today = March, Odometer = Odometer.FromKilometers(6_000) };
        var planner = new MaintenancePlanner(library: library);
        Assert.Equal(20_000, planner.Plan(situation).Of("engine-oil", ServiceAction.Replace).Limits.EveryKilometers);
        Assert.Equal(8_000, planner.Plan(situation with { SevereUse = ["A"] }).Of("engine-oil", ServiceAction.Replace).Limits.EveryKilometers);
    }

    [Fact]
    public void With_BothKindsOfLimits_SaysBoth()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"severe":{"everyKilometers":5000}}""");
        var both = Change(9_000) with { ScheduleId = "test", SevereLimits = new ServiceLimits(9_500, null, 9_900) };
        var match = ScheduleLibrary.BuiltIn.With([schedule]).With(Layer("shop", LayerOrigin.Shop, both)).Find(Workshop.VehicleOf(schedule), March);
        Assert.Equal(new ServiceLimits(9_000, null, 9_000), match.Schedule.Rules[0].Severe!.Limits);
        Assert.Equal("shop layer shop: engine-oil 20,000 km -> 9,000 km, severe use 5,000 km -> 9,000 km since 2026-03-01 (test)", match.Changes[0].ToString());
    }

    [Fact]
    public void With_WhatNeedsNoService_IsNeverSold()
    {
        var schedule = Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"noServiceRequired":true}""");
        var library = ScheduleLibrary.BuiltIn.With([schedule]).With(Layer("shop", LayerOrigin.Shop, Change(6_000) with { ScheduleId = "test" }));
        Assert.Empty(library.Find(Workshop.VehicleOf(schedule), March).Changes);
        Assert.Equal(LayerFindingKind.NoServiceRequired, Assert.Single(library.Findings).Kind);
    }

    [Theory]
    [InlineData("""{"component":"a","action":"replace","everyKilometers":0,"effectiveFrom":"2026-03-01","reason":"r"}""", "SOD025", "$.overrides[0].everyKilometers")]
    [InlineData("""{"component":"a","action":"replace","effectiveFrom":"2026-03-01","reason":"r"}""", "SOD034", "$.overrides[0]")]
    [InlineData("""{"component":"a","action":"replace","everyMonths":6,"effectiveFrom":"2026-02-30","reason":"r"}""", "SOD036", "$.overrides[0].effectiveFrom")]
    [InlineData("""{"component":"a","action":"replace","everyMonths":6,"effectiveFrom":"2026-03-01","reason":" "}""", "SOD032", "$.overrides[0].reason")]
    [InlineData("""{"schedule":"s","make":"m","component":"a","action":"replace","everyMonths":6,"effectiveFrom":"2026-03-01","reason":"r"}""", "SOD033", "$.overrides[0].make")]
    [InlineData("""{"component":"a","action":"replace","everyMonths":6,"effectiveFrom":"2026-03-01","reason":"r","x":1}""", "SOD002", "$.overrides[0].x")]
    [InlineData("""{"component":"a","action":"replace","severe":{},"effectiveFrom":"2026-03-01","reason":"r"}""", "SOD034", "$.overrides[0].severe")]
    [InlineData("""{"component":"a","action":"replace","severe":{"everyMonths":601},"effectiveFrom":"2026-03-01","reason":"r"}""", "SOD025", "$.overrides[0].severe.everyMonths")]
    [InlineData("""{"component":"a","action":"replace","everyKilometers":5000,"severe":{"everyKilometers":5001},"effectiveFrom":"2026-03-01","reason":"r"}""", "SOD037", "$.overrides[0].severe.everyKilometers")]
    [InlineData("""{"component":"a","action":"replace","everyMonths":5,"severe":{"firstMonths":6},"effectiveFrom":"2026-03-01","reason":"r"}""", "SOD037", "$.overrides[0].severe.firstMonths")]
    public void TryLoad_WrongOverride_IsRefusedWithItsPlace(string one, string code, string path)
    {
        var text = """{"schemaVersion":1,"id":"x","origin":"shop","overrides":[#]}""".Replace("#", one, StringComparison.Ordinal);
        Assert.False(ScheduleLayer.TryLoad(Encoding.UTF8.GetBytes(text), out _, out var issues));
        Assert.Equal((code, path), (issues[0].Code, issues[0].Path));
    }

    [Fact]
    public void TryLoad_WrongScheduleInside_NamesItsPlaceInTheWhole()
    {
        var inside = Workshop.Frame.Replace("#", """{"component":"a","actions":[]}""", StringComparison.Ordinal);
        var text = """{"schemaVersion":1,"id":"x","origin":"built-in","schedules":[#]}""".Replace("#", inside, StringComparison.Ordinal);
        Assert.False(ScheduleLayer.TryLoad(Encoding.UTF8.GetBytes(text), out _, out var issues));
        Assert.Equal([("SOD031", "$.origin"), ("SOD021", "$.schedules[0].rules[0].actions")], issues.Select(issue => (issue.Code, issue.Path)));
    }

    [Fact]
    public void JsonSchema_IsTheCommittedFile()
    {
        var path = Path.Combine(RepositoryFolder.Path, "schema", "maintenance-overlay.schema.json");
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            File.WriteAllText(path, ScheduleLayer.JsonSchema());
        Assert.Equal(File.ReadAllText(path), ScheduleLayer.JsonSchema());
    }

    private static Vehicle Car => Workshop.VehicleOf(Workshop.Schedule(Mazda));

    private static MaintenanceRule Oil(ScheduleMatch match) =>
        match.Schedule.Rules.First(rule => rule.ComponentId == "engine-oil" && rule.Action == ServiceAction.Replace);

    private static ScheduleLayer Layer(string id, LayerOrigin origin, params IntervalOverride[] overrides) => new() { Id = id, Origin = origin, Overrides = [.. overrides] };

    private static IntervalOverride Change(int kilometers) => new()
    {
        ScheduleId = Mazda,
        ComponentId = "engine-oil",
        Action = ServiceAction.Replace,
        Limits = new ServiceLimits(kilometers, null),
        EffectiveFrom = March,
        Reason = "test",
    };

    private static ScheduleLayer Example()
    {
        var bytes = File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "docs", "examples", "maintenance-overlay.json"));
        Assert.True(ScheduleLayer.TryLoad(bytes, out var layer, out var issues), string.Join("; ", issues));
        return layer!;
    }
}
