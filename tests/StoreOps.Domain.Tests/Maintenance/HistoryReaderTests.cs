using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class HistoryReaderTests
{
    private static readonly MaintenanceSchedule Mazda = Workshop.Schedule("mazda3-2016-au-petrol");

    [Fact]
    public void Plan_OddRecords_AreFoundAndNothingElseIsLost()
    {
        var good = Workshop.Done("engine-oil", ServiceAction.Replace, 52_000);
        var future = Workshop.Done("oil-filter", ServiceAction.Replace, 52_000, Workshop.Today.PlusDays(1));
        var above = Workshop.Done("brake-fluid", ServiceAction.Replace, 900_000, Workshop.Today.PlusMonths(-1));
        var unknown = Workshop.Done("flux-capacitor", ServiceAction.Replace, 10_000);
        var undated = new ServiceRecord("air-filter", ServiceAction.Replace, null, null);
        var plan = Workshop.Plan(Mazda, 60_000, [future, above, unknown, undated, good]);

        Assert.Equal(
            [
                new HistoryFinding(undated, HistoryFindingKind.Undated),
                new HistoryFinding(above, HistoryFindingKind.OdometerAboveToday),
                new HistoryFinding(unknown, HistoryFindingKind.UnknownComponent),
                new HistoryFinding(future, HistoryFindingKind.DateInFuture),
            ],
            plan.Findings.AsEnumerable());
        Assert.Equal(62_000, plan.Of("engine-oil", ServiceAction.Replace).Due.DueKilometers);
        Assert.False(plan.Of("oil-filter", ServiceAction.Replace).Last.IsRecorded);
        Assert.False(plan.Of("air-filter", ServiceAction.Replace).Last.IsRecorded);
        Assert.Equal((Workshop.Today.PlusMonths(-1), null), (plan.Of("brake-fluid", ServiceAction.Replace).Last.Date, plan.Of("brake-fluid", ServiceAction.Replace).Last.Kilometers));
    }

    [Fact]
    public void Plan_OdometerAboveTodayAndNoDate_IsFoundOnceAndNotUsed()
    {
        var above = new ServiceRecord("engine-oil", ServiceAction.Replace, null, Odometer.FromKilometers(60_001));
        var plan = Workshop.Plan(Mazda, 60_000, [above]);
        Assert.Equal([new HistoryFinding(above, HistoryFindingKind.OdometerAboveToday)], plan.Findings.AsEnumerable());
        Assert.False(plan.Of("engine-oil", ServiceAction.Replace).Last.IsRecorded);
    }

    [Fact]
    public void Plan_OdometerAboveTodayOfAnUnknownComponent_IsFoundForBoth()
    {
        var plan = Workshop.Plan(Mazda, 60_000, [Workshop.Done("flux-capacitor", ServiceAction.Replace, 70_000)]);
        Assert.Equal([HistoryFindingKind.OdometerAboveToday, HistoryFindingKind.UnknownComponent], plan.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Plan_TodayItself_IsNotTheFuture()
    {
        var plan = Workshop.Plan(Mazda, 60_000, [Workshop.Done("engine-oil", ServiceAction.Replace, 60_000)]);
        Assert.Empty(plan.Findings.AsEnumerable());
        Assert.Equal(70_000, plan.Of("engine-oil", ServiceAction.Replace).Due.DueKilometers);
    }

    [Fact]
    public void Plan_KnownComponentOutsideTheSchedule_IsNoFinding() =>
        Assert.Empty(Workshop.Plan(Mazda, 60_000, [Workshop.Done("wiper-blades", ServiceAction.Replace, 50_000)]).Findings);

    [Fact]
    public void Plan_VendorsOwnComponent_IsKnownByItsRule()
    {
        var schedule = Workshop.Rules("""{"component":"snorkel","actions":["clean"],"everyKilometers":10000}""");
        var plan = Workshop.Plan(schedule, 15_000, [Workshop.Done("snorkel", ServiceAction.Clean, 9_000)]);
        Assert.Empty(plan.Findings.AsEnumerable());
        Assert.Equal((19_000, "snorkel", null), (plan.Services[0].Due.DueKilometers!.Value, plan.Services[0].Component.Name.English, plan.Services[0].Item));
    }

    [Fact]
    public void Plan_RecordOfAnItem_CoversItsComponentsAndNotTheOtherWay()
    {
        var schedule = Workshop.Rules("""
            {"component":"transmission-fluid","actions":["replace"],"everyKilometers":60000},
            {"component":"transmission-fluid-at","actions":["replace"],"everyKilometers":60000}
            """);
        Assert.All(
            Workshop.Plan(schedule, 60_000, [Workshop.Done("transmission-fluid", ServiceAction.Replace, 50_000)]).Services,
            service => Assert.True(service.Last.IsRecorded));
        Assert.Equal(
            [false, true],
            Workshop.Plan(schedule, 60_000, [Workshop.Done("transmission-fluid-at", ServiceAction.Replace, 50_000)]).Services.Select(service => service.Last.IsRecorded));
    }

    [Theory]
    [InlineData(ServiceAction.Replace, ServiceAction.Clean, true)]
    [InlineData(ServiceAction.Clean, ServiceAction.Inspect, true)]
    [InlineData(ServiceAction.Clean, ServiceAction.Clean, true)]
    [InlineData(ServiceAction.Inspect, ServiceAction.Clean, false)]
    [InlineData(ServiceAction.Service, ServiceAction.Replace, false)]
    public void Includes_WhatWasDone_CoversWhatItContains(ServiceAction done, ServiceAction wanted, bool expected) => Assert.Equal(expected, done.Includes(wanted));
}
