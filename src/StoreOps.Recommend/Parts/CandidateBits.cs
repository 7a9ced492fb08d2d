namespace StoreOps.Recommend.Parts;

/// <summary>Finds the candidates: what a source names, and the parts of which a sum over neighbors is great enough. Reads each sum once, and leaves it zero.</summary>
internal static class CandidateBits
{
    /// <summary>Finds the candidates, and reckons their levels.</summary>
    /// <param name="scratch">The working memory of the call.</param>
    /// <param name="floors">From what on a sum makes a part a candidate.</param>
    /// <param name="ofAll">Whether to reckon the levels of all other parts as well.</param>
    public static void Find(Scratch scratch, ReadOnlySpan<uint> floors, bool ofAll = false)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            scratch.Candidates[word] = scratch.Sourced[word] | Reaching(scratch, word, floors);
        }

        CutOff(scratch);
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            if ((ofAll ? ulong.MaxValue : scratch.Candidates[word]) is not 0 and var wanted)
                LevelRow.Fill(scratch, word, wanted);
        }

        scratch.ForgetSums();
    }

    /// <summary>Makes only the caller's parts candidates, and reckons their levels.</summary>
    public static void TakeOnly(ReadOnlySpan<int> candidates, Scratch scratch, ReadOnlySpan<uint> floors)
    {
        Array.Clear(scratch.Candidates, 0, scratch.Candidates.Length);
        foreach (var part in candidates)
        {
            if (!scratch.IsPart(part))
                continue;
            scratch.MarkOf(part, PartSources.Caller);
            scratch.Candidates[part >> 6] |= 1UL << (part & 63);
        }

        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            Reaching(scratch, word, floors);
            LevelRow.Fill(scratch, word, scratch.Candidates[word]);
        }

        scratch.ForgetSums();
    }

    /// <summary>Makes the parts candidates that were none.</summary>
    public static void TakeOthers(Scratch scratch)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
            scratch.Candidates[word] = ~scratch.Sourced[word];
        CutOff(scratch);
    }

    /// <summary>Makes the lines of the order candidates, so that they are counted among what is taken out.</summary>
    public static void TakeOrder(Scratch scratch)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
            scratch.Candidates[word] |= scratch.OnOrder[word];
    }

    // Notes which sum makes which part a candidate, and returns the parts that any makes one.
    private static ulong Reaching(Scratch scratch, int word, ReadOnlySpan<uint> floors)
    {
        var sameVisit = SumCount.Reaching(scratch.SameVisit.AsSpan(word << 6, 64), floors[2]);
        scratch.FromSameVisit[word] = sameVisit;
        if (scratch.Prepared is { } prepared)
            return sameVisit | prepared.FromSameVehicle[word] | prepared.FromSequence[word];
        var sameVehicle = SumCount.Reaching(scratch.SameVehicle.AsSpan(word << 6, 64), floors[0]);
        var sequence = SumCount.Reaching(scratch.Sequence.AsSpan(word << 6, 64), floors[1]);
        (scratch.FromSameVehicle[word], scratch.FromSequence[word]) = (sameVehicle, sequence);
        return sameVisit | sameVehicle | sequence;
    }

    // Nothing stands behind the last part, also where floors of zero would let it in.
    private static void CutOff(Scratch scratch)
    {
        if ((scratch.Parts & 63) is > 0 and var rest)
            scratch.Candidates[^1] &= (1UL << rest) - 1;
    }
}
