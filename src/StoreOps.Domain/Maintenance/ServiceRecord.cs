using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>A service that was done, here or elsewhere.</summary>
/// <param name="ComponentId">The id of a catalog item or of a finer component.</param>
/// <param name="Action">What was done.</param>
/// <param name="Date">The day; null when not known.</param>
/// <param name="Odometer">The odometer; null when not known.</param>
public sealed record ServiceRecord(string ComponentId, ServiceAction Action, LocalDate? Date, Odometer? Odometer);
