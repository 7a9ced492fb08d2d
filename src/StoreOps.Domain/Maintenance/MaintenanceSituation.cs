using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>A vehicle today, with what is known of its past.</summary>
public sealed record MaintenanceSituation
{
    /// <summary>Gets the vehicle.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>Gets the day, at the shop.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Gets today's odometer.</summary>
    public required Odometer Odometer { get; init; }

    /// <summary>Gets the services done so far, in any order.</summary>
    public ImmutableArray<ServiceRecord> History { get; init; } = [];

    /// <summary>Gets the kinds of severe use, by the letters of the schedule.</summary>
    /// <value>Empty for normal use.</value>
    public ImmutableArray<string> SevereUse { get; init; } = [];
}
