using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>One call, once its parts are gathered: takes out what must not be offered, ranks the rest and tells the reasons.</summary>
internal static class RecommendCall
{
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
    public static RecommendDiagnostics Rank(in ModelView model, StaticTerms terms, in RecommendQuery query, in SignalReader reader, Scratch scratch, int wanted)
    {
        var counts = CandidateMasks.Apply(query, scratch);
        var top = scratch.Top;
        top.Start(Math.Min(wanted, scratch.Parts));
        if (wanted > 0)
        {
            RankKnown(model, terms, reader, scratch);
            RankFresh(model, terms, query.Date.Month, scratch);
        }

        return counts with { Returned = top.Count, BelowCut = counts.BelowCut - top.Count, Basis = BasisOf(model, query) };
    }

    /// <summary>Writes the ranked parts, the first first, and their reasons.</summary>
    public static int Write(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, Span<Recommendation> results, Span<PartReason> reasons)
    {
        var each = results.Length == 0 ? 0 : reasons.Length / results.Length;
        var top = scratch.Top;
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        for (var i = 0; i < top.Count; i++)
        {
            var (part, logOdds) = (top.PartAt(i), top.LogOddsAt(i));
            var told = 0;
            if (each > 0)
            {
                reader.Read(part, levels);
                told = ReasonTeller.Tell(model, query, reader, scratch, part, levels, reasons.Slice(i * each, each));
            }

            results[i] = new Recommendation(part, logOdds, StableMath.Logistic(logOdds), scratch.SourcesOf(part, model.Floors), told);
        }

        return top.Count;
    }

    // First: they mostly rank before the others, of which then fewer have to be put in their place.
    private static void RankKnown(in ModelView model, StaticTerms terms, in SignalReader reader, Scratch scratch)
    {
        var scorer = new KnownScorer(model, terms, scratch.Context);
        var visits = model.PartVisits;
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            for (var bits = scratch.Candidates[word] & scratch.Known[word]; bits != 0; bits &= bits - 1)
            {
                var part = (word << 6) + Bits.First(bits);
                scratch.Top.Keep(part, scorer.LogOddsOf(part, reader, levels), visits);
            }
        }
    }

    private static void RankFresh(in ModelView model, StaticTerms terms, int month, Scratch scratch)
    {
        var scorer = new FreshScorer(model, terms, month, scratch.Context);
        var top = scratch.Top;
        var visits = model.PartVisits;
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            for (var bits = scratch.Candidates[word] & ~scratch.Known[word]; bits != 0; bits &= bits - 1)
            {
                var part = (word << 6) + Bits.First(bits);
                if (scorer.LogOddsOf(part, scratch) is var logOdds && logOdds >= top.Least)
                    top.Keep(part, logOdds, visits);
            }
        }
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
