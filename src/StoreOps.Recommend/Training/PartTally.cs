using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Counts of single parts over visits. Whole numbers only: sums add up in any order.</summary>
internal sealed class PartTally(int parts)
{
    /// <summary>How many of a vehicle's visits count as recent.</summary>
    private const int RecentVisits = 2;

    private readonly Dictionary<int, (int Last, int Times, int Day, int Kilometers)> _had = [];

    public int Parts => parts;

    public long AllVisits { get; set; }

    public long Vehicles { get; set; }

    public long LineCount { get; set; }

    public int[] Visits { get; } = new int[parts];

    /// <summary>Gets how many vehicles took each part.</summary>
    public int[] VehiclesWith { get; } = new int[parts];

    /// <summary>Gets at how many visits each part was taken that were not the vehicle's last.</summary>
    public int[] Followed { get; } = new int[parts];

    public int[] Recent { get; } = new int[parts];

    /// <summary>Gets at how many visits each part could have been taken again.</summary>
    public int[] Chances { get; } = new int[parts];

    public int[] Repeats { get; } = new int[parts];

    /// <summary>Gets how many repeats are usual for the chances, in 1/1000.</summary>
    public long[] Usual { get; } = new long[parts];

    public int[] InMonth { get; } = new int[parts * ModelLayout.Months];

    public long[] VisitsInMonth { get; } = new long[ModelLayout.Months];

    public int[] RhythmChances { get; } = new int[ModelLayout.RhythmTimes * ModelLayout.RhythmGaps];

    public int[] RhythmRepeats { get; } = new int[ModelLayout.RhythmTimes * ModelLayout.RhythmGaps];

    public int[] KilometersChances { get; } = new int[parts * ModelLayout.SinceSteps];

    public int[] KilometersRepeats { get; } = new int[parts * ModelLayout.SinceSteps];

    public int[] MonthsChances { get; } = new int[parts * ModelLayout.SinceSteps];

    public int[] MonthsRepeats { get; } = new int[parts * ModelLayout.SinceSteps];

    /// <summary>Counts the first visits of each vehicle.</summary>
    public static PartTally Of(OrderLog log, int[] visits, CancellationToken cancellation)
    {
        var tally = new PartTally(log.Parts.Length);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            cancellation.ThrowIfCancellationRequested();
            tally.Add(log, vehicle, visits[vehicle]);
        }

        return tally;
    }

    private void Add(OrderLog log, int vehicle, int visits)
    {
        if (visits == 0)
            return;
        Vehicles++;
        _had.Clear();
        var first = log.VisitStarts[vehicle];
        for (var i = 0; i < visits; i++)
        {
            var visit = first + i;
            var taken = log.PartsOf(visit);
            var (day, kilometers) = (log.Days[visit], log.Kilometers[visit]);
            AllVisits++;
            LineCount += taken.Length;
            foreach (var had in _had)
                Again(had.Key, had.Value, taken.BinarySearch(had.Key) >= 0, i, day, kilometers);
            var month = MonthOf(day);
            VisitsInMonth[month]++;
            foreach (var part in taken)
            {
                Visits[part]++;
                InMonth[(part * ModelLayout.Months) + month]++;
                if (i >= visits - RecentVisits)
                    Recent[part]++;
                if (i + 1 < visits)
                    Followed[part]++;
                _had[part] = (i, _had.TryGetValue(part, out var had) ? had.Times + 1 : 1, day, kilometers);
            }
        }

        foreach (var had in _had)
            VehiclesWith[had.Key]++;
    }

    /// <summary>Returns how often a part is usually taken again, in 1/1000: a guess that only sets parts on one scale.</summary>
    private static int UsualRepeats(int times, int gap) => 300 * Math.Min(times, 5) / (gap + 2);

    private static int MonthOf(int day)
    {
        // The civil calendar from a day number: years that start in March, in eras of 400 years.
        var shifted = day + 719_468;
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * dayOfYear) + 2) / 153;
        return month < 10 ? month + 2 : month - 10;
    }

    private void Again(int part, (int Last, int Times, int Day, int Kilometers) had, bool isRepeat, int visit, int day, int kilometers)
    {
        var gap = visit - had.Last;
        var repeat = isRepeat ? 1 : 0;
        Chances[part]++;
        Repeats[part] += repeat;
        Usual[part] += UsualRepeats(had.Times, gap);
        var rhythm = ModelLayout.RhythmOf(had.Times, gap);
        RhythmChances[rhythm]++;
        RhythmRepeats[rhythm] += repeat;
        var months = (part * ModelLayout.SinceSteps) + ModelLayout.MonthsStepOf(day - had.Day);
        MonthsChances[months]++;
        MonthsRepeats[months] += repeat;
        if (kilometers < had.Kilometers || had.Kilometers < 0)
            return;
        var since = (part * ModelLayout.SinceSteps) + ModelLayout.KilometersStepOf(kilometers - had.Kilometers);
        KilometersChances[since]++;
        KilometersRepeats[since] += repeat;
    }
}
