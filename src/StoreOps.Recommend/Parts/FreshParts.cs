#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Parts;

/// <summary>Finds the parts without a mark of which a sum over neighbors is great enough.</summary>
internal static class FreshParts
{
    /// <summary>Writes them in ascending order; returns how many they are.</summary>
    public static int Find(Scratch scratch, ReadOnlySpan<uint> floors)
    {
        var (vehicle, sequence, visit) = (scratch.SameVehicle, scratch.Sequence, scratch.SameVisit);
        var (count, part) = (0, 0);
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            var (least0, least1, least2) = (Vector256.Create(floors[0]), Vector256.Create(floors[1]), Vector256.Create(floors[2]));
            ref var first0 = ref MemoryMarshal.GetArrayDataReference(vehicle);
            ref var first1 = ref MemoryMarshal.GetArrayDataReference(sequence);
            ref var first2 = ref MemoryMarshal.GetArrayDataReference(visit);
            for (; part <= vehicle.Length - Vector256<uint>.Count; part += Vector256<uint>.Count)
            {
                var reaches = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first0, (nuint)part), least0)
                    | Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first1, (nuint)part), least1)
                    | Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first2, (nuint)part), least2);
                for (var bits = reaches.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                {
                    var found = part + BitOperations.TrailingZeroCount(bits);
                    if (scratch.Marks[found].IsMarked == 0)
                        scratch.Fresh[count++] = found;
                }
            }
        }
#endif
        for (; part < vehicle.Length; part++)
        {
            if ((vehicle[part] >= floors[0] || sequence[part] >= floors[1] || visit[part] >= floors[2]) && scratch.Marks[part].IsMarked == 0)
                scratch.Fresh[count++] = part;
        }

        return count;
    }
}
