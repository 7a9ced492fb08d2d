using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Chooses which terms are told as the reasons for a part.</summary>
internal static class ReasonTeller
{
    /// <summary>From what on a term that speaks against a part is told.</summary>
    private const float Notable = -0.5f;

    /// <summary>Writes the terms that say most for a part, and in the last place the one that says most against it, where that is notable.</summary>
    public static int Tell(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, int part, ReadOnlySpan<byte> levels, Span<PartReason> reasons)
    {
        var tables = TablesOf(model, SignalReader.BranchOf(scratch, part));
        Span<float> terms = stackalloc float[ModelLayout.Signals];
        terms[..(int)PartSignal.Popularity].Clear();
        for (var signal = (int)PartSignal.Popularity; signal < ModelLayout.Signals; signal++)
            terms[signal] = tables[(signal * SignalLevel.Count) + levels[signal]];
        var worst = TermSearch.Least(terms);
        var room = reasons.Length > 1 && terms[worst] < Notable ? reasons.Length - 1 : reasons.Length;
        var against = terms[worst];
        var count = 0;
        while (count < room && TermSearch.Greatest(terms) is var best && terms[best] > 0)
        {
            reasons[count++] = ReasonReader.Of(model, query, reader, scratch, part, (PartSignal)best, levels[best], terms[best]);
            terms[best] = 0;
        }

        if (room < reasons.Length)
            reasons[count++] = ReasonReader.Of(model, query, reader, scratch, part, (PartSignal)worst, levels[worst], against);
        return count;
    }

    /// <summary>Writes all terms of a part that are not zero.</summary>
    public static int TellAll(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, int part, Span<PartReason> terms, out double intercept)
    {
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        reader.Read(part, levels);
        var branch = SignalReader.BranchOf(scratch, part);
        var tables = TablesOf(model, branch);
        intercept = model.Intercepts[branch];
        var count = 0;
        for (var signal = 0; signal < ModelLayout.Signals && count < terms.Length; signal++)
        {
            if (tables[(signal * SignalLevel.Count) + levels[signal]] is var value && value != 0)
                terms[count++] = ReasonReader.Of(model, query, reader, scratch, part, (PartSignal)signal, levels[signal], value);
        }

        return count;
    }

    private static ReadOnlySpan<float> TablesOf(in ModelView model, int branch) =>
        model.Tables.Slice(branch * ModelLayout.Signals * SignalLevel.Count, ModelLayout.Signals * SignalLevel.Count);
}
