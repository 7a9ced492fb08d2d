using System.Runtime.CompilerServices;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>One call, once its parts are gathered: takes out what must not be offered, ranks the rest and tells the reasons.</summary>
internal static class RecommendCall
{
    /// <summary>Ranks the candidates that may be offered.</summary>
    public static RecommendDiagnostics Rank(in ModelView model, PartLookups lookups, in RecommendQuery query, in SignalReader reader, Scratch scratch, int wanted)
    {
        var counts = CandidateMasks.Apply(query, scratch);
        var top = scratch.Top;
        top.Start(Math.Min(wanted, scratch.Parts));
        if (wanted > 0)
        {
            var entries = (query.History ?? PartHistory.Empty).Entries;
            var since = scratch.SinceOf(entries.Length);
            reader.ReadSince(since);
            RankKnown(model, lookups.HadBefore, query, since, scratch);
            FreshScorer.FillCategories(model, entries, since, scratch, lookups.NeverHad);
            RankFresh(model, lookups.NeverHad, query, scratch, counts.BelowCut);
        }

        return counts with { Returned = top.Count, BelowCut = counts.BelowCut - top.Count, Basis = BasisOf(model, query) };
    }

    /// <summary>Writes the ranked parts, the first first, and their reasons.</summary>
    public static int Write(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, Span<Recommendation> results, Span<PartReason> reasons)
    {
        var each = results.Length == 0 ? 0 : reasons.Length / results.Length;
        var top = scratch.Top;
        Span<int> told = stackalloc int[ReasonTeller.Together];
        told.Clear();
        for (var from = 0; from < top.Count; from += ReasonTeller.Together)
        {
            var parts = top.Parts.Slice(from, Math.Min(ReasonTeller.Together, top.Count - from));
            if (each > 0)
                ReasonTeller.Tell(model, query, reader, scratch, parts, each, reasons.Slice(from * each, parts.Length * each), told);
            for (var i = 0; i < parts.Length; i++)
            {
                var logOdds = top.LogOddsAt(from + i);
                results[from + i] = new Recommendation(parts[i], logOdds, StableMath.Logistic(logOdds), scratch.SourcesOf(parts[i]), told[i]);
            }
        }

        return top.Count;
    }

    // First: they mostly rank before the others, of which then fewer have to be put in their place. Neither is made part of its caller: a method that
    // grows too large is no longer given what it calls in small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RankKnown(in ModelView model, StaticTerms terms, in RecommendQuery query, ReadOnlySpan<uint> since, Scratch scratch)
    {
        var history = query.History ?? PartHistory.Empty;
        var entries = history.Entries;
        if (entries.Length == 0)
            return;
        var (scores, parts) = scratch.Scored(entries.Length);
        var count = new KnownScorer(model, query, history, scratch, terms).Score(entries, scratch.Candidates, since, scores, parts);
        scratch.Top.Keep(scores.AsSpan(0, count), parts, model.PartVisits);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RankFresh(in ModelView model, StaticTerms terms, in RecommendQuery query, Scratch scratch, int candidates)
    {
        var scorer = new FreshScorer(model, query, scratch, terms);
        // One place more than there are candidates, as a part that does not rank is written down before that is known.
        var (scores, parts) = scratch.Scored(candidates + 1);
        var count = scorer.Score(scratch.Candidates, scratch.Known, scratch.Top.Least, scores, parts);
        scratch.Top.Keep(scores.AsSpan(0, count), parts, model.PartVisits);
    }

    private static RecommendBasis BasisOf(in ModelView model, in RecommendQuery query)
    {
        if (query.History is { Visits: > 0 })
            return RecommendBasis.History;
        var all = ((model.SimilarRows.Length - 1) / ModelLayout.Bands) - 1;
        if (query.Family is { } family && unchecked((uint)family) < (uint)all)
            return RecommendBasis.Family;
        return query.Kilometers is not null && model.SimilarPairs.Length > 0 ? RecommendBasis.Odometer : RecommendBasis.Schedule;
    }
}
