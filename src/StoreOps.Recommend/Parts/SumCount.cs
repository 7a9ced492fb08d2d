#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Counts how many sums reach a bound, and finds the bound that few of them reach.</summary>
internal static class SumCount
{
    /// <summary>How many more than wanted may be left: to put a few in order takes less than to look once more.</summary>
    private const int Spare = 6;

    /// <summary>Returns a bound of 1 or above that at least as many sums reach as are wanted, and few more; 1 where no more are above zero.</summary>
    /// <param name="sums">The sums; a multiple of 8 of them.</param>
    /// <param name="wanted">How many are wanted.</param>
    public static uint LeastOf(ReadOnlySpan<uint> sums, int wanted)
    {
        unchecked
        {
            var (low, high) = (1u, Greatest(sums) + 1);
            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                var count = Of(sums, middle);
                if (count < wanted)
                {
                    high = middle;
                    continue;
                }

                low = middle;
                if (count <= wanted + Spare)
                    break;
            }

            return low;
        }
    }

    /// <summary>Returns which of 64 sums reach a bound.</summary>
    public static ulong Reaching(ReadOnlySpan<uint> sums, uint bound)
    {
        var found = 0UL;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(sums[..64]);
            var least = Vector256.Create(bound);
            unchecked
            {
                for (nuint i = 0; i < 64; i += 8)
                    found |= (ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first, i), least).ExtractMostSignificantBits() << (int)i;
            }

            return found;
        }
#endif
        for (var i = 0; i < 64; i++)
        {
            if (sums[i] >= bound)
                found |= 1UL << i;
        }

        return found;
    }

    private static uint Greatest(ReadOnlySpan<uint> sums)
    {
        var most = 0u;
        var i = 0;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            var greatest = Vector256<uint>.Zero;
            for (; i <= sums.Length - 8; i += 8)
                greatest = Vector256.Max(greatest, Vector256.Create(sums.Slice(i, 8)));
            for (var lane = 0; lane < 8; lane++)
                most = Math.Max(most, greatest.GetElement(lane));
        }
#endif
        for (; i < sums.Length; i++)
            most = Math.Max(most, sums[i]);
        return most;
    }

    private static int Of(ReadOnlySpan<uint> sums, uint bound)
    {
        unchecked
        {
            var (count, i) = (0, 0);
#if NET
            if (Vector256.IsHardwareAccelerated)
            {
                // A lane that reaches the bound is all ones, which is one less than zero.
                var (least, counts) = (Vector256.Create(bound), Vector256<uint>.Zero);
                for (; i <= sums.Length - 8; i += 8)
                    counts -= Vector256.GreaterThanOrEqual(Vector256.Create(sums.Slice(i, 8)), least);
                count = (int)Vector256.Sum(counts);
            }
#endif
            for (; i < sums.Length; i++)
                count += sums[i] >= bound ? 1 : 0;
            return count;
        }
    }
}
