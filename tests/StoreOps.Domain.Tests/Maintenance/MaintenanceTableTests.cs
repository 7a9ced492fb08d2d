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

    [Fact]
    public void Of_YearlyDistance_MarksMonthsWhereTheyFall()
    {
        var schedule = Workshop.Rules("""
            {"component":"engine-oil","actions":["replace"],"everyKilometers":20000,"everyMonths":12},
            {"component":"brake-fluid","actions":["replace"],"everyMonths":24,"firstMonths":36}
            """);
        var byKilometers = MaintenanceTable.Of(Workshop.Plan(schedule, 100), 10_000, 60_000);
        Assert.Equal([".x.x.x"], byKilometers.Rows.Select(Marks));
        var byBoth = MaintenanceTable.Of(Workshop.Plan(schedule, 100), 10_000, 60_000, kilometersPerYear: 10_000);
        Assert.Equal(["xxxxxx", "..x.x."], byBoth.Rows.Select(Marks));
        Assert.Equal([12, 24, 36, 48, 60, 72], byBoth.Months.Select(months => months!.Value));
        Assert.Equal([".x.x.x", "......"], MaintenanceTable.Of(Workshop.Plan(schedule, 100), 10_000, 60_000, kilometersPerYear: 40_000).Rows.Select(Marks));
        Assert.Throws<ArgumentOutOfRangeException>("kilometersPerYear", () => MaintenanceTable.Of(Workshop.Plan(schedule, 100), 10_000, 60_000, 0));
    }

    [Fact]
    public void Of_BaseVisit_TellsTheMonths()
    {
        var table = MaintenanceTable.Of(Workshop.Plan(Workshop.Schedule("hyundai-stargazer-2022-petrol"), 100), 15_000, 45_000);
        Assert.Equal([12, 24, 36], table.Months.Select(months => months!.Value));
        Assert.All(MaintenanceTable.Of(Workshop.Plan(Workshop.Schedule("tesla-model3-2017-2023"), 100), 10_000, 30_000).Months, months => Assert.Null(months));
    }

    [Fact]
    public void ContentHash_ChangesWithWhatIsShownAndWithNothingElse()
    {
        var schedule = Workshop.Schedule("mazda2-2019-il-petrol");
        string Hash(MaintenancePlan plan, int step = 5_000, int? year = null) => MaintenanceTable.Of(plan, step, kilometersPerYear: year).ContentHash();
        var hash = Hash(Workshop.Plan(schedule, 60_000));
        Assert.Matches("^[0-9a-f]{64}$", hash);
        // Another day, odometer and past: the schedule's table is the same.
        Assert.Equal(hash, Hash(Workshop.Plan(schedule, 61_000, [Workshop.Done("engine-oil", ServiceAction.Replace, 60_000)], today: Workshop.Today.PlusDays(9))));
        var others = new[] { Hash(Workshop.Plan(schedule, 60_000), 10_000), Hash(Workshop.Plan(schedule, 60_000), year: 15_000), Hash(Workshop.Plan(Workshop.Schedule("mazda3-2016-au-petrol"), 60_000)) };
        Assert.Equal(4, others.Append(hash).Distinct().Count());
    }

    private static string Marks(MaintenanceTableRow row) => string.Concat(row.IsDoneAt.Select(isDone => isDone ? 'x' : '.'));
}
