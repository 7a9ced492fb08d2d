using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

/// <summary>Zero on the odometer: a new car, a new instrument, or a form that nobody filled in.</summary>
public class OdometerZeroTests
{
    private static readonly LocalDate Registered = new(2024, 3, 1);
    private static readonly ImmutableArray<OdometerReading> Later =
        [new(new LocalDate(2025, 3, 1), Odometer.FromKilometers(12_000)), new(new LocalDate(2026, 3, 1), Odometer.FromKilometers(24_000))];

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void From_ZeroAfterFirstRegistration_IsBelievedForAMonth(int days, bool isTrusted)
    {
        var zero = new OdometerReading(Registered.PlusDays(days), default);
        var log = OdometerLog.From(Later.Insert(0, zero), new OdometerPolicy { FirstRegistration = Registered });
        Assert.Equal(isTrusted, log.Quarantined.IsEmpty);
        Assert.Equal(isTrusted, log.ToTrusted().Contains(zero));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(30, 0, true)]
    [InlineData(31, 0, false)]
    [InlineData(-1, 0, false)]
    [InlineData(10, 5, false)]
    public void From_ZeroAfterANewInstrument_IsBelievedForAMonth(int days, int shownByTheNew, bool isTrusted)
    {
        var replaced = new LocalDate(2026, 6, 1);
        var zero = new OdometerReading(replaced.PlusDays(days), default);
        var policy = new OdometerPolicy { Replacements = [new(replaced, Odometer.FromKilometers(27_000), Odometer.FromKilometers(shownByTheNew))] };
        var log = OdometerLog.From(Later.Add(zero), policy);
        Assert.Equal(isTrusted, log.Quarantined.IsEmpty);
        Assert.Equal(isTrusted, log.ToTrusted().Contains(zero));
    }

    [Fact]
    public void From_NothingButZero_IsANewCar() =>
        Assert.Equal(1, OdometerLog.From([new OdometerReading(Registered, default)]).TrustedCount);

    // A future reading, an estimate or a stand-in for "not known" says nothing about a zero beside it.
    [Theory]
    [InlineData("2030-01-01", 50_000, OdometerSource.Shop)]
    [InlineData("2024-06-01", 5_000, OdometerSource.Estimate)]
    [InlineData("2024-06-01", 999_999, OdometerSource.Shop)]
    public void From_ZeroBesideWhatDoesNotCount_IsBelieved(string date, int kilometers, OdometerSource source)
    {
        var other = new OdometerReading(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, Odometer.FromKilometers(kilometers), source);
        var log = OdometerLog.From([new OdometerReading(Registered.PlusDays(60), default), other], today: new LocalDate(2026, 1, 1));
        Assert.Equal(other, Assert.Single(log.Quarantined).Reading);
        Assert.Equal(1, log.TrustedCount);
    }

    [Fact]
    public void Policy_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OdometerPolicy { MaxKilometersPerDay = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OdometerPolicy { MaxKilometersPerDay = 5_001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OdometerPolicy { PriorMetersPerDay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OdometerPolicy { PriorMetersPerDay = 1_000_001 });
    }
}
