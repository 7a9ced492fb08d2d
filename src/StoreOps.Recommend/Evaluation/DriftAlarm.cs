using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

namespace StoreOps.Recommend.Evaluation;

/// <summary>Watches, week by week, whether chances still come true: a new season, price or campaign makes a model old.</summary>
/// <remarks>
/// A week is an alarm when more or fewer offers were accepted than the sum of their chances allows, or when its calibration error is greater
/// than chance alone explains: that finds chances that are wrong both ways. Offers of one call (<see cref="OfferRecord.QueryId"/>) may rise and fall
/// together: what they have more or less than expected is added up for each call before it is squared, about the mean of the week, and where that
/// makes the standard deviation greater, it is. A week of a single call tells nothing of that, and its offers are taken as independent.
/// </remarks>
public static class DriftAlarm
{
    private const int Bins = 10;

    /// <summary>Tells each week with an offer of known outcome, the first first.</summary>
    /// <param name="offers">The offers, in any order.</param>
    /// <param name="bound">From how many standard deviations on a week is an alarm; above 0. At 3 one week in 370 is an alarm by chance.</param>
    /// <param name="atLeast">On how many offers; 1 or above.</param>
    /// <returns>The weeks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="offers"/> is null.</exception>
    /// <exception cref="ArgumentException">A chance is not from 0 to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> or <paramref name="atLeast"/> is out of range.</exception>
    public static ImmutableArray<DriftWeek> Weeks(IEnumerable<OfferRecord> offers, double bound = 3, int atLeast = 50)
    {
        ArgumentNullException.ThrowIfNull(offers);
        if (!(bound > 0))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound is above 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        return
        [
            .. offers.Where(offer => offer.Outcome != OfferOutcome.Unknown)
                .GroupBy(offer => MondayOf(offer.OfferedOn))
                .OrderBy(week => week.Key)
                .Select(week => Week(week.Key, [.. week], bound, atLeast)),
        ];
    }

    // The calendar's first week may lack its Monday.
    private static LocalDate MondayOf(LocalDate date)
    {
        var since = (int)date.DayOfWeek - 1;
        return since > Period.DaysBetween(LocalDate.MinIsoValue, date) ? LocalDate.MinIsoValue : date.PlusDays(-since);
    }

    private static DriftWeek Week(LocalDate monday, OfferRecord[] offers, double bound, int atLeast)
    {
        var (expected, accepted) = (offers.Sum(offer => offer.Chance), offers.Count(offer => offer.Outcome == OfferOutcome.Accepted));
        var alone = offers.Sum(offer => offer.Chance * (1 - offer.Chance));
        if (offers.Any(offer => !(offer.Chance is >= 0 and <= 1)))
            throw new ArgumentException("A chance is from 0 to 1; one in the week of " + monday.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + " was not.", nameof(offers));
        var variance = Math.Max(alone, VarianceOfCalls(offers, (accepted - expected) / offers.Length));
        var (spread, more) = (Math.Sqrt(variance), alone > 0 ? Math.Sqrt(variance / alone) : 1);
        // Where every chance was 0 or 1, any difference is one too many.
        var deviation = spread > 0 ? (accepted - expected) / spread : accepted == expected ? 0 : Math.Sign(accepted - expected) * double.MaxValue;
        var table = ReliabilityTable.Of([.. offers.Select(offer => offer.Chance)], [.. offers.Select(offer => offer.Outcome == OfferOutcome.Accepted)], Bins);
        return new DriftWeek(
            monday, offers.Length, expected / offers.Length, (double)accepted / offers.Length, table.CalibrationError, deviation,
            offers.Length >= atLeast && (Math.Abs(deviation) >= bound || table.CalibrationError >= more * ErrorByChance(table, bound)));
    }

    // About the mean of the week, so that a shift of all calls does not pass for their spread. Few calls tell little: the factor makes up for that.
    private static double VarianceOfCalls(OfferRecord[] offers, double mean)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var offer in offers)
        {
            var call = offer.QueryId ?? string.Empty;
            sums[call] = (sums.TryGetValue(call, out var sum) ? sum : 0) + (offer.Outcome == OfferOutcome.Accepted ? 1 : 0) - offer.Chance - mean;
        }

        return sums.Count < 2 ? 0 : sums.Values.Sum(sum => sum * sum) * sums.Count / (sums.Count - 1);
    }

    // The mean distance of a bin by chance alone is 0.8 standard deviations of its share, with a spread of 0.6 of them.
    private static double ErrorByChance(ReliabilityTable table, double bound)
    {
        var count = table.Bins.Sum(bin => bin.Count);
        var deviations = table.Bins.Select(bin => (double)bin.Count / count * Math.Sqrt(bin.Chance * (1 - bin.Chance) / bin.Count)).ToArray();
        return (0.7979 * deviations.Sum()) + (bound * 0.6028 * Math.Sqrt(deviations.Sum(deviation => deviation * deviation))) + 1e-9;
    }
}
