using System.Collections.Immutable;

namespace StoreOps.Recommend.Evaluation;

/// <summary>Tells how sure the difference of two results on the same questions is: the questions are drawn again, with replacement.</summary>
public static class PairedBootstrap
{
    /// <summary>Returns the mean difference and the interval that holds 95 % of those of the draws.</summary>
    /// <param name="one">The values of one result.</param>
    /// <param name="other">The values of the other, for the same questions.</param>
    /// <param name="draws">How many draws; 1 or above.</param>
    /// <param name="seed">From where the draws start; the same seed gives the same interval.</param>
    /// <returns>The interval of one less the other.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or are zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is below 1.</exception>
    public static DifferenceInterval Interval(ImmutableArray<double> one, ImmutableArray<double> other, int draws = 2_000, ulong seed = 1)
    {
        if (one.IsDefaultOrEmpty || other.IsDefault || one.Length != other.Length)
            throw new ArgumentException("Two results are compared on the same questions, and on one at least.", nameof(other));
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var differences = new double[one.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = one[i] - other[i];
        var means = new double[draws];
        var state = seed;
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0.0;
            for (var i = 0; i < differences.Length; i++)
            {
                state = unchecked(state + 0x9E3779B97F4A7C15UL);
                var number = Training.StableHash.Mix(state);
                sum += differences[(int)(((number >> 32) * (ulong)differences.Length) >> 32)];
            }

            means[draw] = sum / differences.Length;
        }

        Array.Sort(means);
        return new DifferenceInterval(differences.Sum() / differences.Length, means[(int)((draws - 1) * 0.025)], means[(int)((draws - 1) * 0.975)]);
    }
}
