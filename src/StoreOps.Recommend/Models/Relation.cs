#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Models;

/// <summary>Rows of pairs: where each row starts, and its pairs as a part below and a weight above 16 bits.</summary>
internal readonly struct Relation(uint[] rows, uint[] pairs)
{
    public uint[] Rows { get; } = rows;

    public uint[] Pairs { get; } = pairs;

    public static Relation Empty(int rows) => new(new uint[rows + 1], []);

    /// <summary>Puts the pairs of a row in the order of their parts, in which they are looked up.</summary>
    public static void Sort(uint[] row)
    {
        // With the part above, the order of the parts is that of the numbers.
        for (var i = 0; i < row.Length; i++)
            row[i] = (row[i] << 16) | (row[i] >> 16);
        Array.Sort(row);
        for (var i = 0; i < row.Length; i++)
            row[i] = (row[i] << 16) | (row[i] >> 16);
    }

    public static ReadOnlySpan<uint> RowOf(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int row)
    {
        var start = (int)rows[row];
        return pairs.Slice(start, (int)rows[row + 1] - start);
    }

    /// <summary>Returns the weight that a row gives a part; zero for none.</summary>
    public static uint WeightOf(ReadOnlySpan<uint> row, int part)
    {
#if NET
        // A row is a few dozen pairs: to compare all of them eight at a time takes less than the wrong guesses of a search.
        if (Vector256.IsHardwareAccelerated && row.Length is >= 8 and <= 256)
            return WeightOfEight(row, part);
#endif
        var (low, high) = (0, row.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var other = (int)(row[middle] & 0xFFFF);
            if (other == part)
                return row[middle] >> 16;
            (low, high) = other < part ? (middle + 1, high) : (low, middle - 1);
        }

        return 0;
    }

#if NET
    // A part stands in a row once at most: all pairs but its own leave nothing, and no branch hangs on where it stands.
    private static uint WeightOfEight(ReadOnlySpan<uint> row, int part)
    {
        var (wanted, mask) = (Vector256.Create((uint)part), Vector256.Create(0xFFFFu));
        ref var first = ref MemoryMarshal.GetReference(row);
        // The last eight overlap those before them, where there is a rest.
        var last = Vector256.LoadUnsafe(ref first, (nuint)row.Length - 8);
        var found = last & Vector256.Equals(last & mask, wanted);
        for (nuint i = 0; i + 8 < (nuint)row.Length; i += 8)
        {
            var pairs = Vector256.LoadUnsafe(ref first, i);
            found |= pairs & Vector256.Equals(pairs & mask, wanted);
        }

        var half = (found.GetLower() | found.GetUpper()).AsUInt64();
        var quarter = half.GetElement(0) | half.GetElement(1);
        return unchecked((uint)(quarter | (quarter >> 32))) >> 16;
    }
#endif

    public static uint Pair(int part, int weight) => (uint)part | ((uint)weight << 16);
}
