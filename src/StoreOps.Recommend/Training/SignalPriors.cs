using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Terms that hold until something is learned: judgements of the trade, not fitted.</summary>
internal static class SignalPriors
{
    private const double Worn = 2.5;

    // From so much of an interval on, and what that adds.
    private static readonly (int Percent, double Value)[] Due = [(0, -3.0), (25, -2.0), (50, -1.0), (75, 0.5), (90, 1.5), (100, 2.5), (110, 3.0)];

    /// <summary>Returns the term that the fit is drawn towards where something speaks for the part.</summary>
    public static double JudgedOf(PartSignal signal) => signal == PartSignal.Finding ? Worn : 0;

    public static void Fill(double[] weights, long[] masses)
    {
        if (!IsSeen(masses, PartSignal.Finding))
            weights.AsSpan(((int)PartSignal.Finding * SignalLevel.Count) + 1, SignalLevel.Count - 1).Fill(Worn);
        if (IsSeen(masses, PartSignal.Due))
            return;
        var due = weights.AsSpan((int)PartSignal.Due * SignalLevel.Count, SignalLevel.Count);
        for (var level = 1; level <= SignalLevel.Highest; level++)
        {
            foreach (var (percent, value) in Due)
            {
                if (SignalLevel.LeastOf(level) >= percent + 1)
                    due[level] = value;
            }
        }
    }

    private static bool IsSeen(long[] masses, PartSignal signal)
    {
        for (var level = 1; level < SignalLevel.Count; level++)
        {
            if (masses[((int)signal * SignalLevel.Count) + level] > 0)
                return true;
        }

        return false;
    }
}
