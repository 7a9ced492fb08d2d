using StoreOps.Recommend.Models;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Parts;

/// <summary>Reads the levels of all signals for a part, for one call.</summary>
internal readonly ref struct SignalReader
{
    /// <summary>What brings a sum over a history, where shares add up to 4,096, to 16 bits.</summary>
    public const int SumShift = 10;

    /// <summary>What brings a sum of weights of 16 bits, of several lines, to where levels tell them apart.</summary>
    public const int WeightShift = 1;

    private readonly ModelView _model;
    private readonly ReadOnlySpan<PartHistoryEntry> _entries;
    private readonly ReadOnlySpan<byte> _context;
    private readonly int _visits;
    private readonly int _day;
    private readonly int _kilometers;
    private readonly ulong _fadeSum;
    private readonly int _season;

    public SignalReader(in ModelView model, in RecommendQuery query, Scratch scratch)
    {
        _model = model;
        var history = query.History ?? PartHistory.Empty;
        _entries = history.Entries;
        _visits = history.Visits;
        _context = scratch.Context;
        _day = DayNumber.Of(query.Date);
        _kilometers = query.Kilometers ?? OrderLog.NoKilometers;
        _season = query.Date.Month - 1;
        for (var i = 0; i < _visits; i++)
        {
            var fade = PartHistory.FadeAfter(i);
            if (fade == 0)
                break;
            _fadeSum += fade;
        }
    }

    /// <summary>Returns 0 for a part that the vehicle had, 1 for one it never had: what is learned of both differs.</summary>
    public static int BranchOf(in Cell cell) => cell.History >= 0 ? 0 : 1;

    /// <summary>Writes the level of each signal.</summary>
    public void Read(int part, in Cell cell, scoped Span<byte> levels)
    {
        _context.CopyTo(levels);
        var known = _model.PartLevels.Slice(part * ModelLayout.LevelsOfPart, ModelLayout.LevelsOfPart);
        levels[(int)PartSignal.Popularity] = known[0];
        levels[(int)PartSignal.RecentPopularity] = known[1];
        levels[(int)PartSignal.RepeatRate] = known[2];
        levels[(int)PartSignal.RepeatLift] = known[3];
        levels[(int)PartSignal.Season] = _model.Season[(part * ModelLayout.Months) + _season];
        levels[(int)PartSignal.SameVehicle] = (byte)SignalLevel.Of(cell.SameVehicle >> SumShift);
        levels[(int)PartSignal.SameVisit] = (byte)SignalLevel.Of(cell.SameVisit >> WeightShift);
        levels[(int)PartSignal.Sequence] = (byte)SignalLevel.Of(cell.Sequence >> WeightShift);
        levels[(int)PartSignal.SimilarVehicles] = cell.Similar;
        levels[(int)PartSignal.Usage] = cell.Usage;
        levels[(int)PartSignal.Due] = cell.Due;
        levels[(int)PartSignal.Finding] = cell.Finding;
        levels[(int)PartSignal.SalesRhythm] =
            (byte)ModelLayout.SalesRhythmOf(known[0], cell.History >= 0 ? _visits - _entries[cell.History].LastVisit : 0);
        if (cell.History >= 0)
            ReadHistory(part, _entries[cell.History], levels);
        else
            levels[(int)PartSignal.VisitShare..((int)PartSignal.MonthsSince + 1)].Clear();
    }

    /// <summary>Returns how much of a part's usual interval is used up, in percent; below zero where it has none or nothing is known.</summary>
    public int PercentUsed(int part, in PartHistoryEntry entry)
    {
        var (everyKilometers, everyMonths) = (_model.Intervals[part * 2], _model.Intervals[(part * 2) + 1]);
        var used = -1L;
        if (everyKilometers > 0 && KilometersSince(entry) is >= 0 and var kilometers)
            used = kilometers * 100L / everyKilometers;
        if (everyMonths > 0 && DaysSince(entry) is >= 0 and var days)
            used = Math.Max(used, days * 100L / (everyMonths * 30L));
        return (int)Math.Min(used, 100_000);
    }

    public int KilometersSince(in PartHistoryEntry entry) =>
        _kilometers < 0 || entry.Kilometers < 0 || _kilometers < entry.Kilometers ? -1 : _kilometers - entry.Kilometers;

    public int DaysSince(in PartHistoryEntry entry) => _day < entry.Day ? -1 : _day - entry.Day;

    private void ReadHistory(int part, in PartHistoryEntry entry, scoped Span<byte> levels)
    {
        var gap = _visits - entry.LastVisit;
        levels[(int)PartSignal.VisitShare] = (byte)SignalLevel.Of(unchecked((uint)entry.Times * 4_096u) / (uint)_visits);
        levels[(int)PartSignal.VisitsSince] = (byte)SignalLevel.Of((uint)gap);
        levels[(int)PartSignal.RecentShare] = (byte)SignalLevel.Of((uint)((ulong)entry.WeightAt(_visits - 1) * 65_536 / _fadeSum));
        levels[(int)PartSignal.Rhythm] = _model.Rhythm[ModelLayout.RhythmOf(entry.Times, gap)];
        levels[(int)PartSignal.LastVisits] = (byte)(gap > 3 ? 0 : (entry.Mask << (gap - 1)) & 7);
        levels[(int)PartSignal.KilometersSince] = KilometersSince(entry) is >= 0 and var km
            ? _model.KilometersSince[(part * ModelLayout.SinceSteps) + ModelLayout.KilometersStepOf(km)]
            : (byte)0;
        levels[(int)PartSignal.MonthsSince] = DaysSince(entry) is >= 0 and var days
            ? _model.MonthsSince[(part * ModelLayout.SinceSteps) + ModelLayout.MonthsStepOf(days)]
            : (byte)0;
        if (levels[(int)PartSignal.Due] == 0 && PercentUsed(part, entry) is >= 0 and var percent)
            levels[(int)PartSignal.Due] = (byte)SignalLevel.Of((uint)percent + 1);
    }
}
