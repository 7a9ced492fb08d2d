namespace StoreOps.Domain.Maintenance;

/// <summary>The grid of visits on which a maker's table is drawn.</summary>
/// <param name="Limits">The distance from visit to visit.</param>
/// <param name="Text">The grid in the source's words; null when it has none.</param>
public sealed record BaseVisit(ServiceLimits Limits, string? Text);
