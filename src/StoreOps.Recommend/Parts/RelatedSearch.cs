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
                RelationSums.Add(Relation.RowOf(model.SameVisitRows, model.SameVisitPairs, part), sums.Sums);
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
            KeepFromAll(sums.Sums.AsSpan(0, scratch.Candidates.Length * 64), results.Length, scratch, model.PartVisits);
        else
            KeepFromTouched(model, parts, sums, results.Length, scratch);
        for (var i = 0; i < top.Count; i++)
            results[i] = new RelatedPart(top.PartAt(i), top.LogOddsAt(i) / ushort.MaxValue);
        return top.Count;
    }

    // The sums are zero between calls: each way of reading them leaves them so.
    private static void KeepFromAll(Span<uint> sums, int wanted, Scratch scratch, ReadOnlySpan<uint> visits)
    {
        var least = SumCount.LeastOf(sums, wanted);
        var (strengths, parts) = scratch.Scored(sums.Length);
        var count = 0;
        for (var from = 0; from < sums.Length; from += 64)
        {
            for (var bits = SumCount.Reaching(sums.Slice(from, 64), least); bits != 0; bits &= bits - 1)
            {
                var part = from + Bits.First(bits);
                (strengths[count], parts[count]) = (sums[part], part);
                count++;
            }
        }

        scratch.Top.Keep(strengths.AsSpan(0, count), parts, visits);
        sums.Clear();
    }

    private static void KeepFromTouched(in ModelView model, ReadOnlySpan<int> lines, RelatedSums sums, int wanted, Scratch scratch)
    {
        var touched = 0;
        foreach (var part in lines)
        {
            if (unchecked((uint)part) >= (uint)(model.SameVisitRows.Length - 1))
                continue;
            foreach (var pair in Relation.RowOf(model.SameVisitRows, model.SameVisitPairs, part))
                sums.Take((int)(pair & 0xFFFF), ref touched);
        }

        var values = sums.Values(touched);
        var least = SumCount.LeastOf(values, wanted);
        var (strengths, parts) = scratch.Scored(touched);
        var count = 0;
        for (var i = 0; i < touched; i++)
        {
            if (values[i] < least)
                continue;
            (strengths[count], parts[count]) = (values[i], sums.PartAt(i));
            count++;
        }

        scratch.Top.Keep(strengths.AsSpan(0, count), parts, model.PartVisits);
    }
}
