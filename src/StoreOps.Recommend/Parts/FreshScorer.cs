#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

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

    /// <summary>Writes the log-odds of those parts of a word of 64 that may rank, and the parts' numbers.</summary>
    /// <param name="word">The word.</param>
    /// <param name="bits">Its candidates.</param>
    /// <param name="least">What a part needs at least.</param>
    /// <param name="scores">Receives the log-odds; as many places as there are candidates.</param>
    /// <param name="parts">Receives the parts; as many places as there are candidates.</param>
    /// <returns>How many were written.</returns>
    public int Score(int word, ulong bits, double least, Span<double> scores, Span<int> parts)
    {
        unchecked
        {
            var count = 0;
            // Few parts are marked, and of the others a few terms are known to be zero.
            for (var marked = bits & _marked[word]; marked != 0; marked &= marked - 1)
            {
                var part = (word << 6) + Bits.First(marked);
                (scores[count], parts[count]) = (LogOddsOf(part), part);
                count += scores[count] >= least ? 1 : 0;
            }

            bits &= ~_marked[word];
            return bits == 0 ? count : count + ScoreUnmarked(word << 6, bits, least, scores[count..], parts[count..]);
        }
    }

    public double LogOddsOf(int part)
    {
        ref readonly var mark = ref _marks[part];
        // In this order, so that a term of zero changes nothing.
        return Sum(_static[part], _levels[part])
            + (_terms.Of(PartSignal.Usage, mark.Usage) + _terms.Of(PartSignal.Due, mark.Due) + _terms.Of(PartSignal.Finding, mark.Finding));
    }

    // Which parts rank cannot be foreseen: those that do not are written over, and no branch hangs on it.
    private int ScoreUnmarked(int from, ulong bits, double least, Span<double> scores, Span<int> parts)
    {
        unchecked
        {
            var length = Math.Min(64, _static.Length - from);
            var (room, count) = (Bits.Count(bits), 0);
            if (scores.Length < room || parts.Length < room || Bits.Last(bits) >= length)
                throw new InvalidOperationException("There is a place for each candidate, and each candidate is a part.");
#if NET
            // With one look at the lengths instead of one for each part.
            ref var own = ref MemoryMarshal.GetReference(_static.AsSpan(from, length));
            ref var levels = ref MemoryMarshal.GetReference(_levels.AsSpan(from, length));
            ref var score = ref MemoryMarshal.GetReference(scores);
            ref var number = ref MemoryMarshal.GetReference(parts);
            for (; bits != 0; bits &= bits - 1)
            {
                var bit = (nuint)Bits.First(bits);
                var logOdds = Sum(Unsafe.Add(ref own, bit), Unsafe.Add(ref levels, bit));
                Unsafe.Add(ref score, (nuint)count) = logOdds;
                Unsafe.Add(ref number, (nuint)count) = from + (int)bit;
                count += logOdds >= least ? 1 : 0;
            }
#else
            for (; bits != 0; bits &= bits - 1)
            {
                var part = from + Bits.First(bits);
                (scores[count], parts[count]) = (Sum(_static[part], _levels[part]), part);
                count += scores[count] >= least ? 1 : 0;
            }
#endif
            return count;
        }
    }

    private double Sum(double own, uint levels) =>
        (own + _terms.Of(PartSignal.SimilarVehicles, levels >> SumLevels.SimilarShift))
        + (_terms.Of(PartSignal.SameVehicle, levels) + _terms.Of(PartSignal.Sequence, levels >> SumLevels.SequenceShift)
            + _terms.Of(PartSignal.SameVisit, levels >> SumLevels.SameVisitShift))
        + _context;
}
