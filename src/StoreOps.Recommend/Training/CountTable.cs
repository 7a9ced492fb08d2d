namespace StoreOps.Recommend.Training;

/// <summary>
/// Counts by row and column, in that order, without those that are zero. Each is kept twice: without the last visit of each vehicle, and with it.
/// </summary>
internal sealed class CountTable
{
    private CountTable(ulong[] keys, long[] earlier, long[] whole) => (Keys, Earlier, Whole) = (keys, earlier, whole);

    public static CountTable Empty { get; } = new([], [], []);

    /// <summary>Gets the places, each a row above and a column below 32 bits; ascending.</summary>
    public ulong[] Keys { get; }

    public long[] Earlier { get; }

    public long[] Whole { get; }

    public int Count => Keys.Length;

    public int RowOf(int at) => (int)(Keys[at] >> 32);

    public int ColumnOf(int at) => (int)(Keys[at] & uint.MaxValue);

    /// <summary>Adds another table, or takes it away.</summary>
    /// <param name="other">The other table, in the same numbers.</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="isPossible">Whether nothing fell below zero.</param>
    public CountTable Plus(CountTable other, int sign, ref bool isPossible)
    {
        var sum = new Builder(Count + other.Count);
        var (at, also) = (0, 0);
        while (at < Count || also < other.Count)
        {
            var isOwn = also == other.Count || (at < Count && Keys[at] <= other.Keys[also]);
            var isOther = at == Count || (also < other.Count && other.Keys[also] <= Keys[at]);
            var key = isOwn ? Keys[at] : other.Keys[also];
            var (earlier, whole) = isOwn ? (Earlier[at], Whole[at]) : (0, 0);
            if (isOther)
                (earlier, whole) = (earlier + (sign * other.Earlier[also]), whole + (sign * other.Whole[also]));
            isPossible &= earlier >= 0 && whole >= 0;
            sum.Add(key, earlier, whole);
            at += isOwn ? 1 : 0;
            also += isOther ? 1 : 0;
        }

        return sum.Build();
    }

    /// <summary>Gives rows and columns other numbers, in the same order.</summary>
    public CountTable Renumbered(Func<int, int> row, Func<int, int> column)
    {
        var keys = new ulong[Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Key(row(RowOf(i)), column(ColumnOf(i)));
        return new CountTable(keys, Earlier, Whole);
    }

    public bool IsEqualTo(CountTable other) => Keys.AsSpan().SequenceEqual(other.Keys) && Earlier.AsSpan().SequenceEqual(other.Earlier) && Whole.AsSpan().SequenceEqual(other.Whole);

    public static ulong Key(int row, int column) => ((ulong)(uint)row << 32) | (uint)column;

    /// <summary>Takes counts in the order of their places.</summary>
    public sealed class Builder(int capacity)
    {
        private readonly List<ulong> _keys = new(capacity);
        private readonly List<long> _earlier = new(capacity);
        private readonly List<long> _whole = new(capacity);

        public void Add(int row, int column, long earlier, long whole) => Add(Key(row, column), earlier, whole);

        public void Add(ulong key, long earlier, long whole)
        {
            if (earlier == 0 && whole == 0)
                return;
            _keys.Add(key);
            _earlier.Add(earlier);
            _whole.Add(whole);
        }

        public CountTable Build() => new([.. _keys], [.. _earlier], [.. _whole]);
    }
}
