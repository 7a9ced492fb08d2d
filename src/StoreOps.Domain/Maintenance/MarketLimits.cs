using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Limits that hold in some markets only.</summary>
/// <param name="Markets">The markets, compared without regard to case.</param>
/// <param name="Limits">The limits that hold there.</param>
public sealed record MarketLimits(ImmutableArray<string> Markets, ServiceLimits Limits);
