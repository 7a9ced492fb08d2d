using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Finds what the rows of a relation say for one part: by its index, where it has one.</summary>
internal readonly ref struct RowSearch(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, RelationIndex? index)
{
    private readonly ReadOnlySpan<uint> _rows = rows;
    private readonly ReadOnlySpan<uint> _pairs = pairs;

    /// <summary>Returns which of several rows gives a part the greatest weight, of equal ones the first; a part of -1 where none gives any.</summary>
    public (int Part, uint Weight) Strongest(ReadOnlySpan<int> others, int part)
    {
        if (index is not null)
            return index.Strongest(_pairs, others, part);
        var best = 0L;
        for (var i = 0; i < others.Length; i++)
            best = RankedWeight.Greater(best, RankedWeight.Of(WeightOf(others[i], part), i));
        return RankedWeight.WeightOf(best) == 0 ? (-1, 0) : (others[RankedWeight.PlaceOf(best)], RankedWeight.WeightOf(best));
    }

    /// <summary>Returns which part of a history, with its share of it, says most for a part; -1 where none says anything.</summary>
    public int Strongest(PartHistory history, int part)
    {
        if (index is not null)
            return index.Strongest(_pairs, history, part);
        var best = 0L;
        var (entries, standings) = (history.Entries, history.Levels.Parts);
        for (var i = 0; i < entries.Length; i++)
            best = RankedWeight.Greater(best, RankedWeight.Of(unchecked(WeightOf(entries[i].Part, part) * standings[i].Share), i));
        return RankedWeight.WeightOf(best) == 0 ? -1 : entries[RankedWeight.PlaceOf(best)].Part;
    }

    private uint WeightOf(int row, int part) =>
        unchecked((uint)row < (uint)(_rows.Length - 1)) ? Relation.WeightOf(Relation.RowOf(_rows, _pairs, row), part) : 0;
}
