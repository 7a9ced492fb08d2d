using System.Collections.Immutable;

namespace StoreOps.Recommend.Evaluation;

/// <summary>Whether chances mean what they say: candidates in bins of equal count, from the least likely to the most.</summary>
public sealed class ReliabilityTable
{
    private ReliabilityTable(ImmutableArray<ReliabilityBin> bins) => Bins = bins;

    /// <summary>Gets the bins.</summary>
    public ImmutableArray<ReliabilityBin> Bins { get; }

    /// <summary>Gets the expected calibration error: the mean distance between chance and share, each bin weighed by its count.</summary>
    /// <value>From 0 to 1.</value>
    public double CalibrationError
    {
        get
        {
            var count = Bins.Sum(bin => bin.Count);
            return count == 0 ? 0 : Bins.Sum(bin => bin.Count * Math.Abs(bin.Chance - bin.Share)) / count;
        }
    }

    /// <summary>Makes the table.</summary>
    /// <param name="chances">The chance of each candidate.</param>
    /// <param name="taken">Whether each was taken.</param>
    /// <param name="bins">How many bins; 1 or above.</param>
    /// <returns>The table; without candidates it has no bins.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static ReliabilityTable Of(ReadOnlySpan<double> chances, ReadOnlySpan<bool> taken, int bins = 15)
    {
        if (chances.Length != taken.Length)
            throw new ArgumentException("Each chance has an outcome.", nameof(taken));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var order = new int[chances.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var keys = chances.ToArray();
        Array.Sort(keys, order);
        var table = ImmutableArray.CreateBuilder<ReliabilityBin>(bins);
        for (var bin = 0; bin < bins; bin++)
        {
            var (from, to) = ((int)((long)keys.Length * bin / bins), (int)((long)keys.Length * (bin + 1) / bins));
            if (from == to)
                continue;
            var (sum, count) = (0.0, 0);
            for (var i = from; i < to; i++)
            {
                sum += keys[i];
                count += taken[order[i]] ? 1 : 0;
            }

            table.Add(new ReliabilityBin(to - from, sum / (to - from), (double)count / (to - from)));
        }

        return new ReliabilityTable(table.ToImmutable());
    }
}
