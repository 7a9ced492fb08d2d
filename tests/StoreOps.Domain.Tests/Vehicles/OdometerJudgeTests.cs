using System.Collections.Immutable;
using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Vehicles;

public class OdometerJudgeTests
{
    // 15,000 km a year.
    private static readonly ImmutableArray<OdometerReading> Steady =
        [At("2023-01-01", 30_000), At("2024-01-01", 45_000), At("2025-01-01", 60_000), At("2026-01-01", 75_000)];

    private static Arbitrary<OdometerReading[]> AnyReadings { get; } = (
        from day in Gen.Choose(-400, 60)
        from kilometers in Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, Odometer.MaxKilometers / 1_000).Select(thousands => thousands * 1_000))
        from source in Gen.Elements(Enum.GetValues<OdometerSource>())
        select new OdometerReading(new LocalDate(2026, 1, 1).PlusDays(day / 20 * 20), Odometer.FromKilometers(kilometers), source))
        .ArrayOf().ToArbitrary();

    [Fact]
    public void Judge_NoReadings_SaysSo()
    {
        foreach (var none in new[] { default, ImmutableArray<OdometerReading>.Empty })
        {
            var judged = OdometerJudge.Judge(At("2026-01-01", 75_000), none);
            Assert.Equal(OdometerVerdict.NoReadings, judged.Verdict);
            Assert.True(judged.IsUsable);
            Assert.Null(judged.LastTrusted);
            Assert.Null(judged.MetersPerDay);
            Assert.Empty(judged.SetAside);
        }
    }

    [Theory]
    [InlineData("2027-01-01", 90_000, OdometerVerdict.Expected)]
    [InlineData("2026-01-01", 75_000, OdometerVerdict.Expected)]
    [InlineData("2027-01-01", 81_000, OdometerVerdict.Expected)]
    [InlineData("2026-02-01", 80_500, OdometerVerdict.Unusual)]
    [InlineData("2027-01-01", 110_000, OdometerVerdict.Unusual)]
    [InlineData("2027-01-01", 74_999, OdometerVerdict.BelowLast)]
    [InlineData("2027-01-01", 75_000 + (366 * 600), OdometerVerdict.Unusual)]
    [InlineData("2027-01-01", 75_001 + (366 * 600), OdometerVerdict.TooFar)]
    [InlineData("2027-01-01", Odometer.MaxKilometers, OdometerVerdict.TooFar)]
    public void Judge_SteadyCar_IsHeldAgainstIt(string date, int kilometers, OdometerVerdict verdict)
    {
        var judged = OdometerJudge.Judge(At(date, kilometers), Steady);
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(verdict is OdometerVerdict.Expected or OdometerVerdict.Unusual, judged.IsUsable);
        Assert.Equal(Steady[3], judged.LastTrusted);
        Assert.InRange(judged.MetersPerDay!.Value, 40_000, 41_095);
        Assert.Equal(verdict != OdometerVerdict.Expected, judged.IsDoubtful);
        Assert.True(verdict != OdometerVerdict.Expected || judged.Repairs.IsEmpty);
        Assert.Empty(judged.SetAside);
        Assert.True(judged.ExpectedFrom <= judged.ExpectedTo);
    }

    // Two readings of a day: the lower is no news where the vehicle can have driven between them, and is where it cannot.
    [Theory]
    [InlineData(75_000, 0)]
    [InlineData(74_999, 0)]
    [InlineData(74_400, 0)]
    [InlineData(74_399, 1)]
    public void Judge_SecondReadingOfADay_IsSetAsideOnlyWhereItContradicts(int second, int setAside) =>
        Assert.Equal(setAside, OdometerJudge.Judge(At("2027-01-01", 90_000), Steady.Add(At("2026-01-01", second))).SetAside.Length);

    [Fact]
    public void Judge_BeforeTheLogsLastReading_IsRefusedButTheSameDayIsNot()
    {
        var log = OdometerLog.From(Steady);
        Assert.Equal(OdometerVerdict.Expected, OdometerJudge.Judge(At("2026-01-01", 75_000), log).Verdict);
        Assert.Throws<ArgumentException>("reading", () => OdometerJudge.Judge(At("2025-12-31", 75_000), log));
    }

    [Fact]
    public void Judge_DayOfTheLastReading_AllowsADaysDistanceAndNoMore()
    {
        Assert.NotEqual(OdometerVerdict.TooFar, OdometerJudge.Judge(At("2026-01-01", 75_600), Steady).Verdict);
        Assert.Equal(OdometerVerdict.TooFar, OdometerJudge.Judge(At("2026-01-01", 75_601), Steady).Verdict);
    }

    [Theory]
    [InlineData(600_000)]
    [InlineData(4_500)]
    public void Judge_OneMistypedReading_IsSetAsideAndChangesNothing(int mistyped)
    {
        var typo = At("2025-06-01", mistyped);
        var judged = OdometerJudge.Judge(At("2027-01-01", 90_000), Steady.Insert(1, typo));
        var without = OdometerJudge.Judge(At("2027-01-01", 90_000), Steady);
        Assert.Equal(typo, Assert.Single(judged.SetAside));
        Assert.Equal(without, judged with { SetAside = without.SetAside });
    }

    [Theory]
    [InlineData(19_100, 79_100, OdometerSlip.DigitWrong)]
    [InlineData(87_100, 78_100, OdometerSlip.DigitsSwapped)]
    [InlineData(778_100, 78_100, OdometerSlip.DigitAdded)]
    [InlineData(7_810, 78_100, OdometerSlip.DigitDropped)]
    [InlineData(48_500, 78_053, OdometerSlip.MilesForKilometers)]
    public void Judge_Mistyped_OffersWhatWasMeant(int typed, int meant, OdometerSlip slip)
    {
        var judged = OdometerJudge.Judge(At("2026-03-16", typed), Steady);
        Assert.True(judged.IsDoubtful);
        Assert.InRange(judged.Repairs.Length, 1, 3);
        Assert.Contains(new OdometerRepair(Odometer.FromKilometers(meant), slip), judged.Repairs);
        Assert.All(judged.Repairs, repair => Assert.Equal(
            OdometerVerdict.Expected, OdometerJudge.Judge(At("2026-03-16", repair.Odometer.Kilometers), Steady).Verdict));
    }

    [Fact]
    public void Judge_ReadingsAfterTheNewOne_AreSetAside()
    {
        var later = At("2026-02-01", 1_000);
        var judged = OdometerJudge.Judge(At("2026-01-15", 75_500), Steady.Add(later));
        Assert.Equal(OdometerVerdict.Expected, judged.Verdict);
        Assert.Equal(later, Assert.Single(judged.SetAside));
    }

    [Fact]
    public void Judge_Estimate_IsNeverTrusted()
    {
        var estimate = new OdometerReading(new LocalDate(2026, 6, 1), Odometer.FromKilometers(95_000), OdometerSource.Estimate);
        Assert.Equal(Steady[3], OdometerJudge.Judge(At("2026-07-01", 82_000), Steady.Add(estimate)).LastTrusted);
    }

    [Fact]
    public void Judge_AnyOrderOfInput_SaysTheSame() => Prop.ForAll(AnyReadings, readings =>
    {
        var reading = At("2026-01-01", 20_000);
        var judged = OdometerJudge.Judge(reading, [.. readings]);
        foreach (var other in new[] { readings.Reverse(), readings.Skip(1).Concat(readings.Take(1)), readings.OrderBy(one => one.Odometer) })
        {
            var again = OdometerJudge.Judge(reading, [.. other]);
            if (!judged.SetAside.SequenceEqual(again.SetAside) || !judged.Repairs.SequenceEqual(again.Repairs)
                || judged != again with { SetAside = judged.SetAside, Repairs = judged.Repairs })
                return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Judge_AnyReadings_NeverThrowsAndTrustsAChain() => Prop.ForAll(AnyReadings, readings =>
    {
        var reading = At("2026-01-01", 20_000);
        var judged = OdometerJudge.Judge(reading, [.. readings]);
        var trusted = Trusted(readings.Where(one => one.Source != OdometerSource.Estimate || one.Date > reading.Date), judged);
        return IsChain(trusted)
            && (judged.Verdict == OdometerVerdict.NoReadings) == (trusted.Length == 0)
            && (judged.LastTrusted is not { } last || last == trusted[^1])
            && !(judged.ExpectedFrom > judged.ExpectedTo);
    }).QuickCheckThrowOnFailure();

    // A real log of fuel stops and repairs: the repairs were dated or read wrongly by hundreds of miles, the fuel stops never.
    [Fact]
    public void Judge_RealDirtyLog_SetsAsideWhatContradicts()
    {
        var rows = File.ReadLines(Path.Combine(RepositoryFolder.Path, "samples", "Reception", "Shop", "odometer.csv"))
            .Select(line => line.Split(','))
            .Where(fields => fields[0] == "C1")
            .ToArray();
        Assert.True(rows.Length > 100);
        Assert.All(rows, fields => Assert.Equal("mi", fields[5]));
        ImmutableArray<OdometerReading> readings = [.. rows.Select(fields => new OdometerReading(
            LocalDatePattern.Iso.Parse(fields[3]).Value, Odometer.FromMiles(int.Parse(fields[4], CultureInfo.InvariantCulture))))];
        var reading = new OdometerReading(new LocalDate(2024, 2, 1), Odometer.FromMiles(222_800));

        var judged = OdometerJudge.Judge(reading, readings);

        var trusted = Trusted(readings, judged);
        Assert.Equal(readings.Length, trusted.Length + judged.SetAside.Length);
        Assert.True(IsChain(trusted));
        Assert.Equal(new OdometerReading(new LocalDate(2023, 12, 19), Odometer.FromMiles(222_647)), judged.LastTrusted);
        Assert.True(judged.IsUsable);
        Assert.Contains(new OdometerReading(new LocalDate(2023, 7, 26), Odometer.FromMiles(221_000)), judged.SetAside);
        Assert.Contains(new OdometerReading(new LocalDate(2021, 8, 17), Odometer.FromMiles(217_500)), judged.SetAside);

        // Nothing is set aside that fits, and no fuel stop is: only what the mechanic wrote.
        Assert.All(judged.SetAside, aside => Assert.False(IsChain([.. trusted.Append(aside).OrderBy(one => one.Date).ThenBy(one => one.Odometer)])));
        var fuelStops = rows.Where(fields => fields[7] == "fuel").Select(fields => int.Parse(fields[4], CultureInfo.InvariantCulture)).ToHashSet();
        Assert.DoesNotContain(judged.SetAside, aside => fuelStops.Contains(aside.Odometer.ToMiles()));
        Assert.InRange(judged.SetAside.Length, 20, rows.Length - fuelStops.Count);
    }

    private static OdometerReading At(string date, int kilometers) => new(LocalDatePattern.Iso.Parse(date).Value, Odometer.FromKilometers(kilometers));

    private static OdometerReading[] Trusted(IEnumerable<OdometerReading> readings, OdometerAssessment judged)
    {
        var left = readings.ToList();
        foreach (var aside in judged.SetAside)
            Assert.True(left.Remove(aside));
        return [.. left.OrderBy(one => one.Date).ThenBy(one => one.Odometer).ThenBy(one => one.Source)];
    }

    private static bool IsChain(OdometerReading[] readings) => readings.Zip(readings.Skip(1)).All(pair =>
        pair.Second.Odometer >= pair.First.Odometer
        && pair.Second.Odometer.KilometersSince(pair.First.Odometer)
            <= (Period.DaysBetween(pair.First.Date, pair.Second.Date) + 1) * OdometerJudge.MaxKilometersPerDay);
}
