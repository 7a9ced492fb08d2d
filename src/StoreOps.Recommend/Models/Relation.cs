namespace StoreOps.Recommend.Models;

/// <summary>Rows of pairs: where each row starts, and its pairs as a part below and a weight above 16 bits.</summary>
internal readonly struct Relation(uint[] rows, uint[] pairs)
{
    public uint[] Rows { get; } = rows;

    public uint[] Pairs { get; } = pairs;

    public static Relation Empty(int rows) => new(new uint[rows + 1], []);

    /// <summary>Puts the pairs of a row in the order of their parts, in which they are looked up.</summary>
    public static void Sort(uint[] row) => Array.Sort(row, static (one, other) => (one & 0xFFFF).CompareTo(other & 0xFFFF));

    /// <summary>Returns the weight that a row gives a part; zero for none.</summary>
    public static uint WeightOf(ReadOnlySpan<uint> row, int part)
    {
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

    public static uint Pair(int part, int weight) => (uint)part | ((uint)weight << 16);
}
