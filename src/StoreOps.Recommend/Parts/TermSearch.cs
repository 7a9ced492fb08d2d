#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

using StoreOps.Recommend.Models;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Finds the greatest and the least of a part's terms; of equal ones the first. Without branches that hang on the terms: nobody could foresee them.</summary>
internal static class TermSearch
{
#if NET
    // Exactly three vectors hold the terms.
    private const int Each = ModelLayout.Signals / 3;
#endif

    public static int Greatest(ReadOnlySpan<float> terms)
    {
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            var (one, two, three) = Load(terms);
            var most = Vector256.Max(Vector256.Max(one, two), three);
            var half = Vector128.Max(most.GetLower(), most.GetUpper());
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
            return First(one, two, three, half.ToScalar());
        }
#endif
        var best = 0;
        for (var i = 1; i < terms.Length; i++)
            best = terms[i] > terms[best] ? i : best;
        return best;
    }

    public static int Least(ReadOnlySpan<float> terms)
    {
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            var (one, two, three) = Load(terms);
            var least = Vector256.Min(Vector256.Min(one, two), three);
            var half = Vector128.Min(least.GetLower(), least.GetUpper());
            half = Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
            half = Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
            return First(one, two, three, half.ToScalar());
        }
#endif
        var worst = 0;
        for (var i = 1; i < terms.Length; i++)
            worst = terms[i] < terms[worst] ? i : worst;
        return worst;
    }

#if NET
    private static (Vector256<float> One, Vector256<float> Two, Vector256<float> Three) Load(ReadOnlySpan<float> terms)
    {
        ref var first = ref MemoryMarshal.GetReference(terms[..ModelLayout.Signals]);
        return (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, Each), Vector256.LoadUnsafe(ref first, 2 * Each));
    }

    private static int First(Vector256<float> one, Vector256<float> two, Vector256<float> three, float value)
    {
        var wanted = Vector256.Create(value);
        var bits = Vector256.Equals(one, wanted).ExtractMostSignificantBits()
            | (Vector256.Equals(two, wanted).ExtractMostSignificantBits() << Each)
            | (Vector256.Equals(three, wanted).ExtractMostSignificantBits() << (2 * Each));
        return BitOperations.TrailingZeroCount(bits);
    }
#endif
}
