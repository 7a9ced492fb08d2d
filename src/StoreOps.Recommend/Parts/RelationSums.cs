#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Adds up for each part what the rows of other parts say for it.</summary>
internal static class RelationSums
{
    /// <summary>Returns how long the sums over so many parts are: a power of two, and whole words of 64.</summary>
    public static int LengthFor(int parts)
    {
        var length = 64;
        while (length < parts)
            length *= 2;
        return length;
    }

    /// <summary>Adds what the parts that a vehicle had say, each by its share of the history.</summary>
    public static void AddHistory(in ModelView model, PartHistory history, uint[] sums)
    {
        var (entries, standings) = (history.Entries, history.Levels.Parts);
        var parts = (uint)model.PartVisits.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            if (unchecked((uint)entries[i].Part) < parts && standings[i].Share is > 0 and var share)
                Add(Relation.RowOf(model.SameVehicleRows, model.SameVehiclePairs, entries[i].Part), sums, share);
        }
    }

    /// <summary>Adds what the parts of a vehicle's last visit say.</summary>
    public static void AddLastVisit(in ModelView model, PartHistory history, uint[] sums)
    {
        var parts = (uint)model.PartVisits.Length;
        foreach (var part in history.LastParts)
        {
            if (unchecked((uint)part) < parts)
                Add(Relation.RowOf(model.SequenceRows, model.SequencePairs, part), sums);
        }
    }

    /// <summary>Adds a row, each weight multiplied.</summary>
    /// <param name="row">The pairs.</param>
    /// <param name="sums">The sums, as long as <see cref="LengthFor"/> says.</param>
    /// <param name="factor">What each weight is multiplied by.</param>
    public static void Add(ReadOnlySpan<uint> row, uint[] sums, uint factor) => Add(row, sums, new Multiplied(factor));

    /// <summary>Adds a row as it is: without the products this takes a quarter less time.</summary>
    /// <param name="row">The pairs.</param>
    /// <param name="sums">The sums, as long as <see cref="LengthFor"/> says.</param>
    public static void Add(ReadOnlySpan<uint> row, uint[] sums) => Add(row, sums, default(AsItIs));

    private static void Add<TWeight>(ReadOnlySpan<uint> row, uint[] sums, TWeight weight)
        where TWeight : struct, IWeight
    {
        unchecked
        {
#if NET
            ref var first = ref MemoryMarshal.GetArrayDataReference(sums);
            ref var pair = ref Unsafe.As<uint, ushort>(ref MemoryMarshal.GetReference(row));
            ref var end = ref Unsafe.Add(ref pair, (nuint)(row.Length & ~7) * 2);
            var mask = (uint)sums.Length - 1;
            for (; Unsafe.IsAddressLessThan(ref pair, ref end); pair = ref Unsafe.Add(ref pair, 16))
            {
                AddOne(ref first, mask, ref pair, weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 2), weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 4), weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 6), weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 8), weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 10), weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 12), weight);
                AddOne(ref first, mask, ref Unsafe.Add(ref pair, 14), weight);
            }

            for (var rest = row.Length & 7; rest > 0; rest--, pair = ref Unsafe.Add(ref pair, 2))
                AddOne(ref first, mask, ref pair, weight);
#else
            foreach (var pair in row)
                sums[(int)(pair & 0xFFFF)] += weight.Of(pair >> 16);
#endif
        }
    }

#if NET
    // A pair is its part, then its weight, 16 bits each. The mask costs less than a look at the bounds, and keeps a file that was altered after it
    // was verified inside of the sums as well.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddOne<TWeight>(ref uint first, uint mask, ref ushort pair, TWeight weight)
        where TWeight : struct, IWeight
    {
        ref var sum = ref Unsafe.Add(ref first, (nuint)(pair & mask));
        sum = unchecked(sum + weight.Of(Unsafe.Add(ref pair, 1)));
    }
#endif

    /// <summary>What is made of a weight before it is added. A structure, so that each has a loop of its own.</summary>
    private interface IWeight
    {
        uint Of(uint weight);
    }

    private readonly struct AsItIs : IWeight
    {
        public uint Of(uint weight) => weight;
    }

    private readonly struct Multiplied(uint factor) : IWeight
    {
        public uint Of(uint weight) => unchecked(weight * factor);
    }
}
