namespace StoreOps.Domain.Maintenance;

/// <summary>Where a service stands. From <see cref="Ok"/> to <see cref="Overdue"/> in the order of pressure.</summary>
public enum MaintenanceStatus
{
    /// <summary>The vehicle does not have it, or the rule is for another variant. The default.</summary>
    NotApplicable = 0,

    /// <summary>The maker says that no service is needed: it must never be sold.</summary>
    NoServiceRequired = 1,

    /// <summary>Not enough is known to say: ask or inspect. Never to be shown as overdue.</summary>
    Unknown = 2,

    /// <summary>Not due for a while.</summary>
    Ok = 3,

    /// <summary>Due soon.</summary>
    Upcoming = 4,

    /// <summary>Due: the limit is reached, or a signal says so.</summary>
    Due = 5,

    /// <summary>Past its limit and within the tolerance: still in time.</summary>
    InTolerance = 6,

    /// <summary>Past its limit by more than the tolerance.</summary>
    Overdue = 7,

    /// <summary>It would be due or upcoming, but the customer put it off, and the time agreed has not come.</summary>
    Deferred = 8,

    /// <summary>Not due for a while, on the word of another shop or of the customer.</summary>
    DoneElsewhere = 9,
}
