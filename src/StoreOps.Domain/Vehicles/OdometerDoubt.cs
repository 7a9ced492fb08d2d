namespace StoreOps.Domain.Vehicles;

/// <summary>Why a reading is kept out of the calculation. It is kept in the log.</summary>
public enum OdometerDoubt
{
    /// <summary>It is a number that programs write for "not known": 0 beside real readings, 999,999 and the like.</summary>
    Sentinel = 1,

    /// <summary>Another reading of the same day is used: the one that fits, then the more trusted source, then the larger.</summary>
    Duplicate = 2,

    /// <summary>It is below an earlier trusted reading, or above a later one.</summary>
    GoesBack = 3,

    /// <summary>Getting there, or from there, would take more kilometers a day than the vehicle is believed to drive.</summary>
    TooFast = 4,

    /// <summary>It is dated after the day the log is looked at.</summary>
    Future = 5,

    /// <summary>It was computed, not read.</summary>
    Estimate = 6,
}
