namespace StoreOps.Domain.Maintenance;

/// <summary>Something worth a look where layers meet. Nothing is decided in silence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="LayerId">The layer that caused it.</param>
/// <param name="Subject">The schedule, or the schedule and rule, that it is about.</param>
/// <param name="Detail">What was found and what holds, in English.</param>
public sealed record LayerFinding(LayerFindingKind Kind, string LayerId, string Subject, string Detail);
