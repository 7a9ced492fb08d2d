namespace StoreOps.Domain.Maintenance;

/// <summary>Which schedule holds for a vehicle, and how closely it was found.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Level">How closely.</param>
public sealed record ScheduleMatch(MaintenanceSchedule Schedule, ScheduleMatchLevel Level);
