using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The log-odds of parts that the vehicle had before.</summary>
internal readonly ref struct KnownScorer
{
    private readonly ReadOnlySpan<float> _tables;
    private readonly double[] _static;
    private readonly double _context;

    public KnownScorer(in ModelView model, StaticTerms terms, ReadOnlySpan<byte> context)
    {
        _tables = model.Tables[..(ModelLayout.Signals * SignalLevel.Count)];
        _static = terms.HadBefore;
        _context = model.Intercepts[0];
        for (var signal = 0; signal < context.Length; signal++)
            _context += model.Term(0, (PartSignal)signal, context[signal]);
    }

    public double LogOddsOf(int part, in SignalReader reader, scoped Span<byte> levels)
    {
        reader.Read(part, levels);
        var tables = _tables;
        // Two sums side by side, so that an addition need not wait for the one before it.
        var (even, odd) = (0.0, 0.0);
        for (var signal = (int)PartSignal.Season; signal < ModelLayout.Signals; signal += 2)
        {
            even += tables[(signal * SignalLevel.Count) + levels[signal]];
            odd += tables[((signal + 1) * SignalLevel.Count) + levels[signal + 1]];
        }

        return even + odd + _static[part] + _context;
    }
}
