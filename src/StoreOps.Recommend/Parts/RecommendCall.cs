using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>One call, once its parts are gathered: takes out what must not be offered, ranks the rest and tells the reasons.</summary>
internal static class RecommendCall
{
    /// <summary>Of how many parts the levels are read together.</summary>
    private const int Together = 16;

    /// <summary>Makes only the caller's parts candidates.</summary>
    public static void TakeOnly(ReadOnlySpan<int> candidates, Scratch scratch)
    {
        Array.Clear(scratch.Candidates, 0, scratch.Candidates.Length);
        foreach (var part in candidates)
        {
            if (!scratch.IsPart(part))
                continue;
            scratch.MarkOf(part, PartSources.Caller);
            scratch.Candidates[part >> 6] |= 1UL << (part & 63);
        }
    }

    /// <summary>Makes the lines of the order candidates, so that they are counted among what is taken out.</summary>
    public static void TakeOrder(Scratch scratch)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
            scratch.Candidates[word] |= scratch.OnOrder[word];
    }

    /// <summary>Ranks the candidates that may be offered.</summary>
    public static RecommendDiagnostics Rank(in ModelView model, PartLookups lookups, in RecommendQuery query, in SignalReader reader, Scratch scratch, int wanted)
    {
        var counts = CandidateMasks.Apply(query, scratch);
        var top = scratch.Top;
        top.Start(Math.Min(wanted, scratch.Parts));
        if (wanted > 0)
        {
            CandidateBits.Levels(scratch);
            RankKnown(model, lookups.HadBefore, query, reader, scratch);
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
        // All levels of a few parts before their terms: what was just written byte by byte cannot be read eight at a time at once.
        Span<byte> levels = stackalloc byte[Together * ModelLayout.Signals];
        for (var from = 0; from < top.Count; from += Together)
        {
            var count = Math.Min(Together, top.Count - from);
            for (var i = 0; i < count && each > 0; i++)
                reader.Read(top.PartAt(from + i), levels.Slice(i * ModelLayout.Signals, ModelLayout.Signals));
            for (var i = 0; i < count; i++)
            {
                var (part, logOdds, told) = (top.PartAt(from + i), top.LogOddsAt(from + i), 0);
                if (each > 0)
                {
                    var own = levels.Slice(i * ModelLayout.Signals, ModelLayout.Signals);
                    told = ReasonTeller.Tell(model, query, reader, scratch, part, own, reasons.Slice((from + i) * each, each));
                }

                results[from + i] = new Recommendation(part, logOdds, StableMath.Logistic(logOdds), scratch.SourcesOf(part, model.Floors), told);
            }
        }

        return top.Count;
    }

    // First: they mostly rank before the others, of which then fewer have to be put in their place.
    private static void RankKnown(in ModelView model, StaticTerms terms, in RecommendQuery query, in SignalReader reader, Scratch scratch)
    {
        var history = query.History ?? PartHistory.Empty;
        var entries = history.Entries;
        if (entries.Length == 0)
            return;
        var scorer = new KnownScorer(model, query, history, scratch, terms);
        var candidates = scratch.Candidates;
        var (scores, parts) = scratch.Scored(entries.Length);
        var count = 0;
        for (var place = 0; place < entries.Length; place++)
        {
            ref readonly var entry = ref entries[place];
            if (unchecked((uint)entry.Part) >= (uint)scratch.Parts || (candidates[entry.Part >> 6] & (1UL << (entry.Part & 63))) == 0)
                continue;
            (scores[count], parts[count]) = (scorer.LogOddsOf(place, entry, reader), entry.Part);
            count++;
        }

        scratch.Top.Keep(scores.AsSpan(0, count), parts, model.PartVisits);
    }

    private static void RankFresh(in ModelView model, StaticTerms terms, in RecommendQuery query, Scratch scratch, int candidates)
    {
        var scorer = new FreshScorer(query, scratch, terms);
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
