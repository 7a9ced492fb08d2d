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

    public static int Greatest(ReadOnlySpan<float> terms) => First(terms, 1);

    public static int Least(ReadOnlySpan<float> terms) => First(terms, -1);

    // Times the sign, the least is the greatest.
    private static int First(ReadOnlySpan<float> terms, float sign)
    {
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(terms[..ModelLayout.Signals]);
            var (one, two, three) = (
                Vector256.LoadUnsafe(ref first) * sign, Vector256.LoadUnsafe(ref first, Each) * sign, Vector256.LoadUnsafe(ref first, 2 * Each) * sign);
            var most = Vector256.Max(Vector256.Max(one, two), three);
            var half = Vector128.Max(most.GetLower(), most.GetUpper());
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
            var wanted = Vector256.Create(half.ToScalar());
            var bits = Vector256.Equals(one, wanted).ExtractMostSignificantBits()
                | (Vector256.Equals(two, wanted).ExtractMostSignificantBits() << Each)
                | (Vector256.Equals(three, wanted).ExtractMostSignificantBits() << (2 * Each));
            return BitOperations.TrailingZeroCount(bits);
        }
#endif
        var best = 0;
        for (var i = 1; i < terms.Length; i++)
            best = terms[i] * sign > terms[best] * sign ? i : best;
        return best;
    }
}
