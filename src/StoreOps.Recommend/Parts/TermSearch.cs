#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Finds the terms of a part that say most for and most against it. Without branches that hang on the terms: nobody could foresee them.</summary>
internal static class TermSearch
{
#if NET
    // Exactly three vectors hold the terms.
    private const int Each = ModelLayout.Signals / 3;
#endif

    /// <summary>Reads the terms of all signals at their levels; of those that are the same for every part zero, as they are no reason for one.</summary>
    public static void Read(ReadOnlySpan<float> tables, ReadOnlySpan<byte> levels, Span<float> terms)
    {
        tables = tables[..(ModelLayout.Signals * SignalLevel.Count)];
        levels = levels[..ModelLayout.Signals];
        terms = terms[..ModelLayout.Signals];
        terms[..(int)PartSignal.Popularity].Clear();
#if NET
        // A level is a byte: no place is outside of the tables.
        ref var table = ref Unsafe.Add(ref MemoryMarshal.GetReference(tables), (int)PartSignal.Popularity * SignalLevel.Count);
        ref var level = ref MemoryMarshal.GetReference(levels);
        ref var term = ref MemoryMarshal.GetReference(terms);
        unchecked
        {
            for (nuint signal = (int)PartSignal.Popularity; signal < ModelLayout.Signals; signal += 4)
            {
                Unsafe.Add(ref term, signal) = Unsafe.Add(ref table, (nuint)Unsafe.Add(ref level, signal));
                Unsafe.Add(ref term, signal + 1) = Unsafe.Add(ref table, SignalLevel.Count + (nuint)Unsafe.Add(ref level, signal + 1));
                Unsafe.Add(ref term, signal + 2) = Unsafe.Add(ref table, (2 * SignalLevel.Count) + (nuint)Unsafe.Add(ref level, signal + 2));
                Unsafe.Add(ref term, signal + 3) = Unsafe.Add(ref table, (3 * SignalLevel.Count) + (nuint)Unsafe.Add(ref level, signal + 3));
                table = ref Unsafe.Add(ref table, 4 * SignalLevel.Count);
            }
        }
#else
        for (var signal = (int)PartSignal.Popularity; signal < ModelLayout.Signals; signal++)
            terms[signal] = tables[(signal * SignalLevel.Count) + levels[signal]];
#endif
    }

    /// <summary>Returns the place of the term that says most against the part, of equal ones the first; -1 where none is below the bound.</summary>
    /// <param name="terms">The terms of all signals.</param>
    /// <param name="bound">Below zero.</param>
    public static int Least(ReadOnlySpan<float> terms, float bound)
    {
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            // The bits of a number below zero are a greater whole number the farther below it is, and greater than those of any above.
            ref var first = ref MemoryMarshal.GetReference(terms[..ModelLayout.Signals]);
            var (one, two, three) = (
                Vector256.LoadUnsafe(ref first).AsUInt32(), Vector256.LoadUnsafe(ref first, Each).AsUInt32(), Vector256.LoadUnsafe(ref first, 2 * Each).AsUInt32());
            var most = Vector256.Max(Vector256.Max(one, two), three);
            var half = Vector128.Max(most.GetLower(), most.GetUpper());
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2u, 3, 0, 1)));
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(1u, 0, 3, 2)));
            if (half.ToScalar() <= BitConverter.SingleToUInt32Bits(bound))
                return -1;
            return BitOperations.TrailingZeroCount(Equal(one, two, three, Vector256.Create(half.ToScalar())));
        }
#endif
        var best = 0;
        for (var i = 1; i < terms.Length; i++)
            best = terms[i] < terms[best] ? i : best;
        return terms[best] < bound ? best : -1;
    }

    /// <summary>Writes the places of the terms that say most for the part, the greatest first, of equal ones the first.</summary>
    /// <param name="terms">The terms of all signals.</param>
    /// <param name="places">Receives the places; as many are written as there is room and terms above zero.</param>
    /// <returns>How many were written.</returns>
    public static int Greatest(ReadOnlySpan<float> terms, Span<int> places)
    {
        var count = 0;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            // The bits of a number above zero are a greater whole number the greater it is, and greater than those of any below.
            ref var first = ref MemoryMarshal.GetReference(terms[..ModelLayout.Signals]);
            var (one, two, three) = (
                Vector256.LoadUnsafe(ref first).AsInt32(), Vector256.LoadUnsafe(ref first, Each).AsInt32(), Vector256.LoadUnsafe(ref first, 2 * Each).AsInt32());
            while (count < places.Length)
            {
                var most = Vector256.Max(Vector256.Max(one, two), three);
                var half = Vector128.Max(most.GetLower(), most.GetUpper());
                half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
                half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
                if (half.ToScalar() <= 0)
                    break;
                var wanted = Vector256.Create(half.ToScalar());
                for (var bits = Equal(one.AsUInt32(), two.AsUInt32(), three.AsUInt32(), wanted.AsUInt32()); bits != 0 && count < places.Length; bits &= bits - 1)
                    places[count++] = BitOperations.TrailingZeroCount(bits);
                one = Vector256.AndNot(one, Vector256.Equals(one, wanted));
                two = Vector256.AndNot(two, Vector256.Equals(two, wanted));
                three = Vector256.AndNot(three, Vector256.Equals(three, wanted));
            }

            return count;
        }
#endif
        Span<float> left = stackalloc float[ModelLayout.Signals];
        terms.CopyTo(left);
        for (; count < places.Length; count++)
        {
            var best = 0;
            for (var i = 1; i < left.Length; i++)
                best = left[i] > left[best] ? i : best;
            if (!(left[best] > 0))
                break;
            (places[count], left[best]) = (best, 0);
        }

        return count;
    }

#if NET
    private static uint Equal(Vector256<uint> one, Vector256<uint> two, Vector256<uint> three, Vector256<uint> wanted) =>
        Vector256.Equals(one, wanted).ExtractMostSignificantBits()
            | (Vector256.Equals(two, wanted).ExtractMostSignificantBits() << Each)
            | (Vector256.Equals(three, wanted).ExtractMostSignificantBits() << (2 * Each));
#endif
}
