using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Where in the rows of a relation each part stands: a set of parts for each row, so that a weight is found by counting bits instead of searching.</summary>
/// <remarks>
/// For models of few parts only: it takes a bit for each pair of parts. Each row is its words of 64 parts, then a byte for each word that says how many
/// pairs stand before it.
/// </remarks>
internal sealed class RelationIndex
{
    /// <summary>Up to how many parts an index is worth its memory: about 150 KB then.</summary>
    public const int MostParts = 1_024;

    private readonly ulong[] _rows;
    private readonly int[] _starts;
    private readonly int _words;
    private readonly int _stride;

    private RelationIndex(int words, int rows)
    {
        _words = words;
        _stride = words + ((words + 7) / 8);
        _rows = new ulong[_stride * rows];
        _starts = new int[rows];
    }

    /// <summary>Makes the index of a relation; null where it would be too large or a row has more pairs than a byte counts.</summary>
    public static RelationIndex? Of(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int parts)
    {
        if (parts is 0 or > MostParts)
            return null;
        var index = new RelationIndex(Bits.WordsFor(parts), rows.Length - 1);
        for (var row = 0; row < rows.Length - 1; row++)
        {
            index._starts[row] = (int)rows[row];
            if (!index.Add(Relation.RowOf(rows, pairs, row), row, parts))
                return null;
        }

        return index;
    }

    /// <summary>Returns which of several rows gives a part the greatest weight, of equal ones the first; a part of -1 where none gives any.</summary>
    /// <param name="pairs">The pairs of the relation.</param>
    /// <param name="others">The numbers of the rows; those of no row give nothing.</param>
    /// <param name="part">The part: one of the model's.</param>
    public (int Part, uint Weight) Strongest(ReadOnlySpan<uint> pairs, ReadOnlySpan<int> others, int part)
    {
        if (unchecked((uint)part >= (uint)(_words * 64)))
            return (-1, 0);
        var places = new Places(this, part);
        var (best, with) = (0u, -1);
        foreach (var other in others)
        {
            var weight = places.WeightIn(pairs, other);
            if (weight > best)
                (best, with) = (weight, other);
        }

        return (with, best);
    }

    /// <summary>Returns which part of a history, with its share of it, gives a part most, of equal ones the first; -1 where none gives anything.</summary>
    public int Strongest(ReadOnlySpan<uint> pairs, PartHistory history, int part)
    {
        if (unchecked((uint)part >= (uint)(_words * 64)))
            return -1;
        var places = new Places(this, part);
        var (entries, standings) = (history.Entries, history.Levels.Parts);
        var (best, with) = (0UL, -1);
        for (var i = 0; i < entries.Length; i++)
        {
            var weight = unchecked((ulong)places.WeightIn(pairs, entries[i].Part) * standings[i].Share);
            if (weight > best)
                (best, with) = (weight, entries[i].Part);
        }

        return with;
    }

    // A file that was altered after it was verified may name parts that there are not, or in another order: then nothing is told by it.
    private bool Add(ReadOnlySpan<uint> row, int number, int parts)
    {
        if (row.Length > byte.MaxValue)
            return false;
        var start = number * _stride;
        var last = -1;
        foreach (var pair in row)
        {
            var part = (int)(pair & 0xFFFF);
            if (part >= parts || part <= last)
                return false;
            last = part;
            _rows[start + (part >> 6)] |= 1UL << (part & 63);
        }

        var before = 0;
        for (var word = 0; word < _words; word++)
        {
            _rows[start + _words + (word >> 3)] |= (ulong)before << ((word & 7) * 8);
            before += Bits.Count(_rows[start + word]);
        }

        return true;
    }

    /// <summary>Where one part stands in each row.</summary>
    private readonly ref struct Places
    {
        private readonly ReadOnlySpan<ulong> _words;
        private readonly ReadOnlySpan<ulong> _counts;
        private readonly ReadOnlySpan<int> _starts;
        private readonly ulong _below;
        private readonly int _bit;
        private readonly int _shift;
        private readonly int _stride;
        private readonly uint _rows;

        public Places(RelationIndex index, int part)
        {
            unchecked
            {
                (_bit, _shift, _stride, _rows) = (part & 63, ((part >> 6) & 7) * 8, index._stride, (uint)index._starts.Length);
                _below = (1UL << _bit) - 1;
                _words = index._rows.AsSpan(part >> 6);
                _counts = index._rows.AsSpan(index._words + (part >> 9));
                _starts = index._starts;
            }
        }

        /// <summary>Returns the weight that a row gives the part; zero for none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint WeightIn(ReadOnlySpan<uint> pairs, int row)
        {
            unchecked
            {
                if ((uint)row >= _rows)
                    return 0;
                // The places were made from the number of rows and parts, and need no look at the bounds.
                var bits = Unsafe.Add(ref MemoryMarshal.GetReference(_words), row * _stride);
                var before = (int)(Unsafe.Add(ref MemoryMarshal.GetReference(_counts), row * _stride) >> _shift) & 0xFF;
                var at = Unsafe.Add(ref MemoryMarshal.GetReference(_starts), row) + before + Bits.Count(bits & _below);
                // Whether the row has the part cannot be foreseen: its neighbor is read instead, and counts for nothing.
                return (uint)at < (uint)pairs.Length ? (pairs[at] >> 16) * (uint)((bits >> _bit) & 1) : 0;
            }
        }
    }
}
