using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Recommend.Evaluation;

/// <summary>Watches, week by week, whether chances still come true: a new season, price or campaign makes a model old.</summary>
public static class DriftAlarm
{
    private const int Bins = 10;

    /// <summary>Tells each week with an offer of known outcome, the first first.</summary>
    /// <param name="offers">The offers, in any order.</param>
    /// <param name="bound">From how many standard deviations on a week is an alarm; above 0. At 3 one week in 370 is an alarm by chance.</param>
    /// <param name="atLeast">On how many offers; 1 or above.</param>
    /// <returns>The weeks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="offers"/> is null.</exception>
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

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    private static DriftWeek Week(LocalDate monday, OfferRecord[] offers, double bound, int atLeast)
    {
        var (expected, accepted) = (offers.Sum(offer => offer.Chance), offers.Count(offer => offer.Outcome == OfferOutcome.Accepted));
        var spread = Math.Sqrt(offers.Sum(offer => offer.Chance * (1 - offer.Chance)));
        // Where every chance was 0 or 1, any difference is one too many.
        var deviation = spread > 0 ? (accepted - expected) / spread : accepted == expected ? 0 : Math.Sign(accepted - expected) * double.MaxValue;
        var table = ReliabilityTable.Of([.. offers.Select(offer => offer.Chance)], [.. offers.Select(offer => offer.Outcome == OfferOutcome.Accepted)], Bins);
        return new DriftWeek(
            monday, offers.Length, expected / offers.Length, (double)accepted / offers.Length, table.CalibrationError, deviation,
            offers.Length >= atLeast && Math.Abs(deviation) >= bound);
    }
}
