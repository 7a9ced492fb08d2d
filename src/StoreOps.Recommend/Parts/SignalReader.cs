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

    private readonly Scratch _scratch;
    private readonly PartHistoryEntry[] _entries;
    private readonly HistoryLevels.Part[] _standings;
    private readonly ReadOnlySpan<byte> _partLevels;
    private readonly ReadOnlySpan<byte> _seasons;
    private readonly ReadOnlySpan<byte> _rhythm;
    private readonly ReadOnlySpan<byte> _kilometersSince;
    private readonly ReadOnlySpan<byte> _monthsSince;
    private readonly ReadOnlySpan<int> _intervals;
    private readonly int _visits;
    private readonly int _day;
    private readonly int _kilometers;
    private readonly int _season;

    public SignalReader(in ModelView model, in RecommendQuery query, Scratch scratch)
    {
        _scratch = scratch;
        var history = query.History ?? PartHistory.Empty;
        _entries = history.Entries;
        _standings = history.Levels.Parts;
        _visits = history.Visits;
        _partLevels = model.PartLevels;
        _seasons = model.Season;
        _rhythm = model.Rhythm;
        _kilometersSince = model.KilometersSince;
        _monthsSince = model.MonthsSince;
        _intervals = model.Intervals;
        _day = DayNumber.Of(query.Date);
        _kilometers = query.Kilometers ?? OrderLog.NoKilometers;
        _season = query.Date.Month - 1;
    }

    /// <summary>Returns 0 for a part that the vehicle had, 1 for one it never had: what is learned of both differs.</summary>
    public static int BranchOf(Scratch scratch, int part) => scratch.Marks[part].HistoryPlace > 0 ? 0 : 1;

    /// <summary>Writes the level of each signal.</summary>
    public void Read(int part, scoped Span<byte> levels)
    {
        // One look at the length, instead of one at each place.
        levels = levels[..ModelLayout.Signals];
        _scratch.Context.AsSpan().CopyTo(levels);
        ref readonly var mark = ref _scratch.Marks[part];
        var known = _partLevels.Slice(part * ModelLayout.LevelsOfPart, ModelLayout.LevelsOfPart);
        known.CopyTo(levels[(int)PartSignal.Popularity..]);
        levels[(int)PartSignal.Season] = _seasons[(part * ModelLayout.Months) + _season];
        levels[(int)PartSignal.SameVehicle] = (byte)SignalLevel.Of(_scratch.SameVehicle[part] >> SumShift);
        levels[(int)PartSignal.SameVisit] = (byte)SignalLevel.Of(_scratch.SameVisit[part] >> WeightShift);
        levels[(int)PartSignal.Sequence] = (byte)SignalLevel.Of(_scratch.Sequence[part] >> WeightShift);
        levels[(int)PartSignal.SimilarVehicles] = mark.Similar;
        levels[(int)PartSignal.Usage] = mark.Usage;
        levels[(int)PartSignal.Due] = mark.Due;
        levels[(int)PartSignal.Finding] = mark.Finding;
        if (mark.HistoryPlace > 0)
        {
            ReadHistory(part, mark.HistoryPlace - 1, levels);
        }
        else
        {
            levels[(int)PartSignal.SalesRhythm] = (byte)ModelLayout.SalesRhythmOf(known[0], 0);
            levels[(int)PartSignal.VisitShare..((int)PartSignal.MonthsSince + 1)].Clear();
        }
    }

    public int KilometersSince(in PartHistoryEntry entry) =>
        _kilometers < 0 || entry.Kilometers < 0 || _kilometers < entry.Kilometers ? -1 : _kilometers - entry.Kilometers;

    public int DaysSince(in PartHistoryEntry entry) => _day < entry.Day ? -1 : _day - entry.Day;

    private void ReadHistory(int part, int place, scoped Span<byte> levels)
    {
        ref readonly var entry = ref _entries[place];
        ref readonly var standing = ref _standings[place];
        var gap = _visits - entry.LastVisit;
        levels[(int)PartSignal.VisitShare] = standing.VisitShare;
        levels[(int)PartSignal.VisitsSince] = standing.VisitsSince;
        levels[(int)PartSignal.RecentShare] = standing.RecentShare;
        levels[(int)PartSignal.Rhythm] = _rhythm[ModelLayout.RhythmOf(entry.Times, gap)];
        levels[(int)PartSignal.LastVisits] = standing.LastVisits;
        levels[(int)PartSignal.SalesRhythm] = (byte)ModelLayout.SalesRhythmOf(levels[(int)PartSignal.Popularity], gap);
        var (kilometers, days) = (KilometersSince(entry), DaysSince(entry));
        levels[(int)PartSignal.KilometersSince] =
            kilometers < 0 ? (byte)0 : _kilometersSince[(part * ModelLayout.SinceSteps) + ModelLayout.KilometersStepOf(kilometers)];
        levels[(int)PartSignal.MonthsSince] =
            days < 0 ? (byte)0 : _monthsSince[(part * ModelLayout.SinceSteps) + ModelLayout.MonthsStepOf(days)];
        if (levels[(int)PartSignal.Due] == 0 && PercentUsed(part, kilometers, days) is >= 0 and var percent)
            levels[(int)PartSignal.Due] = (byte)SignalLevel.Of((uint)percent + 1);
    }

    // How much of a part's usual interval is used up, in percent; below zero where it has none or nothing is known.
    private int PercentUsed(int part, int kilometers, int days)
    {
        var (everyKilometers, everyMonths) = (_intervals[part * 2], _intervals[(part * 2) + 1]);
        var used = -1L;
        if (everyKilometers > 0 && kilometers >= 0)
            used = Percent(kilometers, everyKilometers);
        if (everyMonths > 0 && days >= 0)
            used = Math.Max(used, Percent(days, everyMonths * 30L));
        return (int)Math.Min(used, 100_000);
    }

    // Of 32 bits, where they do: it is a third of the time of a division of 64.
    private static long Percent(int value, long every) =>
        value < int.MaxValue / 100 && every <= int.MaxValue ? value * 100 / (int)every : value * 100L / every;
}
