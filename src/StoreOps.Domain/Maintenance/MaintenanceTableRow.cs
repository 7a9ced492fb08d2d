using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>A row of the customer's table.</summary>
/// <param name="Service">The service.</param>
/// <param name="IsDoneAt">For each column whether it is done there.</param>
public sealed record MaintenanceTableRow(PlannedService Service, ImmutableArray<bool> IsDoneAt);
