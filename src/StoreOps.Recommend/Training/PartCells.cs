using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>The counts of single parts as cells with numbers. The numbers stand in the bytes of <see cref="PartCounts"/>.</summary>
internal static class PartCells
{
    public const int Visits = 0;
    public const int VehiclesWith = 2;
    public const int Followed = 3;
    public const int Usual = 6;

    private const int Months = 7;
    private const int KilometersChances = Months + ModelLayout.Months;
    private const int KilometersRepeats = KilometersChances + ModelLayout.SinceSteps;
    private const int MonthsChances = KilometersRepeats + ModelLayout.SinceSteps;
    private const int MonthsRepeats = MonthsChances + ModelLayout.SinceSteps;

    public const int Count = MonthsRepeats + ModelLayout.SinceSteps;

    public static long Get(PartTally tally, int part, int cell)
    {
        if (cell == Usual)
            return tally.Usual[part];
        var (counts, at) = PlaceOf(tally, part, cell);
        return counts[at];
    }

    public static void Set(PartTally tally, int part, int cell, long count)
    {
        if (cell == Usual)
        {
            tally.Usual[part] = count;
            return;
        }

        var (counts, at) = PlaceOf(tally, part, cell);
        counts[at] = (int)count;
    }

    private static (int[] Counts, int At) PlaceOf(PartTally tally, int part, int cell) => cell switch
    {
        Visits => (tally.Visits, part),
        1 => (tally.Recent, part),
        VehiclesWith => (tally.VehiclesWith, part),
        Followed => (tally.Followed, part),
        4 => (tally.Chances, part),
        5 => (tally.Repeats, part),
        < KilometersChances => (tally.InMonth, (part * ModelLayout.Months) + cell - Months),
        < KilometersRepeats => (tally.KilometersChances, (part * ModelLayout.SinceSteps) + cell - KilometersChances),
        < MonthsChances => (tally.KilometersRepeats, (part * ModelLayout.SinceSteps) + cell - KilometersRepeats),
        < MonthsRepeats => (tally.MonthsChances, (part * ModelLayout.SinceSteps) + cell - MonthsChances),
        _ => (tally.MonthsRepeats, (part * ModelLayout.SinceSteps) + cell - MonthsRepeats),
    };
}
