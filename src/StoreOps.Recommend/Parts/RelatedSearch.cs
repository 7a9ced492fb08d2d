using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Adds up what some parts are sold with, and finds the most of it.</summary>
internal static class RelatedSearch
{
    /// <summary>Up to how many parts all sums are gone through; with more of them, only those that were added to.</summary>
    private const int FewParts = 2_048;

    public static int Find(in ModelView model, ReadOnlySpan<int> parts, Scratch scratch, Span<RelatedPart> results)
    {
        var sums = scratch.Related;
        foreach (var part in parts)
        {
            if (unchecked((uint)part) < (uint)scratch.Parts)
                RelationSums.Add(Relation.RowOf(model.SameVisitRows, model.SameVisitPairs, part), sums.Sums, 1);
        }

        // What was asked for is no answer.
        foreach (var part in parts)
        {
            if (unchecked((uint)part) < (uint)scratch.Parts)
                sums.Sums[part] = 0;
        }

        var top = scratch.Top;
        top.Start(Math.Min(results.Length, scratch.Parts));
        if (scratch.Parts <= FewParts)
            KeepFromAll(sums.Sums.AsSpan(0, scratch.Candidates.Length * 64), results.Length, top, model.PartVisits);
        else
            KeepFromTouched(model, parts, sums, results.Length, top);
        for (var i = 0; i < top.Count; i++)
            results[i] = new RelatedPart(top.PartAt(i), top.LogOddsAt(i) / ushort.MaxValue);
        return top.Count;
    }

    // The sums are zero between calls: each way of reading them leaves them so.
    private static void KeepFromAll(Span<uint> sums, int wanted, TopParts top, ReadOnlySpan<uint> visits)
    {
        var least = SumCount.LeastOf(sums, wanted);
        for (var from = 0; from < sums.Length; from += 64)
        {
            for (var bits = SumCount.Reaching(sums.Slice(from, 64), least); bits != 0; bits &= bits - 1)
            {
                var part = from + Bits.First(bits);
                top.Keep(part, sums[part], visits);
            }
        }

        sums.Clear();
    }

    private static void KeepFromTouched(in ModelView model, ReadOnlySpan<int> parts, RelatedSums sums, int wanted, TopParts top)
    {
        var count = 0;
        foreach (var part in parts)
        {
            if (unchecked((uint)part) >= (uint)(model.SameVisitRows.Length - 1))
                continue;
            foreach (var pair in Relation.RowOf(model.SameVisitRows, model.SameVisitPairs, part))
                sums.Take((int)(pair & 0xFFFF), ref count);
        }

        var values = sums.Values(count);
        var least = SumCount.LeastOf(values, wanted);
        for (var i = 0; i < count; i++)
        {
            if (values[i] >= least)
                top.Keep(sums.PartAt(i), values[i], model.PartVisits);
        }
    }
}
