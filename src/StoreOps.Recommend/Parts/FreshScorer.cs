namespace StoreOps.Recommend.Parts;

/// <summary>The log-odds of parts that the vehicle never had: most of the candidates, and few terms that change from one to the next.</summary>
internal readonly ref struct FreshScorer
{
    private readonly TermTables _terms;
    private readonly double[] _static;
    private readonly Mark[] _marks;
    private readonly uint[] _levels;
    private readonly ulong[] _marked;
    private readonly double _context;

    public FreshScorer(in RecommendQuery query, Scratch scratch, StaticTerms terms)
    {
        _terms = new TermTables(terms.Tables);
        _static = terms.In(query.Date.Month);
        (_marks, _levels, _marked) = (scratch.Marks, scratch.Levels, scratch.Marked);
        _context = terms.ContextOf(scratch.Context);
    }

    /// <summary>Writes the log-odds of those candidates that may rank, and their numbers.</summary>
    /// <param name="candidates">The candidates, in words of 64 parts; no bit stands behind the last part.</param>
    /// <param name="known">The parts that the vehicle had: they are left out.</param>
    /// <param name="least">What a part needs at least.</param>
    /// <param name="scores">Receives the log-odds; one place more than there are candidates.</param>
    /// <param name="parts">Receives the parts; one place more than there are candidates.</param>
    /// <returns>How many were written.</returns>
    public int Score(ulong[] candidates, ulong[] known, double least, double[] scores, int[] parts)
    {
        var count = 0;
        for (var word = 0; word < candidates.Length; word++)
        {
            var bits = candidates[word] & ~known[word];
            if (bits == 0)
                continue;
            // Few parts are marked, and of the others a few terms are known to be zero.
            if ((bits & _marked[word]) is not 0 and var marked)
                count = ScoreMarked(word << 6, marked, least, scores, parts, count);
            count = ScoreOthers(word << 6, bits & ~_marked[word], least, scores, parts, count);
        }

        return count;
    }

    private int ScoreMarked(int from, ulong bits, double least, double[] scores, int[] parts, int count)
    {
        for (; bits != 0; bits &= unchecked(bits - 1))
        {
            var part = from + Bits.First(bits);
            (scores[count], parts[count]) = (LogOddsOf(part), part);
            count += scores[count] >= least ? 1 : 0;
        }

        return count;
    }

    // Which parts rank cannot be foreseen: those that do not are written over, and no branch hangs on it.
    private int ScoreOthers(int from, ulong bits, double least, Span<double> scores, Span<int> parts, int count)
    {
        unchecked
        {
            var terms = _terms;
            var own = _static.AsSpan(from);
            var levels = _levels.AsSpan(from, 64);
            var context = _context;
            for (; bits != 0; bits &= bits - 1)
            {
                var part = Bits.First(bits);
                var logOdds = Sum(terms, own[part], levels[part], context);
                (scores[count], parts[count]) = (logOdds, from + part);
                count += logOdds >= least ? 1 : 0;
            }

            return count;
        }
    }

    public double LogOddsOf(int part)
    {
        ref readonly var mark = ref _marks[part];
        // In this order, so that a term of zero changes nothing.
        return Sum(_terms, _static[part], _levels[part], _context)
            + (_terms.Of(PartSignal.Usage, mark.Usage) + _terms.Of(PartSignal.Due, mark.Due) + _terms.Of(PartSignal.Finding, mark.Finding));
    }

    private static double Sum(TermTables terms, double own, uint levels, double context) =>
        (own + terms.Of(PartSignal.SimilarVehicles, levels >> SumLevels.SimilarShift))
        + (terms.Of(PartSignal.SameVehicle, levels) + terms.Of(PartSignal.Sequence, levels >> SumLevels.SequenceShift)
            + terms.Of(PartSignal.SameVisit, levels >> SumLevels.SameVisitShift))
        + context;
}
