namespace StoreOps.Recommend.Parts;

/// <summary>Takes out of the candidates what must not be offered, and counts what took out how many.</summary>
internal static class CandidateMasks
{
    public static RecommendDiagnostics Apply(in RecommendQuery query, Scratch scratch)
    {
        var (considered, onOrder, notFitting, noService, notAvailable, forbidden, declined, left) = (0, 0, 0, 0, 0, 0, 0, 0);
        var candidates = scratch.Candidates;
        for (var word = 0; word < candidates.Length; word++)
        {
            var bits = candidates[word];
            if (bits == 0)
                continue;
            considered += Bits.Count(bits);
            TakeOut(ref bits, scratch.OnOrder[word], ref onOrder);
            if (query.Fitting is { } fitting)
                TakeOut(ref bits, ~fitting.WordAt(word), ref notFitting);
            if (query.NoServiceRequired is { } none)
                TakeOut(ref bits, none.WordAt(word), ref noService);
            if (query.Available is { } available)
                TakeOut(ref bits, ~available.WordAt(word), ref notAvailable);
            if (query.Forbidden is { } never)
                TakeOut(ref bits, never.WordAt(word), ref forbidden);
            if (query.Declined is { } refused)
                TakeOut(ref bits, refused.WordAt(word), ref declined);
            left += Bits.Count(bits);
            candidates[word] = bits;
        }

        return new RecommendDiagnostics
        {
            Considered = considered,
            OnOrder = onOrder,
            NotFitting = notFitting,
            NoServiceRequired = noService,
            NotAvailable = notAvailable,
            Forbidden = forbidden,
            Declined = declined,
            BelowCut = left,
            UnknownNumbers = scratch.UnknownNumbers,
        };
    }

    private static void TakeOut(ref ulong bits, ulong set, ref int count)
    {
        count += Bits.Count(bits & set);
        bits &= ~set;
    }
}
