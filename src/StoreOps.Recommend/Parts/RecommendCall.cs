using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>One call, once its parts are gathered: takes out what must not be offered, ranks the rest and tells the reasons.</summary>
internal ref struct RecommendCall
{
    /// <summary>From what on a term that speaks against a part is told.</summary>
    private const float Notable = -0.5f;

    private readonly ModelView _model;
    private readonly RecommendQuery _query;
    private readonly Scratch _scratch;
    private readonly SignalReader _reader;
    private readonly FreshScorer _fresh;
    private readonly KnownScorer _known;
    private readonly int _wanted;
    private int _kept;
    private int _allowed;
    private int _considered;
    private int _onOrder;
    private int _notFitting;
    private int _noService;
    private int _notAvailable;
    private int _forbidden;
    private int _declined;

    public RecommendCall(in ModelView model, StaticTerms terms, in RecommendQuery query, Scratch scratch, int wanted)
    {
        _model = model;
        _query = query;
        _scratch = scratch;
        _reader = new SignalReader(model, query, scratch);
        _fresh = new FreshScorer(model, terms, query.Date.Month, scratch.Context);
        _known = new KnownScorer(model, terms, scratch.Context);
        _wanted = Math.Min(wanted, scratch.Parts);
        if (scratch.Heap.Length < _wanted)
            scratch.Heap = new Ranked[_wanted];
    }

    public void RankTouched()
    {
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        for (var i = 0; i < _scratch.MarkedCount; i++)
        {
            var part = _scratch.Marked[i];
            var cell = new Cell(_scratch, part);
            if (cell.IsOnOrder || cell.Sources(_model.Floors) != PartSources.None)
                Consider(part, cell, levels);
        }

        var fresh = FreshParts.Find(_scratch, _model.Floors);
        for (var i = 0; i < fresh; i++)
            Consider(_scratch.Fresh[i], new Cell(_scratch, _scratch.Fresh[i]), levels);
    }

    public void RankOnly(ReadOnlySpan<int> candidates)
    {
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        foreach (var part in candidates)
        {
            if (!_scratch.IsPart(part))
                continue;
            ref var mark = ref _scratch.MarkOf(part);
            if ((mark.Sources & (ushort)PartSources.Caller) != 0)
                continue;
            mark.Sources |= (ushort)PartSources.Caller;
            Consider(part, new Cell(_scratch, part), levels);
        }
    }

    public readonly RecommendDiagnostics Diagnostics(int returned) => new()
    {
        Considered = _considered,
        Returned = returned,
        OnOrder = _onOrder,
        NotFitting = _notFitting,
        NoServiceRequired = _noService,
        NotAvailable = _notAvailable,
        Forbidden = _forbidden,
        Declined = _declined,
        BelowCut = _allowed - returned,
        UnknownNumbers = _scratch.UnknownNumbers,
        Basis = BasisOf(),
    };

    /// <summary>Writes the ranked parts, the first first, and their reasons.</summary>
    public readonly int Write(Span<Recommendation> results, Span<PartReason> reasons)
    {
        var each = results.Length == 0 ? 0 : reasons.Length / results.Length;
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        for (var i = 0; i < _kept; i++)
        {
            var ranked = _scratch.Heap[i];
            var cell = new Cell(_scratch, ranked.Part);
            var told = 0;
            if (each > 0)
            {
                _reader.Read(ranked.Part, cell, levels);
                told = Tell(ranked.Part, cell, levels, reasons.Slice(i * each, each));
            }

            results[i] = new Recommendation(ranked.Part, ranked.LogOdds, StableMath.Logistic(ranked.LogOdds), cell.Sources(_model.Floors), told);
        }

        return _kept;
    }

    public readonly int Explain(int part, Span<PartReason> terms, out double intercept)
    {
        Span<byte> levels = stackalloc byte[ModelLayout.Signals];
        var cell = new Cell(_scratch, part);
        _reader.Read(part, cell, levels);
        var branch = SignalReader.BranchOf(cell);
        intercept = _model.Intercepts[branch];
        var count = 0;
        for (var signal = 0; signal < ModelLayout.Signals && count < terms.Length; signal++)
        {
            if (Term(branch, signal, levels[signal]) is var value && value != 0)
                terms[count++] = ReasonReader.Of(_model, _query, _reader, part, cell, (PartSignal)signal, levels[signal], value);
        }

        return count;
    }

    private readonly float Term(int branch, int signal, byte level) => _model.Tables[(((branch * ModelLayout.Signals) + signal) * SignalLevel.Count) + level];

    private void Consider(int part, in Cell cell, scoped Span<byte> levels)
    {
        _considered++;
        if (cell.IsOnOrder)
            _onOrder++;
        else if (_query.Fitting is { } fitting && !fitting.Contains(part))
            _notFitting++;
        else if (_query.NoServiceRequired is { } none && none.Contains(part))
            _noService++;
        else if (_query.Available is { } available && !available.Contains(part))
            _notAvailable++;
        else if (_query.Forbidden is { } forbidden && forbidden.Contains(part))
            _forbidden++;
        else if (_query.Declined is { } declined && declined.Contains(part))
            _declined++;
        else
            Keep(new Ranked(cell.History < 0 ? _fresh.LogOddsOf(part, cell) : _known.LogOddsOf(part, cell, _reader, levels), _model.PartVisits[part], part));
    }

    private void Keep(in Ranked ranked)
    {
        _allowed++;
        if (_wanted == 0)
            return;
        var heap = _scratch.Heap;
        if (_kept == _wanted && !ranked.IsBefore(heap[_kept - 1]))
            return;
        var at = _kept < _wanted ? _kept++ : _kept - 1;
        for (; at > 0 && ranked.IsBefore(heap[at - 1]); at--)
            heap[at] = heap[at - 1];
        heap[at] = ranked;
    }

    private readonly int Tell(int part, in Cell cell, scoped ReadOnlySpan<byte> levels, scoped Span<PartReason> reasons)
    {
        var branch = SignalReader.BranchOf(cell);
        Span<int> best = stackalloc int[ModelLayout.Signals];
        Span<float> terms = stackalloc float[ModelLayout.Signals];
        var (count, worst, against) = (0, -1, Notable);
        for (var signal = (int)PartSignal.Popularity; signal < ModelLayout.Signals; signal++)
        {
            var value = terms[signal] = Term(branch, signal, levels[signal]);
            if (value < against)
                (worst, against) = (signal, value);
            if (value <= 0 || (count == reasons.Length && value <= terms[best[count - 1]]))
                continue;
            var at = count < reasons.Length ? count++ : count - 1;
            for (; at > 0 && value > terms[best[at - 1]]; at--)
                best[at] = best[at - 1];
            best[at] = signal;
        }

        if (worst >= 0 && reasons.Length > 1)
        {
            count = Math.Min(count, reasons.Length - 1);
            best[count++] = worst;
        }

        for (var i = 0; i < count; i++)
        {
            reasons[i] = ReasonReader.Of(_model, _query, _reader, part, cell, (PartSignal)best[i], levels[best[i]], terms[best[i]]);
        }

        return count;
    }

    private readonly RecommendBasis BasisOf()
    {
        if (_query.History is { Visits: > 0 })
            return RecommendBasis.History;
        var all = ((_model.SimilarRows.Length - 1) / ModelLayout.Bands) - 1;
        if (_query.Family is { } family && unchecked((uint)family) < (uint)all)
            return RecommendBasis.Family;
        return _query.Kilometers is not null && _model.SimilarPairs.Length > 0 ? RecommendBasis.Odometer : RecommendBasis.Schedule;
    }
}
