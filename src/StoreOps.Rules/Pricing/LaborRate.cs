using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>What the shop charges for the work on one maintenance item.</summary>
/// <param name="ItemId">The item, for example "engine-oil".</param>
/// <param name="Action">What is done with it.</param>
/// <param name="Price">The price of the work, zero or above.</param>
/// <param name="LaborMinutes">The time that is credited to who does it; null when not stated.</param>
public sealed record LaborRate(string ItemId, ServiceAction Action, Money Price, int? LaborMinutes = null)
{
    /// <summary>Gets the first day, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day, at the shop, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Tells whether the price holds on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsInForceOn(LocalDate date) => !(date < From) && !(date > Until);
}
