using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Models;

/// <summary>The numbers that the writer and the reader of a model file share. docs/model-format.md describes the file.</summary>
internal static class ModelLayout
{
    /// <summary>"SOPARTS" and a zero, read as a little-endian number.</summary>
    public const ulong Magic = 0x00_53_54_52_41_50_4F_53;

    public const uint Version = 1;

    public const int Alignment = 64;

    public const int Sections = (int)ModelSection.Facts + 1;

    public const int TableOffset = 64;

    /// <summary>The length of the header: 64 bytes, then offset and length of each section, up to the next multiple of 64.</summary>
    public const int HeaderLength = (TableOffset + (Sections * 16) + Alignment - 1) / Alignment * Alignment;

    public const int Signals = (int)PartSignal.SalesRhythm + 1;

    public const int Branches = 2;

    /// <summary>The branch of parts that the vehicle had.</summary>
    public const int HadBefore = 0;

    /// <summary>The branch of parts that the vehicle never had.</summary>
    public const int NeverHad = 1;

    public const int LevelsOfPart = 4;

    public const int MaxParts = 65_535;

    public const int RhythmTimes = 6;

    public const int RhythmGaps = 40;

    public const int SinceSteps = 16;

    public const int KilometersStep = 5_000;

    public const int MonthsStep = 3;

    public const int Months = 12;

    /// <summary>Bands of 20,000 km up to 200,000 and one beyond; the last row is for an unknown odometer.</summary>
    public const int Bands = 12;

    public const int BandKilometers = 20_000;

    public const int Facts = 16;

    public static int BandOf(int? kilometers) => kilometers is { } km ? Math.Min(Math.Max(km, 0) / BandKilometers, Bands - 2) : Bands - 1;

    /// <summary>How many steps of visits a sales rhythm tells apart; the first is for a part that the vehicle never had.</summary>
    public const int SalesGaps = 9;

    /// <summary>Returns the level of a sales rhythm: a row for each doubling of popularity.</summary>
    public static int SalesRhythmOf(int popularity, int gap) => 1 + ((popularity >> 4) * SalesGaps) + Math.Min(gap, SalesGaps - 1);

    public static int RhythmOf(int times, int gap) => (Math.Min(times, RhythmTimes - 1) * RhythmGaps) + Math.Min(gap, RhythmGaps - 1);

    public static int KilometersStepOf(int kilometers) => Math.Min(Math.Max(kilometers, 0) / KilometersStep, SinceSteps - 1);

    public static int MonthsStepOf(int days) => Math.Min(Math.Max(days, 0) / (30 * MonthsStep), SinceSteps - 1);
}
