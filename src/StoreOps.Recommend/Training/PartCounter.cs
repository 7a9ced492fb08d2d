#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Counts the parts that go with one part, and hands out those that go with it most; then empty again.</summary>
internal sealed class PartCounter(int parts)
{
    /// <summary>By so much the geometric mean of how often both are taken is enlarged: few visits together say little.</summary>
    private const int Shrink = 10;

    private const int Whole = 65_535;

#if NET
    // From so great a share of all parts on, all are looked at.
    private const int DenseShare = 16;
#endif

    // By how much a product of single precision may be wrong, and far more.
    private const float Margin = 1e-5f;

    private readonly int[] _counts = new int[parts];

    // One place more, since the next place is written to before it is known whether it is needed.
    private readonly int[] _touched = new int[parts + 1];
    private uint[] _keys = [];
    private int _kept;
    private float _floor;
    private int _count;

    public void Add(ReadOnlySpan<int> taken)
    {
        var (counts, touched, count) = (_counts, _touched, _count);
        foreach (var part in taken)
        {
            // Without a branch, which would be guessed wrong at every other part.
            var before = counts[part];
            touched[count] = part;
            count = unchecked(count + (before == 0 ? 1 : 0));
            counts[part] = unchecked(before + 1);
        }

        _count = count;
    }

    public void Add(int part, int times)
    {
        if (times == 0)
            return;
        if (_counts[part] == 0)
            _touched[_count++] = part;
        _counts[part] += times;
    }

    /// <summary>Hands out all parts in their order, with how often each was counted.</summary>
    public List<(int Part, int Times)> TakeAll()
    {
        var all = new List<(int, int)>(_count);
        Array.Sort(_touched, 0, _count);
        for (var i = 0; i < _count; i++)
        {
            all.Add((_touched[i], _counts[_touched[i]]));
            _counts[_touched[i]] = 0;
        }

        _count = 0;
        return all;
    }

    /// <summary>Hands out a row of a relation: the parts of the greatest shrunk cosine, of equals those of the lowest number.</summary>
    /// <param name="size">How often the part was taken whose row it is.</param>
    /// <param name="sizes">How often each part was taken.</param>
    /// <param name="roots">The square roots of these.</param>
    /// <param name="except">A part that is left out; below zero for none.</param>
    /// <param name="most">How many parts at most.</param>
    public uint[] TakeNearest(int size, int[] sizes, float[] roots, int except, int most)
    {
        // As many again find room before the nearest are chosen; from then on few pass the least of them.
        if (_keys.Length != most * 2)
            _keys = new uint[most * 2];
        (_kept, _floor) = (0, 0);
        if (except >= 0)
            _counts[except] = 0;
#if NET
        if (Vector256.IsHardwareAccelerated && parts >= Vector256<int>.Count && _count >= parts / DenseShare)
        {
            TakeDense(size, sizes, roots, most);
            _count = 0;
        }
#endif
        var own = (float)Math.Sqrt(size);
        for (var i = 0; i < _count; i++)
        {
            var part = _touched[i];
            if (_counts[part] >= _floor * ((own * roots[part]) + Shrink))
                Take(part, size, sizes, most);
            _counts[part] = 0;
        }

        _count = 0;
        var found = _keys.AsSpan(0, _kept);
        if (_kept > most)
        {
            Smallest.First(found, most);
            found = found[..most];
        }

        var row = new uint[found.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = Relation.Pair((int)(found[i] & 0xFFFF), Whole - (int)(found[i] >> 16));
        Relation.Sort(row);
        return row;
    }

#if NET
    // Looks at all parts side by side: where many were touched, that takes less than to go from one to the other.
    private void TakeDense(int size, int[] sizes, float[] roots, int most)
    {
        var (own, shrink, least) = (Vector256.Create((float)Math.Sqrt(size)), Vector256.Create((float)Shrink), Vector256.Create(0.5f));
        ref var count = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref var root = ref MemoryMarshal.GetArrayDataReference(roots);
        for (var from = 0; from < parts; from += Vector256<int>.Count)
        {
            // The last eight overlap those before them, of which what was taken is no longer counted.
            var at = Math.Min(from, parts - Vector256<int>.Count);
            var bar = Vector256.Max(Vector256.Create(_floor) * ((own * Vector256.LoadUnsafe(ref root, (nuint)at)) + shrink), least);
            var passes = Vector256.GreaterThanOrEqual(Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref count, (nuint)at)), bar).ExtractMostSignificantBits();
            for (; passes != 0; passes &= passes - 1)
            {
                var part = at + BitOperations.TrailingZeroCount(passes);
                Take(part, size, sizes, most);
                _counts[part] = 0;
            }
        }

        Array.Clear(_counts, 0, parts);
    }
#endif

    // Most parts are told by a product, which may be wrong in its last places; only the others need a root and a quotient.
    private void Take(int part, int size, int[] sizes, int most)
    {
        var cosine = _counts[part] / (Math.Sqrt((double)size * sizes[part]) + Shrink);
        var weight = unchecked((int)Math.Min(Whole, cosine * 65_536.0));
        if (weight == 0)
            return;
        // The greatest weight first, and of equals the lowest number: both in one number to choose by.
        _keys[_kept++] = unchecked(((uint)(Whole - weight) << 16) | (uint)part);
        if (_kept < _keys.Length)
            return;
        Smallest.First(_keys, most);
        _kept = most;
        var last = 0u;
        foreach (var key in _keys.AsSpan(0, most))
            last = Math.Max(last, key);
        _floor = (Whole - (int)(last >> 16)) / 65_536f * (1 - Margin);
    }
}
