namespace StoreOps.Domain.Vehicles;

/// <summary>How much of a weight is left after some days: half of it after the days of its half-life.</summary>
internal static class OdometerFade
{
    private const int LongHalfDays = 180;

    // Two readings seldom lie further apart. A power costs as much as all else that a reading does to the rate.
    private static readonly double[] Left = Powers(1_024);

    /// <summary>Returns what is left of a weight of 1.</summary>
    /// <param name="days">The days passed, at least 0.</param>
    /// <param name="halfDays">The half-life, a divisor of 180.</param>
    /// <returns>Exactly what the power of 0.5 gives.</returns>
    public static double After(int days, int halfDays)
    {
        // The same quotient, so the same bits: 7 / 90 is 14 / 180.
        var at = days * (LongHalfDays / halfDays);
        return (uint)at < (uint)Left.Length ? Left[at] : Math.Pow(0.5, days / (double)halfDays);
    }

    private static double[] Powers(int count)
    {
        var powers = new double[count];
        for (var i = 0; i < count; i++)
            powers[i] = Math.Pow(0.5, i / (double)LongHalfDays);
        return powers;
    }
}
