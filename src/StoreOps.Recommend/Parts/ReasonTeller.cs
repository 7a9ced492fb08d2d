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
        var terms = scratch.Terms.AsSpan();
        var places = scratch.TermPlaces.AsSpan();
        TermSearch.Read(tables, levels, terms);
        var against = reasons.Length > 1 ? TermSearch.Least(terms, Notable) : -1;
        var count = TermSearch.Greatest(terms, places[..Math.Min(places.Length, against < 0 ? reasons.Length : reasons.Length - 1)]);
        if (against >= 0)
            places[count++] = against;
        for (var i = 0; i < count; i++)
            reasons[i] = ReasonReader.Of(model, query, reader, scratch, part, (PartSignal)places[i], levels[places[i]], terms[places[i]]);
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
