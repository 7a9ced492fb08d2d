namespace StoreOps.Domain.Maintenance;

/// <summary>Where a schedule comes from.</summary>
/// <param name="Url">The address; empty when there is none.</param>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="License">Under which terms its facts stand here.</param>
public sealed record ScheduleSource(string Url, string Kind, string License);
