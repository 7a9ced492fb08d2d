namespace StoreOps.Recommend.Parts;

/// <summary>Finds the candidates: what a source names, and the parts of which a sum over neighbors is great enough.</summary>
internal static class CandidateBits
{
    public static void Find(Scratch scratch, ReadOnlySpan<uint> floors)
    {
        var candidates = scratch.Candidates;
        var sourced = scratch.Sourced;
        if (scratch.Prepared is { } prepared)
        {
            var (sameVehicle, sequence) = (prepared.SameVehicle, prepared.Sequence);
            for (var word = 0; word < candidates.Length; word++)
                candidates[word] = sourced[word] | sameVehicle[word] | sequence[word] | SumCount.Reaching(scratch.SameVisit.AsSpan(word << 6, 64), floors[2]);
        }
        else
        {
            for (var word = 0; word < candidates.Length; word++)
            {
                candidates[word] = sourced[word] | SumCount.Reaching(scratch.SameVehicle.AsSpan(word << 6, 64), floors[0])
                    | SumCount.Reaching(scratch.Sequence.AsSpan(word << 6, 64), floors[1]) | SumCount.Reaching(scratch.SameVisit.AsSpan(word << 6, 64), floors[2]);
            }
        }

        CutOff(scratch);
    }

    /// <summary>Makes the parts candidates that were none.</summary>
    public static void TakeOthers(Scratch scratch)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
            scratch.Candidates[word] = ~scratch.Sourced[word];
        CutOff(scratch);
    }

    /// <summary>Reckons the levels of the candidates.</summary>
    public static void Levels(Scratch scratch)
    {
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            if (scratch.Candidates[word] is not 0 and var wanted)
                LevelRow.Fill(scratch, word, wanted);
        }
    }

    // Nothing stands behind the last part, also where floors of zero would let it in.
    private static void CutOff(Scratch scratch)
    {
        if ((scratch.Parts & 63) is > 0 and var rest)
            scratch.Candidates[^1] &= (1UL << rest) - 1;
    }
}
