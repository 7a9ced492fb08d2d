using System.Runtime.CompilerServices;

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

    private const int MostPercent = 100_000;

    private readonly Scratch _scratch;
    private readonly PartHistoryEntry[] _entries;
    private readonly HistoryLevels.Part[] _standings;
    private readonly ReadOnlySpan<byte> _partLevels;
    private readonly ReadOnlySpan<byte> _seasons;
    private readonly ReadOnlySpan<byte> _rhythm;
    private readonly ReadOnlySpan<byte> _kilometersSince;
    private readonly ReadOnlySpan<byte> _monthsSince;
    private readonly ReadOnlySpan<int> _intervals;
    private readonly ReadOnlySpan<ushort> _categories;
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
        _categories = model.Categories;
        _day = DayNumber.Of(query.Date);
        _kilometers = query.Kilometers ?? OrderLog.NoKilometers;
        _season = query.Date.Month - 1;
    }

    /// <summary>Returns 0 for a part that the vehicle had, 1 for one it never had: what is learned of both differs.</summary>
    public static int BranchOf(Scratch scratch, int part) => scratch.Marks[part].HistoryPlace > 0 ? ModelLayout.HadBefore : ModelLayout.NeverHad;

    /// <summary>Writes the level of each signal.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read(int part, scoped Span<byte> levels)
    {
        // One look at the length, instead of one at each place.
        levels = levels[..ModelLayout.Signals];
        var context = _scratch.Context;
        (levels[0], levels[1], levels[2], levels[3]) = (context[0], context[1], context[2], context[3]);
        ref readonly var mark = ref _scratch.Marks[part];
        var known = _partLevels.Slice(part * ModelLayout.LevelsOfPart, ModelLayout.LevelsOfPart);
        known.CopyTo(levels[(int)PartSignal.Popularity..]);
        levels[(int)PartSignal.Season] = _seasons[(part * ModelLayout.Months) + _season];
        var sums = _scratch.Levels[part];
        levels[(int)PartSignal.SameVehicle] = SumLevels.SameVehicle(sums);
        levels[(int)PartSignal.SameVisit] = SumLevels.SameVisit(sums);
        levels[(int)PartSignal.Sequence] = SumLevels.Sequence(sums);
        levels[(int)PartSignal.SimilarVehicles] = SumLevels.Similar(sums);
        levels[(int)PartSignal.Usage] = mark.Usage;
        levels[(int)PartSignal.Due] = mark.Due;
        levels[(int)PartSignal.Finding] = mark.Finding;
        if (mark.HistoryPlace > 0)
        {
            ReadHistory(mark.HistoryPlace - 1, levels);
        }
        else
        {
            levels[(int)PartSignal.SalesRhythm] = (byte)ModelLayout.SalesRhythmOf(known[0], 0);
            levels[(int)PartSignal.VisitShare..((int)PartSignal.MonthsSince + 1)].Clear();
            if (LastPlaceOf(part) is >= 0 and var place)
                ReadSince(SinceOf(_entries[place]), levels);
        }
    }

    /// <summary>Returns the place in the history of a part, or, for one that the vehicle never had, of what it last had of its category; -1 for nothing.</summary>
    public int LastPlaceOf(int part)
    {
        var own = _scratch.Marks[part].HistoryPlace;
        var last = _scratch.CategoryLast;
        return (own > 0 ? own : last[Scratch.CategoryPlaceOf(_categories[part], last.Length)]) - 1;
    }

    /// <summary>Writes for each part of the history what <see cref="SinceOf"/> says.</summary>
    public void ReadSince(Span<uint> since)
    {
        since = since[.._entries.Length];
        for (var place = 0; place < since.Length; place++)
            since[place] = unchecked((uint)_entries[place].Part) < (uint)_scratch.Parts ? SinceOf(_entries[place]) : 0;
    }

    /// <summary>Returns the levels of a part of the history that the day and the odometer decide: kilometers, months and how much of its usual interval is used up, 8 bits each from below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint SinceOf(in PartHistoryEntry entry)
    {
        unchecked
        {
            var (kilometers, days) = (KilometersSince(entry), DaysSince(entry));
            var since = entry.Part * ModelLayout.SinceSteps;
            var (levels, used) = (0u, -1L);
            var every = _intervals.Slice(entry.Part * 2, 2);
            if (kilometers >= 0)
            {
                levels = _kilometersSince[since + ModelLayout.KilometersStepOf(kilometers)];
                used = every[0] > 0 ? Percent(kilometers, every[0]) : used;
            }

            if (days >= 0)
            {
                levels |= (uint)_monthsSince[since + ModelLayout.MonthsStepOf(days)] << 8;
                used = every[1] > 0 ? Math.Max(used, Percent(days, every[1] * 30L)) : used;
            }

            // Where a part has no interval or nothing is known, nothing is said.
            return used < 0 ? levels : levels | ((uint)SignalLevel.Of((uint)Math.Min(used, MostPercent) + 1) << 16);
        }
    }

    public int KilometersSince(in PartHistoryEntry entry) =>
        entry.Kilometers < 0 || _kilometers < entry.Kilometers ? -1 : unchecked(_kilometers - entry.Kilometers);

    public int DaysSince(in PartHistoryEntry entry) => _day < entry.Day ? -1 : unchecked(_day - entry.Day);

    private void ReadHistory(int place, scoped Span<byte> levels)
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
        var since = SinceOf(entry);
        ReadSince(since, levels);
        // What the host says is due goes before the interval that is usual.
        if (levels[(int)PartSignal.Due] == 0)
            levels[(int)PartSignal.Due] = unchecked((byte)(since >> 16));
    }

    private static void ReadSince(uint since, scoped Span<byte> levels) =>
        (levels[(int)PartSignal.KilometersSince], levels[(int)PartSignal.MonthsSince]) = unchecked(((byte)since, (byte)(since >> 8)));

    // Of 32 bits, where they do: it is a third of the time of a division of 64.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Percent(int value, long every) => unchecked(
        value < int.MaxValue / 100 && every <= int.MaxValue ? (long)((uint)value * 100 / (uint)every) : value * 100L / every);
}
