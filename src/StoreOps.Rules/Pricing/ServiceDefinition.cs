using System.Collections.Immutable;

using StoreOps.Domain;

namespace StoreOps.Rules.Pricing;

/// <summary>A service as customers buy it: one name for the maintenance items done in it.</summary>
/// <param name="Id">The id, unique in the pack, kebab-case.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="ItemIds">The maintenance items, for example "engine-oil" and "oil-filter"; at least one.</param>
public sealed record ServiceDefinition(string Id, LocalizedText Name, ImmutableArray<string> ItemIds);
