using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The log-odds of parts that the vehicle never had: most of the candidates, and few terms that change from one to the next.</summary>
internal readonly ref struct FreshScorer
{
    private readonly TermTables _terms;
    private readonly double[] _static;
    private readonly Mark[] _marks;
    private readonly uint[] _levels;
    private readonly ulong[] _marked;
    private readonly ReadOnlySpan<ushort> _categories;
    private readonly double[] _categoryTerms;
    private readonly double _context;

    public FreshScorer(in ModelView model, in RecommendQuery query, Scratch scratch, StaticTerms terms)
    {
        _categories = model.Categories;
        _categoryTerms = scratch.CategoryTerms;
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
            if ((bits & ~_marked[word]) is not 0 and var others)
                count = ScoreOthers(word << 6, others, least, scores, parts, count);
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
            var context = _context;
            // No bit stands behind the last part, and there is a place for each: no other look at the bounds is needed.
            var length = Bits.Last(bits) + 1;
            ref readonly var own = ref MemoryMarshal.GetReference(_static.AsSpan(from, length));
            ref readonly var levels = ref MemoryMarshal.GetReference(_levels.AsSpan(from, 64));
            ref readonly var categories = ref MemoryMarshal.GetReference(_categories.Slice(from, length));
            ref var score = ref MemoryMarshal.GetReference(scores.Slice(count, Bits.Count(bits)));
            ref var number = ref MemoryMarshal.GetReference(parts.Slice(count, Bits.Count(bits)));
            var categoryTerms = _categoryTerms;
            var found = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                var part = Bits.First(bits);
                var category = categoryTerms[Scratch.CategoryPlaceOf(Unsafe.Add(ref Unsafe.AsRef(in categories), part), categoryTerms.Length)];
                var logOdds = Sum(terms, Unsafe.Add(ref Unsafe.AsRef(in own), part), Unsafe.Add(ref Unsafe.AsRef(in levels), part), category, context);
                Unsafe.Add(ref score, found) = logOdds;
                Unsafe.Add(ref number, found) = from + part;
                found += logOdds >= least ? 1 : 0;
            }

            return count + found;
        }
    }

    public double LogOddsOf(int part)
    {
        ref readonly var mark = ref _marks[part];
        // In this order, so that a term of zero changes nothing.
        return Sum(_terms, _static[part], _levels[part], _categoryTerms[Scratch.CategoryPlaceOf(_categories[part], _categoryTerms.Length)], _context)
            + (_terms.Of(PartSignal.Usage, mark.Usage) + _terms.Of(PartSignal.Due, mark.Due) + _terms.Of(PartSignal.Finding, mark.Finding));
    }

    /// <summary>Reckons what the last part of each category adds for its other parts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="entries">The history.</param>
    /// <param name="since">What <see cref="SignalReader.SinceOf"/> says of each entry.</param>
    /// <param name="scratch">The working memory of the call.</param>
    /// <param name="terms">The terms of parts that the vehicle never had.</param>
    public static void FillCategories(in ModelView model, PartHistoryEntry[] entries, ReadOnlySpan<uint> since, Scratch scratch, StaticTerms terms)
    {
        var tables = new TermTables(terms.Tables);
        var none = tables.Of(PartSignal.KilometersSince, 0) + tables.Of(PartSignal.MonthsSince, 0);
        var categories = model.Categories;
        var (last, sums) = (scratch.CategoryLast, scratch.CategoryTerms);
        Array.Clear(sums, 0, sums.Length);
        for (var place = 0; place < entries.Length; place++)
        {
            var part = entries[place].Part;
            if (unchecked((uint)part) >= (uint)categories.Length)
                continue;
            var category = Scratch.CategoryPlaceOf(categories[part], sums.Length);
            if (last[category] == place + 1)
                sums[category] = tables.Of(PartSignal.KilometersSince, since[place]) + tables.Of(PartSignal.MonthsSince, since[place] >> 8) - none;
        }
    }

    private static double Sum(TermTables terms, double own, uint levels, double category, double context) =>
        (own + terms.Of(PartSignal.SimilarVehicles, levels >> SumLevels.SimilarShift))
        + (terms.Of(PartSignal.SameVehicle, levels) + terms.Of(PartSignal.Sequence, levels >> SumLevels.SequenceShift)
            + terms.Of(PartSignal.SameVisit, levels >> SumLevels.SameVisitShift))
        + (category + context);
}
