using System.Runtime.CompilerServices;

using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Reads the numbers that terms rest on, for the few terms that are told in one call.</summary>
internal readonly ref struct ReasonReader
{
    private static readonly PartHistoryEntry[] Nothing = [default];

    private readonly ReadOnlySpan<int> _lines;
    private readonly RowSearch _sameVehicle;
    private readonly RowSearch _sameVisit;
    private readonly RowSearch _sequence;
    private readonly SignalReader _signals;
    private readonly PartHistory _history;
    private readonly int _month;

    public ReasonReader(in ModelView model, in RecommendQuery query, in SignalReader signals, Scratch scratch)
    {
        _lines = query.Lines;
        _sameVehicle = new RowSearch(model.SameVehicleRows, model.SameVehiclePairs, scratch.Lookups?.SameVehicle);
        _sameVisit = new RowSearch(model.SameVisitRows, model.SameVisitPairs, scratch.Lookups?.SameVisit);
        _sequence = new RowSearch(model.SequenceRows, model.SequencePairs, scratch.Lookups?.Sequence);
        _signals = signals;
        _history = query.History ?? PartHistory.Empty;
        _month = query.Date.Month;
    }

    /// <summary>Writes the reasons of some terms of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="levels">Its level of each signal.</param>
    /// <param name="terms">The term of each.</param>
    /// <param name="signals">The signals told.</param>
    /// <param name="reasons">Receives the reasons, one for each signal told.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read(int part, ReadOnlySpan<byte> levels, ReadOnlySpan<float> terms, ReadOnlySpan<int> signals, Span<PartReason> reasons)
    {
        reasons = reasons[..signals.Length];
        for (var i = 0; i < signals.Length; i++)
            Read(part, (PartSignal)signals[i], levels[signals[i]], terms[signals[i]], out reasons[i]);
    }

    /// <summary>Writes the reason of a term.</summary>
    // Written in its place: what was just put together from single fields cannot be copied as a whole at once.
    public void Read(int part, PartSignal signal, byte level, double value, out PartReason reason)
    {
        // What it is about: the part itself, or, for one that the vehicle never had, what it last had of the category.
        ref readonly var had = ref _signals.LastPlaceOf(part) is >= 0 and var place ? ref _history.Entries[place] : ref Nothing[0];
        var isOther = had.Part != part || had.Times == 0;
        var (amount, of, with) = (0, 0, -1);
        switch (signal)
        {
            case PartSignal.Visits:
                amount = _history.Visits;
                break;
            case PartSignal.VisitSize:
                (amount, of) = (_history.Lines, _history.Visits);
                break;
            case PartSignal.Variety:
                (amount, of) = (_history.Parts, _history.Lines);
                break;
            case PartSignal.OrderSize:
                amount = _lines.Length;
                break;
            case PartSignal.VisitShare or PartSignal.RecentShare or PartSignal.Rhythm:
                (amount, of) = (isOther ? 0 : had.Times, _history.Visits);
                break;
            case PartSignal.VisitsSince:
                amount = isOther ? _history.Visits : _history.Visits - had.LastVisit;
                break;
            case PartSignal.LastVisits:
                (amount, of) = (Ones(level), Math.Min(3, _history.Visits));
                break;
            case PartSignal.KilometersSince:
                (amount, with) = (_signals.KilometersSince(had), isOther && had.Times > 0 ? had.Part : -1);
                break;
            case PartSignal.MonthsSince:
                (amount, with) = (_signals.DaysSince(had) / 30, isOther && had.Times > 0 ? had.Part : -1);
                break;
            case PartSignal.Due:
                (amount, of) = (Math.Max(0, (int)SignalLevel.LeastOf(level) - 1), 100);
                break;
            case PartSignal.Season:
                amount = _month;
                break;
            case PartSignal.SameVehicle:
                with = _sameVehicle.Strongest(_history, part);
                break;
            case PartSignal.Sequence:
                (amount, of, with) = With(_sequence.Strongest(_history.LastParts, part));
                break;
            case PartSignal.SameVisit:
                (amount, of, with) = With(_sameVisit.Strongest(_lines, part));
                break;
            default:
                amount = (int)SignalLevel.LeastOf(level);
                break;
        }

        reason = new PartReason(signal, value, amount, of, with);
    }

    private static int Ones(int bits) => (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1);

    private static (int Amount, int Of, int With) With((int Part, uint Weight) strongest) =>
        ((int)(strongest.Weight * 100 / 65_535), 100, strongest.Part);
}
