namespace StoreOps.Domain.Maintenance;

/// <summary>A relation of a maintenance item to another.</summary>
/// <param name="Kind">The relation.</param>
/// <param name="ItemId">The other item.</param>
public sealed record ItemRelation(RelationKind Kind, string ItemId);
