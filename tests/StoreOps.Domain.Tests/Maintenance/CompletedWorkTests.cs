using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class CompletedWorkTests
{
    private static WorkOrder Order { get; } = new()
    {
        Id = "W1",
        ShopId = "s",
        VehicleId = "v",
        Date = Workshop.Today,
        Odometer = Odometer.FromKilometers(60_000),
        Lines =
        [
            Line("1", LineKind.Labor, "engine-oil", ServiceAction.Replace),
            Line("2", LineKind.Part, "engine-oil", ServiceAction.Replace),
            Line("3", LineKind.Labor, "spark-plugs", ServiceAction.Replace),
            Line("4", LineKind.Other, null, null),
        ],
    };

    [Fact]
    public void Of_AnOrder_IsOneRecordForEachItemAndAction()
    {
        var records = CompletedWork.Of(Order);
        Assert.Equal(
            [
                new ServiceRecord("engine-oil", ServiceAction.Replace, Workshop.Today, Odometer.FromKilometers(60_000)) { Id = "W1/engine-oil/8" },
                new ServiceRecord("spark-plugs", ServiceAction.Replace, Workshop.Today, Odometer.FromKilometers(60_000)) { Id = "W1/spark-plugs/8" },
            ],
            records.AsEnumerable());
    }

    [Fact]
    public void Of_TheSameOrderAgain_AddsNothingAndACorrectionReplaces()
    {
        var history = ServiceHistory.Of(CompletedWork.Of(Order));
        Assert.Equal(history.Records.AsEnumerable(), ServiceHistory.Of(CompletedWork.Of(Order).Concat(history.Records)).Records);
        var corrected = CompletedWork.Of(Order with { Odometer = Odometer.FromKilometers(59_100) }, revision: 1);
        Assert.All(history.Merge(ServiceHistory.Of(corrected)).Records, record => Assert.Equal(59_100, record.Odometer!.Value.Kilometers));
    }

    [Fact]
    public void Of_Extents_TheMostCompleteLineOfAnItemCounts()
    {
        var records = CompletedWork.Of(Order, new Dictionary<string, ServiceExtent>
        {
            ["1"] = ServiceExtent.Undone,
            ["2"] = ServiceExtent.Part,
            ["3"] = ServiceExtent.Undone,
        });
        Assert.Equal([ServiceExtent.Part, ServiceExtent.Undone], records.Select(record => record.Extent));
    }

    [Fact]
    public void Of_EstimatedOdometerAndMeters_AreCarried()
    {
        var records = CompletedWork.Of(Order, isOdometerEstimated: true, meters: [new MeterReading("engine-hours", 900)]);
        Assert.All(records, record => Assert.True(record is { IsOdometerEstimated: true, Meters: [{ Value: 900 }] }));
        Assert.All(CompletedWork.Of(Order with { Odometer = null }, isOdometerEstimated: true), record => Assert.False(record.IsOdometerEstimated));
    }

    [Theory]
    [InlineData("last-done", 9_000, 19_000)]
    [InlineData("last-done", 11_000, 21_000)]
    [InlineData("grid", 9_000, 20_000)]
    [InlineData("grid", 11_000, 20_000)]
    [InlineData("due-point", 9_000, 20_000)]
    [InlineData("due-point", 11_000, 20_000)]
    public void Of_EarlyOrLate_NextFollowsTheRulesAnchor(string anchor, int doneAt, int next)
    {
        var schedule = Workshop.Rules(
            """{"component":"engine-oil","actions":["replace"],"everyKilometers":10000,"anchor":"ANCHOR"}""".Replace("ANCHOR", anchor, StringComparison.Ordinal));
        var done = CompletedWork.Of(Order with { Odometer = Odometer.FromKilometers(doneAt) });
        Assert.Equal(next, Workshop.Plan(schedule, 12_000, done).Services[0].Due.DueKilometers);
    }

    private static WorkOrderLine Line(string id, LineKind kind, string? item, ServiceAction? action) => new()
    {
        Id = id,
        Kind = kind,
        ListAmount = Money.FromMinorUnits(100, Currency.Cny),
        ItemId = item,
        Action = action,
    };
}
