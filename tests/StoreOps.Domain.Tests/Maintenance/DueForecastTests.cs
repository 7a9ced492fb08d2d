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

    // The day of the date itself: kilometers reached on the same day govern, those of a day later do not.
    [Theory]
    [InlineData(0, GoverningLimit.Kilometers)]
    [InlineData(1, GoverningLimit.Months)]
    [InlineData(-1, GoverningLimit.Kilometers)]
    public void Forecast_KilometersAroundTheDate_GovernUpToThatDay(int daysAfter, GoverningLimit governing)
    {
        var date = Workshop.Today.PlusMonths(4);
        var days = NodaTime.Period.DaysBetween(Workshop.Today, date) + daysAfter;
        var forecast = Oil(20_000 - (days * 40), """,'everyMonths':4""").Forecast(Workshop.Today, Usual)!.Value;
        Assert.Equal((governing, date.PlusDays(Math.Min(0, daysAfter))), (forecast.Governing, forecast.Expected));
    }

    // The last kilometer is reached in the course of a day: that day counts, and one meter more is the next.
    [Theory]
    [InlineData(19_999, 1_000, 1)]
    [InlineData(19_999, 999, 2)]
    [InlineData(19_998, 1_000, 2)]
    [InlineData(20_000, 1_000, 0)]
    public void Forecast_PartOfADay_IsRoundedUp(int kilometers, int metersPerDay, int days) => Assert.Equal(
        Workshop.Today.PlusDays(days), Oil(kilometers).Forecast(Workshop.Today, new DailyDistance(metersPerDay, metersPerDay, metersPerDay))!.Value.Expected);

    [Fact]
    public void Forecast_NothingCounted_IsNone() => Assert.Null(Workshop.Plan(
        Workshop.Rules("""{"component":"engine-oil","actions":["replace"],"condition":"as needed"}"""), 10_000).Services[0].Forecast(Workshop.Today, Usual));

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
