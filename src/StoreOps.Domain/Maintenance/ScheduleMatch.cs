using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Which schedule holds for a vehicle, and how closely it was found.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Level">How closely.</param>
public sealed record ScheduleMatch(MaintenanceSchedule Schedule, ScheduleMatchLevel Level)
{
    /// <summary>Gets whose schedule it is.</summary>
    public LayerOrigin Origin { get; init; }

    /// <summary>Gets the intervals that layers have changed by the day of planning, in the order in which they are applied.</summary>
    /// <value>Empty when the schedule was found without a day, or nothing changed.</value>
    public ImmutableArray<IntervalChange> Changes { get; init; } = [];
}
