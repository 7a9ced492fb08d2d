namespace StoreOps.Domain.Maintenance;

/// <summary>A place that a part fills when an item is serviced.</summary>
/// <param name="Id">The id, kebab-case, for example "engine-oil"; the key between items and a shop's parts.</param>
/// <param name="Name">The name shown to people.</param>
public sealed record PartSlot(string Id, LocalizedText Name);
