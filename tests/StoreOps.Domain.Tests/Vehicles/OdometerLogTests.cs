using System.Collections.Immutable;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

public class OdometerLogTests
{
    private static readonly ImmutableArray<OdometerReading> Steady =
        [At("2023-01-01", 30_000), At("2024-01-01", 45_000), At("2025-01-01", 60_000), At("2026-01-01", 75_000)];

    private static readonly LocalDate Start = new(2020, 1, 1);

    private static Arbitrary<OdometerReading[]> AnyReadings { get; } = (
        from day in Gen.Choose(0, 1_500)
        from kilometers in Gen.OneOf(Gen.Choose(0, 60_000), Gen.Constant(999_999), Gen.Constant(0), Gen.Choose(0, Odometer.MaxKilometers))
        from source in Gen.Elements(Enum.GetValues<OdometerSource>())
        select new OdometerReading(Start.PlusDays(day / 10 * 10), Odometer.FromKilometers(kilometers), source)).ArrayOf().ToArbitrary();

    // A car that is driven 20 to 60 km a day, seen each 60 to 200 days.
    private static Arbitrary<OdometerReading[]> AnyCar { get; } = (
        from count in Gen.Choose(7, 14)
        from gaps in Gen.Choose(60, 200).ArrayOf(count)
        from rates in Gen.Choose(20, 60).ArrayOf(count)
        select Drive(gaps, rates)).ToArbitrary();

    [Fact]
    public void From_Nothing_KnowsNothing()
    {
        var log = OdometerLog.From(default);
        Assert.Null(log.LastTrusted);
        Assert.Null(log.Estimate(Start));
        Assert.Equal(default, log.DateOf(Odometer.FromKilometers(1)));
        Assert.Empty(log.ToTrusted());
    }

    [Theory]
    [InlineData("2025-06-01", 999_999, OdometerSource.Shop, OdometerDoubt.Sentinel)]
    [InlineData("2025-06-01", 0, OdometerSource.Shop, OdometerDoubt.Sentinel)]
    [InlineData("2025-06-01", 9_999_998, OdometerSource.Shop, OdometerDoubt.Sentinel)]
    [InlineData("2025-06-01", 44_000, OdometerSource.Shop, OdometerDoubt.GoesBack)]
    [InlineData("2025-06-01", 90_000, OdometerSource.Shop, OdometerDoubt.GoesBack)]
    [InlineData("2025-06-01", 660_000, OdometerSource.Shop, OdometerDoubt.TooFast)]
    [InlineData("2025-01-01", 60_010, OdometerSource.Customer, OdometerDoubt.Duplicate)]
    [InlineData("2025-01-01", 59_990, OdometerSource.Shop, OdometerDoubt.Duplicate)]
    [InlineData("2025-06-01", 66_000, OdometerSource.Estimate, OdometerDoubt.Estimate)]
    [InlineData("2026-06-01", 80_000, OdometerSource.Shop, OdometerDoubt.Future)]
    public void From_DoubtfulReading_IsKeptWithItsReason(string date, int kilometers, OdometerSource source, OdometerDoubt doubt)
    {
        var doubtful = At(date, kilometers) with { Source = source };
        var log = OdometerLog.From(Steady.Insert(1, doubtful), today: new LocalDate(2026, 3, 1));
        Assert.Equal(new OdometerQuarantine(doubtful, doubt), Assert.Single(log.Quarantined));
        Assert.Equal(Steady.ToArray(), log.ToTrusted().ToArray());
    }

    [Fact]
    public void From_DeclaredReplacement_CountsOn()
    {
        var policy = new OdometerPolicy { Replacements = [new(new LocalDate(2026, 2, 1), Odometer.FromKilometers(76_000), default)] };
        var log = OdometerLog.From(Steady.Add(At("2026-07-01", 6_000)), policy);
        Assert.Empty(log.Quarantined);
        Assert.Equal(82_000, log.Estimate(new LocalDate(2026, 7, 1))!.Value.Expected.Kilometers);
        Assert.Equal(OdometerVerdict.Expected, OdometerJudge.Judge(At("2026-10-01", 9_700), log).Verdict);
        Assert.Single(OdometerLog.From(Steady.Add(At("2026-07-01", 6_000))).Quarantined);
    }

    [Fact]
    public void From_TaxiPolicy_BelievesMore()
    {
        ImmutableArray<OdometerReading> taxi = [At("2026-01-01", 10_000), At("2026-01-31", 34_000)];
        Assert.Single(OdometerLog.From(taxi).Quarantined);
        Assert.Empty(OdometerLog.From(taxi, new OdometerPolicy { MaxKilometersPerDay = 1_000 }).Quarantined);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OdometerPolicy { MaxKilometersPerDay = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OdometerPolicy { PriorMetersPerDay = -1 });
    }

    [Fact]
    public void Estimate_OneReadingOrNone_UsesThePrior()
    {
        var one = OdometerLog.From([At("2025-01-01", 20_000)]);
        Assert.Equal(33_500, one.Estimate(new LocalDate(2026, 1, 1))!.Value.Expected.Kilometers);
        var aged = OdometerLog.From([At("2025-01-01", 20_000)], new OdometerPolicy { FirstRegistration = new LocalDate(2023, 1, 2) });
        Assert.Equal(30_000, aged.Estimate(new LocalDate(2026, 1, 1))!.Value.Expected.Kilometers);
        var none = OdometerLog.From([], new OdometerPolicy { FirstRegistration = new LocalDate(2025, 1, 1) });
        Assert.Equal(13_500, none.Estimate(new LocalDate(2026, 1, 1))!.Value.Expected.Kilometers);
        Assert.Null(none.Estimate(new LocalDate(2024, 12, 31)));
    }

    [Fact]
    public void Estimate_LongUnseen_IsStaleAndWider()
    {
        var log = OdometerLog.From(Steady);
        Assert.False(log.Estimate(new LocalDate(2027, 12, 1))!.Value.IsStale);
        var stale = log.Estimate(new LocalDate(2029, 1, 1))!.Value;
        Assert.True(stale.IsStale);
        Assert.Equal(log.Estimate(new LocalDate(2028, 6, 1))!.Value.Low, stale.Low);
    }

    [Fact]
    public void DateOf_InvertsTheEstimate()
    {
        var log = OdometerLog.From(Steady);
        var arrival = log.DateOf(Odometer.FromKilometers(90_000));
        Assert.True(arrival.Early < arrival.Expected && arrival.Expected < arrival.Late);
        Assert.InRange(log.Estimate(arrival.Expected!.Value)!.Value.Expected.Kilometers, 90_000, 90_050);
        Assert.Equal(Steady[3].Date, log.DateOf(Odometer.FromKilometers(1)).Late);
        Assert.Null(log.DateOf(Odometer.FromKilometers(Odometer.MaxKilometers)).Expected);
    }

    [Fact]
    public void Estimate_AnyReadings_NeverFallsNorGoesBelowTheLastTrusted() => Prop.ForAll(AnyReadings, readings =>
    {
        var log = OdometerLog.From([.. readings]);
        OdometerEstimate? before = null;
        for (var day = -400; day < 4_000; day += 37)
        {
            var date = Start.PlusDays(day);
            var now = log.Estimate(date);
            if (now is { } estimate && (estimate.Low > estimate.Expected || estimate.Expected > estimate.High))
                return false;
            if (before is { } then && now is { } later && (later.Low < then.Low || later.Expected < then.Expected || later.High < then.High))
                return false;
            if (log.LastTrusted is { } last && date >= last.Date && now!.Value.Low < last.Odometer)
                return false;
            before = now;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_OneByOneInAnyOrder_SaysTheSameAsAllAtOnce() => Prop.ForAll(AnyReadings, readings =>
    {
        var atOnce = OdometerLog.From([.. readings]);
        return new[] { readings, [.. readings.Reverse()], [.. readings.OrderBy(one => one.Date)] }.All(order =>
        {
            var log = order.Aggregate(OdometerLog.From([]), (sofar, one) => sofar.With(one));
            return log.ToTrusted().SequenceEqual(atOnce.ToTrusted())
                && log.Quarantined.SequenceEqual(atOnce.Quarantined)
                && log.MetersPerDay == atOnce.MetersPerDay
                && log.Estimate(Start.PlusDays(2_000)) == atOnce.Estimate(Start.PlusDays(2_000));
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyReadings_KeepsEveryOne() => Prop.ForAll(AnyReadings, readings =>
    {
        var log = OdometerLog.From([.. readings], today: Start.PlusDays(1_000));
        var kept = log.ToTrusted().Concat(log.Quarantined.Select(one => one.Reading));
        return kept.OrderBy(one => one.Date).ThenBy(one => one.Odometer).ThenBy(one => one.Source)
            .SequenceEqual(readings.OrderBy(one => one.Date).ThenBy(one => one.Odometer).ThenBy(one => one.Source));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Estimate_OneExtraDigitAmongMany_HardlyMoves() => Prop.ForAll(AnyCar, car =>
    {
        for (var i = 1; i + 1 < car.Length; i++)
        {
            var date = car[^1].Date.PlusDays(90);
            var clean = OdometerLog.From([.. car]).Estimate(date)!.Value.Expected.Kilometers;
            var typo = car[i] with { Odometer = Odometer.FromKilometers((car[i].Odometer.Kilometers * 10) + 7) };
            var dirty = OdometerLog.From([.. car.Select((one, at) => at == i ? typo : one)]).Estimate(date)!.Value.Expected.Kilometers;
            if (Math.Abs(clean - dirty) > 1_500)
                return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Estimate_AllocatesNothing()
    {
        var log = OdometerLog.From(Steady);
        var date = new LocalDate(2026, 6, 1);
        var goal = Odometer.FromKilometers(90_000);
        Assert.NotNull(log.Estimate(date));
        Assert.NotNull(log.DateOf(goal).Late);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            _ = log.Estimate(date);
            _ = log.DateOf(goal);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static OdometerReading[] Drive(int[] gaps, int[] rates)
    {
        var readings = new OdometerReading[gaps.Length];
        var (day, kilometers) = (0, 10_000);
        for (var i = 0; i < gaps.Length; i++)
        {
            day += gaps[i];
            kilometers += gaps[i] * rates[i];
            readings[i] = new OdometerReading(Start.PlusDays(day), Odometer.FromKilometers(kilometers));
        }

        return readings;
    }

    private static OdometerReading At(string date, int kilometers) => new(LocalDatePattern.Iso.Parse(date).Value, Odometer.FromKilometers(kilometers));
}
