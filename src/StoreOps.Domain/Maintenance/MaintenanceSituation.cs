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

    /// <summary>Gets how the vehicle is used, by the five questions; the schedule translates it into its own severe conditions.</summary>
    /// <value>The default is <see cref="DrivingConditions.None"/>: normal use.</value>
    public DrivingConditions Driving { get; init; }

    /// <summary>Gets what meters other than the odometer show.</summary>
    public ImmutableArray<MeterReading> Meters { get; init; } = [];

    /// <summary>Gets what was measured on the vehicle.</summary>
    public ImmutableArray<Measurement> Measurements { get; init; } = [];

    /// <summary>Gets the components or items whose indicator is on.</summary>
    public ImmutableArray<string> IndicatorsOn { get; init; } = [];

    /// <summary>Gets what happened to the vehicle.</summary>
    public ImmutableArray<VehicleEvent> Events { get; init; } = [];

    /// <summary>Gets what the customer put off.</summary>
    public ImmutableArray<ServiceDeferral> Deferrals { get; init; } = [];
}
