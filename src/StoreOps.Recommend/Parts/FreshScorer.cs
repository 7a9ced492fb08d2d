using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>The log-odds of parts that the vehicle never had: most of the candidates, and few terms that change from one to the next.</summary>
internal readonly ref struct FreshScorer
{
    private readonly double[] _static;
    private readonly ReadOnlySpan<byte> _seasonLevels;
    private readonly ReadOnlySpan<float> _season;
    private readonly ReadOnlySpan<float> _sameVehicle;
    private readonly ReadOnlySpan<float> _sameVisit;
    private readonly ReadOnlySpan<float> _sequence;
    private readonly ReadOnlySpan<float> _similar;
    private readonly ReadOnlySpan<float> _usage;
    private readonly ReadOnlySpan<float> _due;
    private readonly ReadOnlySpan<float> _finding;
    private readonly int _month;
    private readonly double _context;

    public FreshScorer(in ModelView model, StaticTerms terms, int month, ReadOnlySpan<byte> context)
    {
        _static = terms.NeverHad;
        _month = month - 1;
        _seasonLevels = model.Season;
        _season = model.Terms(1, PartSignal.Season);
        _sameVehicle = model.Terms(1, PartSignal.SameVehicle);
        _sameVisit = model.Terms(1, PartSignal.SameVisit);
        _sequence = model.Terms(1, PartSignal.Sequence);
        _similar = model.Terms(1, PartSignal.SimilarVehicles);
        _usage = model.Terms(1, PartSignal.Usage);
        _due = model.Terms(1, PartSignal.Due);
        _finding = model.Terms(1, PartSignal.Finding);
        _context = model.Intercepts[1] + terms.NoHistory;
        for (var signal = 0; signal < context.Length; signal++)
            _context += model.Term(1, (PartSignal)signal, context[signal]);
    }

    public double LogOddsOf(int part, Scratch scratch)
    {
        ref readonly var mark = ref scratch.Marks[part];
        double sum = _season[_seasonLevels[(part * ModelLayout.Months) + _month]];
        sum += _sameVehicle[SignalLevel.Of(scratch.SameVehicle[part] >> SignalReader.SumShift)];
        sum += _sequence[SignalLevel.Of(scratch.Sequence[part] >> SignalReader.WeightShift)];
        sum += _sameVisit[SignalLevel.Of(scratch.SameVisit[part] >> SignalReader.WeightShift)];
        sum += _similar[mark.Similar];
        // Most parts have none of these, and then they add nothing.
        if ((mark.Usage | mark.Due | mark.Finding) != 0)
            sum += _usage[mark.Usage] + _due[mark.Due] + _finding[mark.Finding];
        return sum + _static[part] + _context;
    }
}
