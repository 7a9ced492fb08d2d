using StoreOps.Domain.Orders;

namespace StoreOps.Rules.Pricing;

/// <summary>Which lines of an order a rule is about. Every condition that is set has to hold; without any, all lines are selected.</summary>
/// <param name="Kind">What the line sells; null for anything.</param>
/// <param name="ItemId">The maintenance item it serves, for example "engine-oil"; null for any.</param>
/// <param name="Slot">The slot of the part, for example "engine-oil"; null for any.</param>
/// <param name="PackageId">The package sold; null for any.</param>
public sealed record LineSelector(LineKind? Kind = null, string? ItemId = null, string? Slot = null, string? PackageId = null)
{
    /// <summary>Gets the selector of all lines.</summary>
    public static LineSelector All { get; } = new();

    /// <summary>Tells whether a line is selected.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Whether every condition holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public bool Selects(WorkOrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (Kind is null || Kind == line.Kind)
            && (ItemId is null || ItemId == line.ItemId)
            && (Slot is null || Slot == line.Slot)
            && (PackageId is null || PackageId == line.PackageId);
    }
}
