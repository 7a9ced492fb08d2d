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

    /// <summary>Writes the log-odds of those parts of the history that are candidates, and their numbers.</summary>
    /// <param name="entries">The history.</param>
    /// <param name="candidates">The candidates, in words of 64 parts; no bit stands behind the last part.</param>
    /// <param name="since">What <see cref="SignalReader.SinceOf"/> says of each entry.</param>
    /// <param name="scores">Receives the log-odds; a place for each entry.</param>
    /// <param name="parts">Receives the parts; a place for each entry.</param>
    /// <returns>How many were written.</returns>
    public int Score(PartHistoryEntry[] entries, ulong[] candidates, ReadOnlySpan<uint> since, double[] scores, int[] parts)
    {
        unchecked
        {
            var (count, known) = (0, _static.Length);
            for (var place = 0; place < entries.Length; place++)
            {
                ref readonly var entry = ref entries[place];
                if ((uint)entry.Part >= (uint)known || (candidates[entry.Part >> 6] & (1UL << (entry.Part & 63))) == 0)
                    continue;
                (scores[count], parts[count]) = (LogOddsOf(place, entry, since[place]), entry.Part);
                count++;
            }

            return count;
        }
    }

    private double LogOddsOf(int place, in PartHistoryEntry entry, uint since)
    {
        var part = entry.Part;
        ref readonly var mark = ref _marks[part];
        var levels = _levels[part];
        var due = mark.Due != 0 ? mark.Due : since >> 16;
        // Two sums side by side, so that an addition need not wait for the one before it.
        var first = _static[part] + _entryTerms[place] + _terms.Of(PartSignal.SameVehicle, levels)
            + _terms.Of(PartSignal.Sequence, levels >> SumLevels.SequenceShift) + _terms.Of(PartSignal.SameVisit, levels >> SumLevels.SameVisitShift);
        var second = _terms.Of(PartSignal.SimilarVehicles, levels >> SumLevels.SimilarShift) + _terms.Of(PartSignal.KilometersSince, since)
            + _terms.Of(PartSignal.MonthsSince, since >> 8) + _terms.Of(PartSignal.Due, due);
        // Most parts have none of these, and then they add nothing.
        if ((mark.Usage | mark.Finding) != 0)
            first += _terms.Of(PartSignal.Usage, mark.Usage) + _terms.Of(PartSignal.Finding, mark.Finding);
        return first + second + _context;
    }
}
