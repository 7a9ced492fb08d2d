using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>Holds a new odometer reading against the earlier ones. One mistyped reading among them changes nothing. The order of input never matters.</summary>
/// <remarks>
/// The expected range that is named at the counter is the one that holds four readings in five. The question is asked only where a reading is
/// below the last trusted one or more than 3.3 deviations off, so that an honest customer is seldom asked.
/// </remarks>
public static class OdometerJudge
{
    /// <summary>The most kilometers a day that a private car is believed to drive over any span.</summary>
    public const int MaxKilometersPerDay = 600;

    private const double AskDeviations = 3.3;
    private const double SlackKilometers = 300;

    /// <summary>Judges a reading.</summary>
    /// <param name="reading">The new reading.</param>
    /// <param name="earlier">The earlier ones in any order; those dated after the new one are set aside.</param>
    /// <returns>The judgement.</returns>
    public static OdometerAssessment Judge(OdometerReading reading, ImmutableArray<OdometerReading> earlier) => Judge(reading, earlier, null);

    /// <summary>Judges a reading of a vehicle of which more is known.</summary>
    /// <param name="reading">The new reading.</param>
    /// <param name="earlier">The earlier ones in any order; those dated after the new one are set aside.</param>
    /// <param name="policy">What is known besides; a private car if null.</param>
    /// <returns>The judgement.</returns>
    public static OdometerAssessment Judge(OdometerReading reading, ImmutableArray<OdometerReading> earlier, OdometerPolicy? policy) =>
        Judge(reading, OdometerLog.From(earlier, policy, reading.Date));

    /// <summary>Judges a reading that comes after all readings of a log.</summary>
    /// <param name="reading">The new reading.</param>
    /// <param name="log">The log.</param>
    /// <returns>The judgement.</returns>
    /// <exception cref="ArgumentException"><paramref name="reading"/> is dated before the last trusted reading of the log.</exception>
    public static OdometerAssessment Judge(OdometerReading reading, OdometerLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var setAside = SetAside(log);
        if (log.LastTrusted is not { } last)
            return new OdometerAssessment(OdometerVerdict.NoReadings, reading, null, null, null, null, setAside);
        var days = Period.DaysBetween(last.Date, reading.Date);
        if (days < 0)
            throw new ArgumentException($"A reading is judged against earlier ones; it was of {reading.Date:uuuu-MM-dd}, the last of the log of {last.Date:uuuu-MM-dd}.", nameof(reading));

        var expected = log.Ahead(days, 0);
        var deviation = Math.Max(SlackKilometers, log.MetersPerDay / 1_000d * OdometerRate.Deviation(days, log.SpreadOfRate));
        var from = log.Shown(log.Ahead(days, -OdometerRate.Quantile), reading.Date);
        var to = log.Shown(log.Ahead(days, OdometerRate.Quantile), reading.Date);
        var kilometers = log.DistanceOf(reading) - log.DistanceOf(last);
        var off = (log.DistanceOf(reading) - expected) / deviation;
        var verdict = kilometers < 0 ? OdometerVerdict.BelowLast
            : kilometers > (days + 1L) * log.Policy.MaxKilometersPerDay ? OdometerVerdict.TooFar
            : off is > AskDeviations or < -AskDeviations ? OdometerVerdict.Unusual
            : OdometerVerdict.Expected;
        return new OdometerAssessment(verdict, reading, last, from, to, log.MetersPerDay, setAside)
        {
            Repairs = verdict == OdometerVerdict.Expected ? [] : OdometerRepairs.Find(
                reading.Odometer,
                log.Shown(Math.Max(log.DistanceOf(last), expected - (AskDeviations * deviation)), reading.Date),
                log.Shown(expected + (AskDeviations * deviation), reading.Date),
                log.Shown(expected, reading.Date).Kilometers,
                deviation),
        };
    }

    // A second reading of a day that contradicts nothing, and an estimate that nobody read, are no news at the counter.
    private static ImmutableArray<OdometerReading> SetAside(OdometerLog log)
    {
        if (log.Quarantined.IsEmpty)
            return [];
        var trusted = log.ToTrusted();
        var aside = ImmutableArray.CreateBuilder<OdometerReading>();
        foreach (var (reading, doubt) in log.Quarantined)
        {
            if (doubt == OdometerDoubt.Estimate || (doubt == OdometerDoubt.Duplicate && Agrees(reading, log.Policy)))
                continue;
            aside.Add(reading);
        }

        return aside.ToImmutable();

        bool Agrees(OdometerReading reading, OdometerPolicy policy)
        {
            foreach (var one in trusted)
            {
                if (one.Date == reading.Date)
                    return one == reading || (one.Odometer > reading.Odometer && one.Odometer.KilometersSince(reading.Odometer) <= policy.MaxKilometersPerDay);
            }

            return false;
        }
    }
}
