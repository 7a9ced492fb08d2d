using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Gathers the levels of each signal into bins of about equal weight, the highest three percent into finer ones.</summary>
internal static class SignalBins
{
    // Of parts that sell, the few that sell most matter most: they would all fall into one bin of equal weight.
    private static readonly double[] Tail = [0.97, 0.98, 0.99, 0.995, 0.998, 0.999];

    /// <summary>Returns the bin of each level of each signal; level 0, which says that nothing is known or nothing speaks for it, is alone.</summary>
    public static int[][] Of(long[] masses, int bins)
    {
        var cuts = Enumerable.Range(1, bins - 1).Select(bin => (double)bin / bins).Concat(Tail).OrderBy(cut => cut).ToArray();
        return [.. Enumerable.Range(0, ModelLayout.Signals).Select(signal => Of((PartSignal)signal, masses.AsSpan(signal * SignalLevel.Count, SignalLevel.Count), cuts))];
    }

    private static int[] Of(PartSignal signal, ReadOnlySpan<long> masses, double[] cuts) =>
        SignalRules.HasOwnSteps(signal) ? Steps(masses) : Quantiles(masses, cuts);

    // A step that was never seen shares the bin of the one before it.
    private static int[] Steps(ReadOnlySpan<long> masses)
    {
        var binOf = new int[SignalLevel.Count];
        var bin = -1;
        for (var level = 0; level < masses.Length; level++)
        {
            if (masses[level] > 0)
                bin++;
            binOf[level] = Math.Max(bin, 0);
        }

        return binOf;
    }

    private static int[] Quantiles(ReadOnlySpan<long> masses, double[] cuts)
    {
        var binOf = new int[SignalLevel.Count];
        var whole = 0L;
        for (var level = 1; level < masses.Length; level++)
            whole += masses[level];
        var (bin, before, cut) = (masses[0] > 0 ? 1 : 0, 0L, 0);
        var isOpen = false;
        for (var level = 1; level < masses.Length; level++)
        {
            // A bin is closed before the level with which a cut is passed, so that no level is split.
            var passes = false;
            while (cut < cuts.Length && whole > 0 && before >= cuts[cut] * whole)
            {
                cut++;
                passes = true;
            }

            if (passes && isOpen)
            {
                bin++;
                isOpen = false;
            }

            binOf[level] = bin;
            isOpen |= masses[level] > 0;
            before += masses[level];
        }

        return binOf;
    }
}
