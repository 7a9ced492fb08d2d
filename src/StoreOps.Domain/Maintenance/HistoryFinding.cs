namespace StoreOps.Domain.Maintenance;

/// <summary>A record that a plan did not use, or used with doubt.</summary>
/// <param name="Record">The record.</param>
/// <param name="Kind">What is odd about it.</param>
public sealed record HistoryFinding(ServiceRecord Record, HistoryFindingKind Kind);
