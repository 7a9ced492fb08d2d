using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>What a maker's schedule speaks of: a catalog item, a finer part of one, or something that belongs to none.</summary>
/// <param name="Id">The id, kebab-case, for example "haldex-fluid".</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="ItemIds">The catalog items it belongs to, the closest first; empty when it belongs to none.</param>
public sealed record MaintenanceComponent(string Id, LocalizedText Name, ImmutableArray<string> ItemIds);
