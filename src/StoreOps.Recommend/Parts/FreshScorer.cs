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
        unchecked
        {
            var count = 0;
            for (var word = 0; word < candidates.Length; word++)
            {
                var bits = candidates[word] & ~known[word];
                if (bits == 0)
                    continue;
                // Few parts are marked, and of the others a few terms are known to be zero.
                for (var marked = bits & _marked[word]; marked != 0; marked &= marked - 1)
                {
                    var part = (word << 6) + Bits.First(marked);
                    (scores[count], parts[count]) = (LogOddsOf(part), part);
                    count += scores[count] >= least ? 1 : 0;
                }

                // Which parts rank cannot be foreseen: those that do not are written over, and no branch hangs on it.
                for (bits &= ~_marked[word]; bits != 0; bits &= bits - 1)
                {
                    var part = (word << 6) + Bits.First(bits);
                    var logOdds = Sum(_static[part], _levels[part]);
                    (scores[count], parts[count]) = (logOdds, part);
                    count += logOdds >= least ? 1 : 0;
                }
            }

            return count;
        }
    }

    public double LogOddsOf(int part)
    {
        ref readonly var mark = ref _marks[part];
        // In this order, so that a term of zero changes nothing.
        return Sum(_static[part], _levels[part])
            + (_terms.Of(PartSignal.Usage, mark.Usage) + _terms.Of(PartSignal.Due, mark.Due) + _terms.Of(PartSignal.Finding, mark.Finding));
    }

    private double Sum(double own, uint levels) =>
        (own + _terms.Of(PartSignal.SimilarVehicles, levels >> SumLevels.SimilarShift))
        + (_terms.Of(PartSignal.SameVehicle, levels) + _terms.Of(PartSignal.Sequence, levels >> SumLevels.SequenceShift)
            + _terms.Of(PartSignal.SameVisit, levels >> SumLevels.SameVisitShift))
        + _context;
}
