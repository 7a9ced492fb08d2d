#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Finds the candidates: what a source names, and the parts of which a sum over neighbors is great enough.</summary>
internal static class CandidateBits
{
    public static void Find(Scratch scratch, ReadOnlySpan<uint> floors)
    {
        var candidates = scratch.Candidates;
        var sourced = scratch.Sourced;
        for (var word = 0; word < candidates.Length; word++)
            candidates[word] = sourced[word] | BySums(scratch, word << 6, floors);
        CutOff(scratch);
    }

    /// <summary>Makes the parts candidates that were none.</summary>
    public static void TakeOthers(Scratch scratch)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
            scratch.Candidates[word] = ~scratch.Sourced[word];
        CutOff(scratch);
    }

    // Nothing stands behind the last part, also where floors of zero would let it in.
    private static void CutOff(Scratch scratch)
    {
        if ((scratch.Parts & 63) is > 0 and var rest)
            scratch.Candidates[^1] &= (1UL << rest) - 1;
    }

    private static ulong BySums(Scratch scratch, int from, ReadOnlySpan<uint> floors)
    {
        var found = 0UL;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            ref var vehicle = ref MemoryMarshal.GetReference(scratch.SameVehicle.AsSpan(from, 64));
            ref var sequence = ref MemoryMarshal.GetReference(scratch.Sequence.AsSpan(from, 64));
            ref var visit = ref MemoryMarshal.GetReference(scratch.SameVisit.AsSpan(from, 64));
            var (least0, least1, least2) = (Vector256.Create(floors[0]), Vector256.Create(floors[1]), Vector256.Create(floors[2]));
            for (nuint i = 0; i < 64; i += 8)
            {
                var reaches = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref vehicle, i), least0)
                    | Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref sequence, i), least1)
                    | Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref visit, i), least2);
                found |= (ulong)reaches.ExtractMostSignificantBits() << (int)i;
            }

            return found;
        }
#endif
        for (var i = 0; i < 64; i++)
        {
            if (scratch.SameVehicle[from + i] >= floors[0] || scratch.Sequence[from + i] >= floors[1] || scratch.SameVisit[from + i] >= floors[2])
                found |= 1UL << i;
        }

        return found;
    }
}
