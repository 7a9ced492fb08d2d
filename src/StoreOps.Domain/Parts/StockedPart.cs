using StoreOps.Domain.Monetary;

namespace StoreOps.Domain.Parts;

/// <summary>A part as one shop offers it: how much is on the shelf, and at what price.</summary>
/// <param name="Part">The part.</param>
/// <param name="UnitPrice">The list price of one unit.</param>
/// <param name="OnHand">How much is on the shelf, in the part's unit; zero or above.</param>
/// <param name="IsOrderable">Whether the shop can order it when the shelf is empty.</param>
public sealed record StockedPart(Part Part, Money UnitPrice, decimal OnHand, bool IsOrderable = true)
{
    /// <summary>Tells how a quantity of the part can be had.</summary>
    /// <param name="quantity">The quantity wanted, in the part's unit.</param>
    /// <returns>From the shelf, on order, or not at all.</returns>
    public Availability AvailabilityOf(decimal quantity)
    {
        if (OnHand >= quantity)
            return Availability.OnShelf;
        return IsOrderable ? Availability.OnOrder : Availability.NotAvailable;
    }
}
