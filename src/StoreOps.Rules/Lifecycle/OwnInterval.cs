namespace StoreOps.Rules.Lifecycle;

/// <summary>The customer's own interval between visits as an exact fraction of days, and where it comes from.</summary>
internal readonly record struct OwnInterval(long Numerator, long Denominator, string Source)
{
    private const int GapsForMedian = 5;

    /// <summary>Nothing is known: no gap and no prior.</summary>
    public static OwnInterval Unknown => new(0, 0, "unknown");

    public bool IsKnown => Denominator > 0;

    /// <summary>For people: four decimals. Decisions are taken on the fraction.</summary>
    public decimal Days => Round(Numerator, Denominator);

    public decimal RatioOf(long idleDays) => Round(idleDays * Denominator, Numerator);

    /// <summary>
    /// Estimates from rising distinct days: (k·prior + Σ gaps) / (k + n), or the median where one long absence would spoil the mean.
    /// </summary>
    public static OwnInterval From(ReadOnlySpan<int> days, int? prior, int priorWeight)
    {
        var gaps = Math.Max(0, days.Length - 1);
        if (gaps >= GapsForMedian && TryMedian(days, out var median))
            return median;

        var weight = prior is null ? 0 : priorWeight;
        var denominator = (long)weight + gaps;
        if (denominator == 0)
            return Unknown;
        var sum = gaps == 0 ? 0L : days[days.Length - 1] - days[0];
        return new OwnInterval(((long)weight * (prior ?? 0)) + sum, denominator, gaps == 0 ? "prior" : "mean");
    }

    private static bool TryMedian(ReadOnlySpan<int> days, out OwnInterval median)
    {
        var gaps = new int[days.Length - 1];
        for (var i = 0; i < gaps.Length; i++)
            gaps[i] = days[i + 1] - days[i];
        Array.Sort(gaps);

        // Twice the median is whole for an even count as well.
        var doubled = (long)gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2];
        median = new OwnInterval(doubled, 2, "median");
        return 2L * gaps[gaps.Length - 1] > 3 * doubled;
    }

    private static decimal Round(long numerator, long denominator) =>
        Math.Round((decimal)numerator / denominator, 4, MidpointRounding.AwayFromZero);
}
