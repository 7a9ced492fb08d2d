using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

/// <summary>How recent days count more: the rate of a log held against its formula, written out.</summary>
public class OdometerRateTests
{
    private static readonly LocalDate Start = new(2010, 1, 1);

    // Around the yearly gap, which has weights of its own, and far beyond any gap that is usual.
    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(299)]
    [InlineData(300)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(4_000)]
    public void MetersPerDay_TwoReadings_WeighThePriorTheHistoryAndTheDaysByHalfLife(int days)
    {
        const double Prior = 36.986;
        var kilometers = days * 55;
        var log = OdometerLog.From([new(Start, Odometer.FromKilometers(100)), new(Start.PlusDays(days), Odometer.FromKilometers(100 + kilometers))]);
        var (half, own) = days >= 300 ? (90d, 45) : (180d, 30);
        var history = ((30 * Prior) + kilometers) / (30 + days);
        var weight = half / Math.Log(2) * (1 - Math.Pow(0.5, days / half));
        var expected = ((own * history) + (weight * kilometers / days)) / (own + weight);
        Assert.InRange(log.MetersPerDay, (int)(expected * 1_000) - 1, (int)(expected * 1_000) + 1);
    }

    [Fact]
    public void From_TheSameReadingsInAnyOrder_IsOneLog()
    {
        OdometerReading[] readings = [.. Enumerable.Range(0, 20).Select(i => new OdometerReading(Start.PlusDays(i * 45), Odometer.FromKilometers(1_000 + (i * 1_500))))];
        var inOrder = OdometerLog.From([.. readings]);
        Assert.Equal(20, inOrder.TrustedCount);
        Assert.Equal(readings, inOrder.ToTrusted());
        foreach (var order in new[] { readings.Reverse(), readings.OrderBy(one => one.Odometer.Kilometers % 7), readings.Skip(7).Concat(readings.Take(7)) })
        {
            var log = OdometerLog.From([.. order]);
            Assert.Equal(readings, log.ToTrusted());
            Assert.Equal(inOrder.MetersPerDay, log.MetersPerDay);
        }
    }

    // All but one fit: none of these is all of them, and each keeps the most that fit.
    [Theory]
    [InlineData(45, 2_600)]
    [InlineData(450, 900)]
    [InlineData(450, 90_000)]
    public void From_OneThatDoesNotFit_IsLeftOut(int day, int kilometers)
    {
        OdometerReading[] readings = [.. Enumerable.Range(0, 11).Select(i => new OdometerReading(Start.PlusDays(i * 45), Odometer.FromKilometers(1_000 + (i * 1_500))))];
        var log = OdometerLog.From([.. readings, new OdometerReading(Start.PlusDays(day), Odometer.FromKilometers(kilometers), OdometerSource.Customer)]);
        Assert.Equal(readings, log.ToTrusted());
        Assert.Equal(kilometers, Assert.Single(log.Quarantined).Reading.Odometer.Kilometers);
    }
}
