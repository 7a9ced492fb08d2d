using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Orders;

/// <summary>A work order: what a vehicle came in for and what was sold on it.</summary>
public sealed record WorkOrder
{
    /// <summary>Gets the host's own identifier of the order.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the vehicle.</summary>
    public required string VehicleId { get; init; }

    /// <summary>Gets the day of the visit, at the shop.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the customer.</summary>
    /// <value>Null when not known.</value>
    public string? CustomerId { get; init; }

    /// <summary>Gets the odometer at the visit.</summary>
    /// <value>Null when nobody read it.</value>
    public Odometer? Odometer { get; init; }

    /// <summary>Gets the lines.</summary>
    /// <value>Each identifier once.</value>
    public ImmutableArray<WorkOrderLine> Lines { get; init; } = [];
}
