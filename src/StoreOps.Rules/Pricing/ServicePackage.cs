using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>A package of services that a customer pays once and uses over time.</summary>
/// <param name="Id">The id, unique in the pack, kebab-case.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Price">What it costs, above zero.</param>
/// <param name="Grants">What may be used; at least one.</param>
/// <param name="ValidMonths">How many months from the purchase it may be used.</param>
/// <param name="ExtraRights">What is added when several years are bought at once.</param>
public sealed record ServicePackage(
    string Id,
    LocalizedText Name,
    Money Price,
    ImmutableArray<PackageGrant> Grants,
    int ValidMonths,
    ImmutableArray<ExtraRight> ExtraRights)
{
    /// <summary>Gets the first day it is for sale, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day it is for sale, at the shop, inclusive. What was bought may be used beyond it.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Gets what all uses would cost one by one.</summary>
    public Money SingleValue
    {
        get
        {
            var value = Money.Zero(Price.Currency);
            foreach (var grant in Grants)
                value += grant.SinglePrice * grant.Uses;
            return value;
        }
    }

    /// <summary>Tells whether it is for sale on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsForSaleOn(LocalDate date) => !(date < From) && !(date > Until);
}
