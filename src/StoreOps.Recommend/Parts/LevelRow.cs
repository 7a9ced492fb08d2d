#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Reckons the levels of a word of 64 parts.</summary>
internal static class LevelRow
{
    /// <summary>From how many levels wanted of a word on it is quicker to reckon all 64.</summary>
    private const int Many = 6;

    /// <summary>Writes the levels of those parts of a word that are wanted, and perhaps of others.</summary>
    public static void Fill(Scratch scratch, int word, ulong wanted)
    {
#if NET
        if (Vector256.IsHardwareAccelerated && Bits.Count(wanted) >= Many)
        {
            FillAll(scratch, word << 6);
            return;
        }
#endif
        for (; wanted != 0; wanted &= wanted - 1)
        {
            var part = (word << 6) + Bits.First(wanted);
            var levels = scratch.SimilarLevels[part] | (LevelOf(scratch.SameVisit[part], SignalReader.WeightShift) << SumLevels.SameVisitShift);
            if (scratch.Prepared is { } prepared)
                levels |= prepared.Levels[part];
            else
                levels |= OfHistory(scratch.SameVehicle[part], scratch.Sequence[part]);
            scratch.Levels[part] = levels;
        }
    }

    /// <summary>Returns the levels of what a history says for a part.</summary>
    public static uint OfHistory(uint sameVehicle, uint sequence) =>
        LevelOf(sameVehicle, SignalReader.SumShift) | (LevelOf(sequence, SignalReader.WeightShift) << SumLevels.SequenceShift);

    private static uint LevelOf(uint sum, int shift) => (uint)SignalLevel.Of(sum >> shift);

#if NET
    private static void FillAll(Scratch scratch, int from)
    {
        ref var sameVisit = ref MemoryMarshal.GetReference(scratch.SameVisit.AsSpan(from, 64));
        ref var similar = ref MemoryMarshal.GetReference(scratch.SimilarLevels.AsSpan(from, 64));
        ref var levels = ref MemoryMarshal.GetReference(scratch.Levels.AsSpan(from, 64));
        if (scratch.Prepared is { } prepared)
        {
            ref var history = ref MemoryMarshal.GetReference(prepared.Levels.AsSpan(from, 64));
            for (nuint i = 0; i < 64; i += 8)
            {
                var of = Of(ref sameVisit, i, SignalReader.WeightShift) << SumLevels.SameVisitShift;
                (of | Vector256.LoadUnsafe(ref similar, i) | Vector256.LoadUnsafe(ref history, i)).StoreUnsafe(ref levels, i);
            }

            return;
        }

        ref var sameVehicle = ref MemoryMarshal.GetReference(scratch.SameVehicle.AsSpan(from, 64));
        ref var sequence = ref MemoryMarshal.GetReference(scratch.Sequence.AsSpan(from, 64));
        for (nuint i = 0; i < 64; i += 8)
        {
            var of = Of(ref sameVehicle, i, SignalReader.SumShift)
                | (Of(ref sequence, i, SignalReader.WeightShift) << SumLevels.SequenceShift)
                | (Of(ref sameVisit, i, SignalReader.WeightShift) << SumLevels.SameVisitShift);
            (of | Vector256.LoadUnsafe(ref similar, i)).StoreUnsafe(ref levels, i);
        }
    }

    // A number of at most 24 bits is a float without a rest, of which the bits are its doubling and what follows: what a level is made of.
    private static Vector256<uint> Of(ref uint sums, nuint at, int shift)
    {
        const int Doublings = ((127 + 4) << 4) - 16;
        var values = Vector256.Min(Vector256.LoadUnsafe(ref sums, at) >>> shift, Vector256.Create(SignalLevel.Most));
        var great = (Vector256.ConvertToSingle(values.AsInt32()).AsUInt32() >>> 19) - Vector256.Create((uint)Doublings);
        return Vector256.ConditionalSelect(Vector256.LessThan(values.AsInt32(), Vector256.Create(16)).AsUInt32(), values, great);
    }
#endif
}
