namespace StoreOps.Domain.Maintenance;

/// <summary>One line of a maintenance plan.</summary>
/// <param name="Component">What is serviced.</param>
/// <param name="Item">The catalog item it belongs to; null when it belongs to none.</param>
/// <param name="Rule">The rule of the schedule.</param>
/// <param name="Limits">The limits that hold on this vehicle.</param>
/// <param name="Last">When it was last done.</param>
/// <param name="Due">Where it stands.</param>
public sealed record PlannedService(
    MaintenanceComponent Component,
    MaintenanceItem? Item,
    MaintenanceRule Rule,
    ServiceLimits Limits,
    LastService Last,
    ServiceDue Due)
{
    /// <summary>Gets what is done.</summary>
    public ServiceAction Action => Rule.Action;

    /// <summary>Gets where it stands.</summary>
    public MaintenanceStatus Status => Due.Status;

    /// <summary>Gets a value indicating whether it is to be done today as work of its own.</summary>
    public bool IsToDo => Due.IsDue && Due.Reason != PlanReason.IncludedInReplacement;
}
