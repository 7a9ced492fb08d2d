namespace StoreOps.Domain.Maintenance;

/// <summary>What is odd about a record of a service.</summary>
public enum HistoryFindingKind
{
    /// <summary>It names neither an item nor a component of the catalog or the schedule. The default.</summary>
    UnknownComponent = 0,

    /// <summary>It is dated after today; it was not used.</summary>
    DateInFuture = 1,

    /// <summary>Its odometer is above today's: one of the two is wrong, or the odometer was replaced. It was used by its date alone.</summary>
    OdometerAboveToday = 2,

    /// <summary>It has neither a date nor an odometer; it was not used.</summary>
    Undated = 3,

    /// <summary>Only a part of it was done: it counts as looked at.</summary>
    DoneInPart = 4,

    /// <summary>Its odometer was estimated; it was used, with that doubt.</summary>
    OdometerEstimated = 5,
}
