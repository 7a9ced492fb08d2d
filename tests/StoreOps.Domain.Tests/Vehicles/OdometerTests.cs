using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Vehicles;

public class OdometerTests
{
    private static Arbitrary<int> AnyMiles { get; } = Gen.Choose(0, 6_000_000).ToArbitrary();

    [Theory]
    [InlineData(-1)]
    [InlineData(Odometer.MaxKilometers + 1)]
    public void FromKilometers_OutOfRange_NamesTheArgument(int kilometers)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Odometer.FromKilometers(kilometers));
        Assert.Equal("kilometers", error.ParamName);
        Assert.Equal(kilometers, error.ActualValue);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(15_979, 25_716)]
    [InlineData(100_000, 160_934)]
    public void FromMiles_RoundsToTheNearestKilometer(int miles, int kilometers) =>
        Assert.Equal(kilometers, Odometer.FromMiles(miles).Kilometers);

    [Fact]
    public void FromMiles_BackToMiles_IsTheSame() =>
        Prop.ForAll(AnyMiles, miles => Odometer.FromMiles(miles).ToMiles() == miles).QuickCheckThrowOnFailure();

    [Fact]
    public void KilometersSince_AReplacedOdometer_IsNegative() =>
        Assert.Equal(-61_000, Odometer.FromKilometers(240).KilometersSince(Odometer.FromKilometers(61_240)));

    [Fact]
    public void Comparison_KeepsItsContract()
    {
        OrderContract.Check(default, Odometer.FromKilometers(1), Odometer.FromKilometers(Odometer.MaxKilometers));
        EqualityContract.Check(Odometer.FromKilometers(5), Odometer.FromKilometers(5), default, Odometer.FromKilometers(6));
    }
}
