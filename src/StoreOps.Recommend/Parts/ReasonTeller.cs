using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Chooses which terms are told as the reasons for a part.</summary>
internal static class ReasonTeller
{
    /// <summary>Of how many parts the reasons are told together.</summary>
    public const int Together = 16;

    /// <summary>From what on a term that speaks against a part is told.</summary>
    private const float Notable = -0.5f;

    /// <summary>Writes for some parts the terms that say most for each, and in the last place the one that says most against it, where that is notable.</summary>
    /// <param name="model">The model.</param>
    /// <param name="query">The query.</param>
    /// <param name="reader">Reads the levels.</param>
    /// <param name="scratch">The working memory of the call.</param>
    /// <param name="parts">The parts, at most <see cref="Together"/>.</param>
    /// <param name="each">How many reasons there is room for, for each part.</param>
    /// <param name="reasons">Receives the reasons.</param>
    /// <param name="told">Receives how many were written for each part.</param>
    // Each step for all parts before the next one: what was just written piece by piece cannot be read in one piece at once.
    public static void Tell(
        in ModelView model, in RecommendQuery query, in SignalReader reader, Scratch scratch, ReadOnlySpan<int> parts, int each, Span<PartReason> reasons, Span<int> told)
    {
        const int Signals = ModelLayout.Signals;
        var numbers = new ReasonReader(model, query, reader, scratch);
        var levels = scratch.ReasonLevels.AsSpan();
        var terms = scratch.Terms.AsSpan();
        var places = scratch.TermPlaces.AsSpan();
        for (var i = 0; i < parts.Length; i++)
            reader.Read(parts[i], levels.Slice(i * Signals, Signals));
        for (var i = 0; i < parts.Length; i++)
            TermSearch.Read(TablesOf(model, SignalReader.BranchOf(scratch, parts[i])), levels.Slice(i * Signals, Signals), terms.Slice(i * Signals, Signals));
        var room = Math.Min(each, Signals);
        for (var i = 0; i < parts.Length; i++)
            told[i] = Choose(terms.Slice(i * Signals, Signals), places.Slice(i * Signals, room));
        for (var i = 0; i < parts.Length; i++)
            numbers.Read(parts[i], levels.Slice(i * Signals, Signals), terms.Slice(i * Signals, Signals), places.Slice(i * Signals, told[i]), reasons.Slice(i * each, told[i]));
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
        var numbers = new ReasonReader(model, query, reader, scratch);
        var count = 0;
        for (var signal = 0; signal < ModelLayout.Signals && count < terms.Length; signal++)
        {
            if (tables[(signal * SignalLevel.Count) + levels[signal]] is var value && value != 0)
                numbers.Read(part, (PartSignal)signal, levels[signal], value, out terms[count++]);
        }

        return count;
    }

    // Whether something speaks against a part cannot be foreseen: the last place is found for it all the same, and written over.
    private static int Choose(ReadOnlySpan<float> terms, Span<int> places)
    {
        var against = places.Length > 1 ? TermSearch.Least(terms, Notable) : -1;
        var count = TermSearch.Greatest(terms, places);
        if (against < 0)
            return count;
        count = Math.Min(count, places.Length - 1);
        places[count] = against;
        return count + 1;
    }

    private static ReadOnlySpan<float> TablesOf(in ModelView model, int branch) =>
        model.Tables.Slice(branch * ModelLayout.Signals * SignalLevel.Count, ModelLayout.Signals * SignalLevel.Count);
}
