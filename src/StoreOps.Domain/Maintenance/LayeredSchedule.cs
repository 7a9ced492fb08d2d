namespace StoreOps.Domain.Maintenance;

/// <summary>A schedule and whose it is.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Origin">Who speaks.</param>
/// <param name="LayerId">The layer; null for what comes with the library or was put before it without one.</param>
internal sealed record LayeredSchedule(MaintenanceSchedule Schedule, LayerOrigin Origin, string? LayerId);
