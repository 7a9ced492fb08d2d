namespace StoreOps.Domain.Maintenance;

/// <summary>Where a service stands, from the least to the most pressing within what is known.</summary>
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

    /// <summary>Due.</summary>
    Due = 5,

    /// <summary>Due, and passed by more than the tolerance.</summary>
    Overdue = 6,
}
