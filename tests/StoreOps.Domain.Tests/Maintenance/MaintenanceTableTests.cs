using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class MaintenanceTableTests
{
    [Fact]
    public void Of_RepeatedService_IsMarkedAtEachOfItsPoints() =>
        Assert.Equal([20_000, 40_000, 60_000], Marks("""{"component":"air-filter","actions":["clean"],"everyKilometers":20000}""", 10_000, 70_000));

    [Fact]
    public void Of_PointBetweenColumns_IsMarkedEarly() =>
        Assert.Equal([5_000, 15_000, 20_000], Marks("""{"component":"engine-oil","actions":["replace"],"everyKilometers":7500}""", 5_000, 25_000));

    [Fact]
    public void Of_MandatoryFirstBeforeTheFirstColumn_IsNotLost() =>
        Assert.Equal([5_000], Marks("""{"component":"service","actions":["service"],"firstKilometers":3000,"mandatoryFirst":true}""", 5_000, 40_000));

    [Fact]
    public void Of_GridFromZero_StaysOnItsPoints() =>
        Assert.Equal(
            [15_000, 30_000, 60_000],
            Marks("""{"component":"transmission-fluid-mt","actions":["replace"],"anchor":"grid","everyKilometers":30000,"firstKilometers":15000}""", 5_000, 70_000));

    [Fact]
    public void Of_WhatDoesNotHoldOrCountsNoKilometers_HasNoRow()
    {
        var plan = Workshop.Plan(Workshop.Schedule("hyundai-tucson-nx4-hev-phev-2026-us"), 0);
        var rows = MaintenanceTable.Of(plan, 10_000).Rows;
        Assert.DoesNotContain(rows, row => row.Service.Component.Id == "transmission-fluid-at");
        Assert.DoesNotContain(rows, row => row.Service.Component.Id == "engine-oil");
        Assert.Contains(rows, row => row.Service.Component.Id == "intercooler-hose");
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 9)]
    [InlineData(1_000, Odometer.MaxKilometers + 1)]
    [InlineData(2_000_000_000, 2_000_000_000)]
    public void Of_ColumnsOutOfRange_AreRefused(int step, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MaintenanceTable.Of(Workshop.Plan(Workshop.Schedule("generic"), 0), step, to));

    private static IEnumerable<int> Marks(string rule, int step, int to)
    {
        var table = MaintenanceTable.Of(Workshop.Plan(Workshop.Rules(rule), 0), step, to);
        return table.Kilometers.Where((_, column) => table.Rows.Single().IsDoneAt[column]);
    }
}
