using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>Holds a new odometer reading against the earlier ones. One mistyped reading among them changes nothing. The order of input never matters.</summary>
/// <remarks>
/// The trusted readings are the longest chain that never goes back and never exceeds <see cref="MaxKilometersPerDay"/>. The expected range is
/// the last of them plus the daily distance of the last two years, less and more 45 %: the year-to-year variation of one car's distance
/// (measured over dated public logs; 0.11 to 0.56).
/// </remarks>
public static class OdometerJudge
{
    /// <summary>The most kilometers a day that a private car is believed to drive over any span.</summary>
    public const int MaxKilometersPerDay = 600;

    private const int RecentDays = 730;
    private const int SlackKilometers = 200;

    /// <summary>Judges a reading.</summary>
    /// <param name="reading">The new reading.</param>
    /// <param name="earlier">The earlier ones in any order; those dated after the new one are set aside.</param>
    /// <returns>The judgement.</returns>
    public static OdometerAssessment Judge(OdometerReading reading, ImmutableArray<OdometerReading> earlier)
    {
        var sorted = (earlier.IsDefault ? [] : earlier).OrderBy(one => one.Date).ThenBy(one => one.Odometer).ThenBy(one => one.Source).ToArray();
        var ordered = sorted.Where(one => one.Date <= reading.Date && one.Source != OdometerSource.Estimate).ToArray();
        var chain = LongestChain(ordered);
        ImmutableArray<OdometerReading> setAside =
            [.. sorted.Where(one => one.Date > reading.Date), .. Except(ordered, chain)];
        if (chain.Count == 0)
            return new OdometerAssessment(OdometerVerdict.NoReadings, reading, null, null, null, null, setAside);

        var last = chain[chain.Count - 1];
        var days = Days(last, reading);
        var rate = MetersPerDay(chain);
        var kilometers = reading.Odometer.KilometersSince(last.Odometer);
        if (kilometers < 0)
            return new OdometerAssessment(OdometerVerdict.BelowLast, reading, last, last.Odometer, Expected(last, rate, days, 145), rate, setAside);
        if (kilometers > ((long)days + 1) * MaxKilometersPerDay)
            return new OdometerAssessment(OdometerVerdict.TooFar, reading, last, Expected(last, rate, days, 55), Expected(last, rate, days, 145), rate, setAside);
        if (rate is null)
            return new OdometerAssessment(OdometerVerdict.Expected, reading, last, null, null, null, setAside);
        var from = Expected(last, rate, days, 55)!.Value;
        var to = Expected(last, rate, days, 145)!.Value;
        var isExpected = reading.Odometer.Kilometers >= from.Kilometers - SlackKilometers && reading.Odometer.Kilometers <= to.Kilometers + SlackKilometers;
        return new OdometerAssessment(isExpected ? OdometerVerdict.Expected : OdometerVerdict.Unusual, reading, last, from, to, rate, setAside);
    }

    private static int Days(OdometerReading from, OdometerReading to) => Period.DaysBetween(from.Date, to.Date);

    private static Odometer? Expected(OdometerReading last, int? metersPerDay, int days, int percent) => metersPerDay is { } rate
        ? Odometer.FromKilometers((int)Math.Min(Odometer.MaxKilometers, last.Odometer.Kilometers + ((long)rate * days * percent / 100_000)))
        : null;

    private static int? MetersPerDay(List<OdometerReading> chain)
    {
        var last = chain[chain.Count - 1];
        var first = chain.First(one => Days(one, last) <= RecentDays);
        if (Days(first, last) < 30 && chain.Count > 1)
            first = chain[Math.Max(0, chain.IndexOf(first) - 1)];
        var days = Days(first, last);
        return days == 0 ? null : (int)(last.Odometer.KilometersSince(first.Odometer) * 1_000L / days);
    }

    // Longest chain ending at each reading; quadratic, for the dozens of readings that a car collects in its life. Of chains of one
    // length the one that ends latest is taken.
    private static List<OdometerReading> LongestChain(OdometerReading[] ordered)
    {
        var length = new int[ordered.Length];
        var previous = new int[ordered.Length];
        var best = -1;
        for (var i = 0; i < ordered.Length; i++)
        {
            length[i] = 1;
            previous[i] = -1;
            for (var j = 0; j < i; j++)
            {
                var kilometers = ordered[i].Odometer.KilometersSince(ordered[j].Odometer);
                if (kilometers < 0 || kilometers > ((long)Days(ordered[j], ordered[i]) + 1) * MaxKilometersPerDay)
                    continue;
                if (length[j] + 1 >= length[i])
                    (length[i], previous[i]) = (length[j] + 1, j);
            }

            if (best < 0 || length[i] >= length[best])
                best = i;
        }

        var chain = new List<OdometerReading>();
        for (var at = best; at >= 0; at = previous[at])
            chain.Add(ordered[at]);
        chain.Reverse();
        return chain;
    }

    private static IEnumerable<OdometerReading> Except(OdometerReading[] ordered, List<OdometerReading> chain)
    {
        var next = 0;
        foreach (var one in ordered)
        {
            if (next < chain.Count && chain[next] == one)
                next++;
            else
                yield return one;
        }
    }
}
