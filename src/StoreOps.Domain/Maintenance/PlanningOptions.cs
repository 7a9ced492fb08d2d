namespace StoreOps.Domain.Maintenance;

/// <summary>How far ahead a planner looks and how much lateness it forgives.</summary>
public sealed record PlanningOptions
{
    /// <summary>Gets the options that hold when none are given.</summary>
    public static PlanningOptions Default { get; } = new();

    /// <summary>Gets how many kilometers before its limit a service is upcoming.</summary>
    /// <value>Zero or above; the default is 3,000. Never more than a quarter of the interval.</value>
    public int UpcomingKilometers { get; init; } = 3_000;

    /// <summary>Gets how many days before its limit a service is upcoming.</summary>
    /// <value>Zero or above; the default is 60. Never more than a quarter of the interval.</value>
    public int UpcomingDays { get; init; } = 60;

    /// <summary>Gets by how many kilometers a limit may be passed before the service is overdue.</summary>
    /// <value>Zero or above; the default is 1,000, the grace that makers who state one commonly give.</value>
    public int ToleranceKilometers { get; init; } = 1_000;

    /// <summary>Gets by how many days a limit may be passed before the service is overdue.</summary>
    /// <value>Zero or above; the default is 30.</value>
    public int ToleranceDays { get; init; } = 30;
}
