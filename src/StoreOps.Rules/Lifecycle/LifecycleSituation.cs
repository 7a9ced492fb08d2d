using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Customers;

namespace StoreOps.Rules.Lifecycle;

/// <summary>What is known of one vehicle at one shop on one day.</summary>
public sealed record LifecycleSituation
{
    /// <summary>
    /// Gets the day asked about, at the shop. Later visits are ignored, so that a past day can be judged with today's data.
    /// </summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the vehicle's visits.</summary>
    /// <value>In any order; several on one day count once. Empty for a lead.</value>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>Gets the vehicle.</summary>
    /// <value>Null when it need not be named in the answer.</value>
    public string? VehicleId { get; init; }

    /// <summary>
    /// Gets the interval expected of this vehicle before any habit is known: when its next maintenance falls due, mostly.
    /// </summary>
    /// <value>From 1 to <see cref="LifecyclePolicy.MaxDays"/>; null to take <see cref="LifecyclePolicy.DefaultIntervalDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int? PriorIntervalDays { get; init => field = value is { } days ? LifecyclePolicy.Days(days) : null; }

    /// <summary>Gets a value indicating whether the customer refused contact: lost for every campaign.</summary>
    public bool IsOptedOut { get; init; }

    /// <summary>Gets a value indicating whether the vehicle was scrapped, sold or moved away.</summary>
    public bool IsVehicleGone { get; init; }
}
