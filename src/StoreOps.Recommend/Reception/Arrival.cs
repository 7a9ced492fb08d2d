using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Customers;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Evaluation;
using StoreOps.Rules.Pricing;

namespace StoreOps.Recommend.Reception;

/// <summary>A car at the counter, with everything the host knows of it. Whatever is not known is left out, and nothing is guessed.</summary>
public sealed record Arrival
{
    /// <summary>Gets the shop.</summary>
    public required Shop Shop { get; init; }

    /// <summary>Gets the day, at the shop.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the vehicle. Make and model year are taken from its VIN where they are missing and the VIN tells them.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>Gets today's odometer.</summary>
    public required Odometer Odometer { get; init; }

    /// <summary>Gets the earlier odometer readings, in any order.</summary>
    public ImmutableArray<OdometerReading> Readings { get; init; } = [];

    /// <summary>Gets the services done so far, in any order.</summary>
    public ImmutableArray<ServiceRecord> History { get; init; } = [];

    /// <summary>Gets the kinds of severe use, by the letters of the vehicle's schedule.</summary>
    public ImmutableArray<string> SevereUse { get; init; } = [];

    /// <summary>Gets how the vehicle is used, by the five questions.</summary>
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

    /// <summary>Gets the customer.</summary>
    /// <value>Null when not known.</value>
    public Customer? Customer { get; init; }

    /// <summary>Gets what the customer still has of packages bought before.</summary>
    public ImmutableArray<HeldPackage> HeldPackages { get; init; } = [];

    /// <summary>Gets what the customer asks for, beside what is due.</summary>
    public ImmutableArray<RequestedService> Requested { get; init; } = [];

    /// <summary>Gets the items or parts the customer refused lately: they are not offered again.</summary>
    public ImmutableArray<string> DeclinedItems { get; init; } = [];

    /// <summary>Gets the past work orders of this vehicle, in any order, for a trained model: which parts it took when.</summary>
    /// <value>Orders of today or later are left out. The plan goes by <see cref="History"/> alone; <see cref="CompletedWork"/> makes records of orders.</value>
    public ImmutableArray<WorkOrder> PastOrders { get; init; } = [];

    /// <summary>Gets what was offered to this vehicle before, for a trained model: what was declined lately is not offered again.</summary>
    public ImmutableArray<OfferRecord> PastOffers { get; init; } = [];

    /// <summary>Gets the items or parts that today's inspection found worn, for a trained model, beside what measurements and indicators tell.</summary>
    public ImmutableArray<string> FoundWorn { get; init; } = [];

    /// <summary>Gets the model family, as the trained model names it.</summary>
    /// <value>Null, the default, for <see cref="ModelFamily"/> of the vehicle.</value>
    public string? Family { get; init; }

    /// <summary>Gets the tags that the host itself gives to the customer; the rule pack's are added to them.</summary>
    public ImmutableArray<string> CustomerTags { get; init; } = [];

    /// <summary>Gets the shop's people.</summary>
    public ImmutableArray<Employee> Employees { get; init; } = [];

    /// <summary>Gets who receives the car and sells.</summary>
    /// <value>Null when not decided.</value>
    public string? AdvisorId { get; init; }

    /// <summary>Gets who does the work.</summary>
    /// <value>Null when not decided.</value>
    public string? TechnicianId { get; init; }
}
