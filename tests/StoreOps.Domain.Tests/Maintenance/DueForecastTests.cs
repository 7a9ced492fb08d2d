using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

public class DueForecastTests
{
    private static DailyDistance Usual { get; } = new(30_000, 40_000, 60_000);

    [Fact]
    public void Forecast_Kilometers_AreReachedByTheDailyDistance()
    {
        var forecast = Oil(14_000).Forecast(Workshop.Today, Usual)!.Value;
        Assert.Equal(
            new DueForecast(Workshop.Today.PlusDays(100), Workshop.Today.PlusDays(150), Workshop.Today.PlusDays(200), GoverningLimit.Kilometers), forecast);
    }

    [Fact]
    public void Forecast_ADateBeforeThem_Governs()
    {
        var forecast = Oil(14_000, """,'everyMonths':4""").Forecast(Workshop.Today, Usual)!.Value;
        var date = Workshop.Today.PlusMonths(4);
        Assert.Equal(new DueForecast(Workshop.Today.PlusDays(100), date, date, GoverningLimit.Months), forecast);
    }

    [Fact]
    public void Forecast_PassedKilometers_AreDueToday() =>
        Assert.Equal(Workshop.Today, Oil(21_000).Forecast(Workshop.Today, Usual)!.Value.Expected);

    [Fact]
    public void Forecast_StandingStill_IsUnknownWithoutADate()
    {
        Assert.Null(Oil(14_000).Forecast(Workshop.Today, default));
        Assert.Equal(Workshop.Today.PlusMonths(4), Oil(14_000, """,'everyMonths':4""").Forecast(Workshop.Today, default)!.Value.Expected);
        Assert.Equal(NodaTime.LocalDate.MaxIsoValue, Oil(14_000).Forecast(Workshop.Today, new DailyDistance(0, 1, 60_000))!.Value.Latest);
    }

    [Fact]
    public void Forecast_AnyDistance_IsInOrderAndNoEarlierWhenLessIsDriven() => Prop.ForAll(
        Gen.Choose(0, 30_000).ToArbitrary(), Gen.Choose(1, 200_000).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (kilometers, low, more) =>
        {
            var oil = Oil(kilometers);
            if (oil.Forecast(Workshop.Today, new DailyDistance(low, low + more, low + more + more)) is not { } forecast)
                return false;
            return forecast.Earliest <= forecast.Expected && forecast.Expected <= forecast.Latest && forecast.Latest >= Workshop.Today;
        }).QuickCheckThrowOnFailure();

    private static PlannedService Oil(int kilometers, string more = "") => Workshop.Plan(
        Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"everyKilometers":20000""" + more.Replace('\'', '"') + "}"), kilometers).Services[0];
}
