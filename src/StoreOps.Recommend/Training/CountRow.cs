namespace StoreOps.Recommend.Training;

/// <summary>The rows of <see cref="CountKind.General"/>.</summary>
internal enum CountRow
{
    /// <summary>Vehicles, visits, lines.</summary>
    Totals = 0,

    /// <summary>Visits by month.</summary>
    Months = 1,

    RhythmChances = 2,

    RhythmRepeats = 3,

    /// <summary>Visits by day, counted from the first of the year 1.</summary>
    Days = 4,
}
