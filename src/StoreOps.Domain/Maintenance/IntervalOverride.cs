using NodaTime;

namespace StoreOps.Domain.Maintenance;

/// <summary>A changed interval from a day on. Several for one rule, with different days, are the history of its changes.</summary>
public sealed record IntervalOverride
{
    /// <summary>Gets the schedule.</summary>
    /// <value>Null for every schedule of <see cref="Make"/>.</value>
    public string? ScheduleId { get; init; }

    /// <summary>Gets the make, compared without regard to case.</summary>
    /// <value>Null for every make.</value>
    public string? Make { get; init; }

    /// <summary>Gets the component of the rule.</summary>
    public required string ComponentId { get; init; }

    /// <summary>Gets the action that names the rule.</summary>
    public required ServiceAction Action { get; init; }

    /// <summary>Gets the new limits: one that is not stated stays as it was.</summary>
    public required ServiceLimits Limits { get; init; }

    /// <summary>Gets the new limits of severe use: one that is not stated stays as it was, lowered to those of normal use where it is above them.</summary>
    /// <value>The default states none. A rule without limits for severe use gets these for any condition.</value>
    public ServiceLimits SevereLimits { get; init; }

    /// <summary>Gets the first day on which it holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>Gets why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets who decided.</summary>
    /// <value>Null when nobody is named.</value>
    public string? Author { get; init; }

    // A schedule is named more closely than a make, a make more closely than everything.
    internal int Closeness => ScheduleId is not null ? 2 : Make is not null ? 1 : 0;

    internal bool SpeaksOf(MaintenanceSchedule schedule) =>
        (ScheduleId is null || ScheduleId == schedule.Id)
        && (Make is null || string.Equals(Make, schedule.Vehicle.Make, StringComparison.OrdinalIgnoreCase));

    internal bool SpeaksOf(MaintenanceRule rule) => rule.ComponentId == ComponentId && rule.Action == Action;
}
