using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Pricing;

/// <summary>All that a rule pack says about prices, checked and compiled.</summary>
public sealed record PricingRules
{
    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets what happens to a fraction of a minor unit.</summary>
    /// <value>The default is <see cref="RoundingPolicy.HalfAwayFromZero"/>.</value>
    public RoundingPolicy Rounding { get; init; }

    /// <summary>Gets the services that packages grant.</summary>
    public ImmutableArray<ServiceDefinition> Services { get; init; } = [];

    /// <summary>Gets what the shop charges for work.</summary>
    public ImmutableArray<LaborRate> LaborRates { get; init; } = [];

    /// <summary>Gets the packages for sale.</summary>
    public ImmutableArray<ServicePackage> Packages { get; init; } = [];

    /// <summary>Gets the promotions and coupons in the order of application.</summary>
    public ImmutableArray<Promotion> Promotions { get; init; } = [];

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; init; }

    /// <summary>Finds what the shop charges for one kind of work.</summary>
    /// <param name="itemId">The maintenance item.</param>
    /// <param name="action">What is done with it.</param>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>The rate, or null when the pack states none for the day.</returns>
    public LaborRate? FindLabor(string itemId, ServiceAction action, LocalDate date)
    {
        foreach (var rate in LaborRates)
        {
            if (rate.ItemId == itemId && rate.Action == action && rate.IsInForceOn(date))
                return rate;
        }

        return null;
    }
}
