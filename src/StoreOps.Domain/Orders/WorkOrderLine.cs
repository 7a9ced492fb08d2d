using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;

namespace StoreOps.Domain.Orders;

/// <summary>One line of a work order.</summary>
public sealed record WorkOrderLine
{
    /// <summary>Gets the line's identifier, unique within its order.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what the line sells.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>Gets what the whole quantity costs before any discount.</summary>
    /// <value>Zero or above.</value>
    public required Money ListAmount { get; init; }

    /// <summary>Gets the quantity, in the unit of what is sold.</summary>
    /// <value>Above zero; the default is 1.</value>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>Gets the maintenance item that the line serves, for example "engine-oil".</summary>
    /// <value>Null when it serves none.</value>
    public string? ItemId { get; init; }

    /// <summary>Gets what is done with that item.</summary>
    /// <value>Null when the line serves no item.</value>
    public ServiceAction? Action { get; init; }

    /// <summary>Gets the part sold.</summary>
    /// <value>Null when the line sells none.</value>
    public string? PartId { get; init; }

    /// <summary>Gets the slot of the part sold, for example "engine-oil".</summary>
    /// <value>Null when the line sells no part.</value>
    public string? Slot { get; init; }

    /// <summary>Gets the package sold.</summary>
    /// <value>Null when the line sells none.</value>
    public string? PackageId { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    /// <value>Null when the item, part or package names it.</value>
    public LocalizedText? Name { get; init; }

    /// <summary>Gets who sold the line and who did the work.</summary>
    /// <value>Empty when nobody is credited yet.</value>
    public ImmutableArray<LineCredit> Credits { get; init; } = [];
}
