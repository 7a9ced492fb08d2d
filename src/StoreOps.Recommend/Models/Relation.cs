namespace StoreOps.Recommend.Models;

/// <summary>Rows of pairs: where each row starts, and its pairs as a part below and a weight above 16 bits.</summary>
internal readonly struct Relation(uint[] rows, uint[] pairs)
{
    public uint[] Rows { get; } = rows;

    public uint[] Pairs { get; } = pairs;

    public static Relation Empty(int rows) => new(new uint[rows + 1], []);

    public static uint Pair(int part, int weight) => (uint)part | ((uint)weight << 16);
}
