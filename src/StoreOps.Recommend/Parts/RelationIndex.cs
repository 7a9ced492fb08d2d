using System.Runtime.CompilerServices;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Where in the rows of a relation each part stands: a set of parts for each row, so that a weight is found by counting bits instead of searching.</summary>
/// <remarks>For models of few parts only: it takes two bits for each pair of parts.</remarks>
internal sealed class RelationIndex
{
    /// <summary>Up to how many parts an index is worth its memory: 256 KB then.</summary>
    public const int MostParts = 1_024;

    private readonly Word[] _words;
    private readonly int _stride;
    private readonly uint _rows;

    private RelationIndex(int stride, int rows)
    {
        _stride = stride;
        _rows = (uint)rows;
        _words = new Word[stride * rows];
    }

    /// <summary>Makes the index of a relation; null where it would be too large.</summary>
    public static RelationIndex? Of(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int parts)
    {
        if (parts is 0 or > MostParts)
            return null;
        var index = new RelationIndex(Bits.WordsFor(parts), rows.Length - 1);
        for (var row = 0; row < rows.Length - 1; row++)
        {
            if (!index.Add(Relation.RowOf(rows, pairs, row), row, (int)rows[row], parts))
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
        unchecked
        {
            if ((uint)part >= (uint)(_stride * 64))
                return (-1, 0);
            ref var word = ref _words[part >> 6];
            var (rows, stride) = (_rows, _stride);
            var best = 0L;
            for (var i = 0; i < others.Length; i++)
            {
                if ((uint)others[i] < rows)
                    best = RankedWeight.Greater(best, RankedWeight.Of(WeightOf(pairs, Unsafe.Add(ref word, others[i] * stride), part), i));
            }

            return RankedWeight.WeightOf(best) == 0 ? (-1, 0) : (others[RankedWeight.PlaceOf(best)], RankedWeight.WeightOf(best));
        }
    }

    /// <summary>Returns which part of a history, with its share of it, gives a part most, of equal ones the first; -1 where none gives anything.</summary>
    public int Strongest(ReadOnlySpan<uint> pairs, PartHistory history, int part)
    {
        unchecked
        {
            if ((uint)part >= (uint)(_stride * 64))
                return -1;
            ref var word = ref _words[part >> 6];
            var (rows, stride) = (_rows, _stride);
            var entries = history.Entries;
            var standings = history.Levels.Parts.AsSpan(0, entries.Length);
            var best = 0L;
            for (var i = 0; i < entries.Length; i++)
            {
                var other = entries[i].Part;
                if ((uint)other < rows)
                    best = RankedWeight.Greater(best, RankedWeight.Of(WeightOf(pairs, Unsafe.Add(ref word, other * stride), part) * standings[i].Share, i));
            }

            return RankedWeight.WeightOf(best) == 0 ? -1 : entries[RankedWeight.PlaceOf(best)].Part;
        }
    }

    // The weight that a row gives a part, from the row's word with the part.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint WeightOf(ReadOnlySpan<uint> pairs, in Word word, int part)
    {
        unchecked
        {
            var at = word.Before + Bits.Count(word.Parts & ((1UL << part) - 1));
            // Whether the row has the part cannot be foreseen: its neighbor is read instead, and counts for nothing.
            return (uint)at < (uint)pairs.Length ? (pairs[at] >> 16) * (uint)((word.Parts >> part) & 1) : 0;
        }
    }

    // A file that was altered after it was verified may name parts that there are not, or in another order: then nothing is told by it.
    private bool Add(ReadOnlySpan<uint> row, int number, int start, int parts)
    {
        var words = _words.AsSpan(number * _stride, _stride);
        var last = -1;
        foreach (var pair in row)
        {
            var part = (int)(pair & 0xFFFF);
            if (part >= parts || part <= last)
                return false;
            last = part;
            words[part >> 6].Parts |= 1UL << (part & 63);
        }

        foreach (ref var word in words)
        {
            word.Before = start;
            start += Bits.Count(word.Parts);
        }

        return true;
    }

    /// <summary>Which of 64 parts a row has, and how many pairs of the relation stand before them.</summary>
    private struct Word
    {
        public ulong Parts;
        public int Before;
    }
}
