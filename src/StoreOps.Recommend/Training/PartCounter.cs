using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Counts parts for one row and hands out those with the greatest weights; then empty again.</summary>
internal sealed class PartCounter(int parts)
{
    private readonly int[] _counts = new int[parts];
    private readonly int[] _touched = new int[parts];
    private readonly ulong[] _keys = new ulong[parts];
    private int _count;

    public void AddAll(ReadOnlySpan<int> taken)
    {
        foreach (var part in taken)
        {
            if (_counts[part]++ == 0)
                _touched[_count++] = part;
        }
    }

    public uint[] Take(Func<int, int, double> weigh, int most)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var part = _touched[i];
            var weight = (int)Math.Min(65_535.0, weigh(_counts[part], part) * 65_536.0);
            _counts[part] = 0;
            // The greatest weight first, and of equals the lowest number: both in one number to sort by.
            if (weight > 0)
                _keys[kept++] = ((ulong)(uint)(65_535 - weight) << 32) | (uint)part;
        }

        _count = 0;
        Array.Sort(_keys, 0, kept);
        var row = new uint[Math.Min(kept, most)];
        for (var i = 0; i < row.Length; i++)
            row[i] = Relation.Pair((int)(_keys[i] & 0xFFFF), 65_535 - (int)(_keys[i] >> 32));
        Relation.Sort(row);
        return row;
    }
}
