using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The log-odds of parts that the vehicle had before.</summary>
internal readonly ref struct KnownScorer
{
    private readonly ReadOnlySpan<double> _entryTerms;
    private readonly TermTables _terms;
    private readonly double[] _static;
    private readonly Mark[] _marks;
    private readonly uint[] _levels;
    private readonly double _context;

    public KnownScorer(in ModelView model, in RecommendQuery query, PartHistory history, Scratch scratch, StaticTerms terms)
    {
        _entryTerms = scratch.EntryTermsOf(model, history);
        _terms = new TermTables(terms.Tables);
        _static = terms.In(query.Date.Month);
        (_marks, _levels) = (scratch.Marks, scratch.Levels);
        _context = terms.ContextOf(scratch.Context);
    }

    /// <summary>Returns the log-odds of a part of the history.</summary>
    public double LogOddsOf(int place, in PartHistoryEntry entry, in SignalReader reader)
    {
        var part = entry.Part;
        ref readonly var mark = ref _marks[part];
        var levels = _levels[part];
        var (kilometers, months, due) = reader.SinceLevelsOf(entry, mark.Due);
        // Two sums side by side, so that an addition need not wait for the one before it.
        var first = _static[part] + _entryTerms[place] + _terms.Of(PartSignal.SameVehicle, levels)
            + _terms.Of(PartSignal.Sequence, levels >> SumLevels.SequenceShift) + _terms.Of(PartSignal.SameVisit, levels >> SumLevels.SameVisitShift);
        var second = _terms.Of(PartSignal.SimilarVehicles, levels >> SumLevels.SimilarShift) + _terms.Of(PartSignal.KilometersSince, kilometers)
            + _terms.Of(PartSignal.MonthsSince, months) + _terms.Of(PartSignal.Due, due);
        // Most parts have none of these, and then they add nothing.
        if ((mark.Usage | mark.Finding) != 0)
            first += _terms.Of(PartSignal.Usage, mark.Usage) + _terms.Of(PartSignal.Finding, mark.Finding);
        return first + second + _context;
    }
}
