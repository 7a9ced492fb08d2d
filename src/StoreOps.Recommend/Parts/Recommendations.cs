using System.Collections.Immutable;

namespace StoreOps.Recommend.Parts;

/// <summary>The services worth offering on an order.</summary>
/// <param name="Services">The services, the most likely first; ties by the item's number, then its id.</param>
/// <param name="Diagnostics">What was considered and what was taken out.</param>
public sealed record Recommendations(ImmutableArray<RecommendedService> Services, RecommendationDiagnostics Diagnostics);
