using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Pricing;

/// <summary>A promotion or a coupon, checked and compiled.</summary>
public sealed record Promotion
{
    /// <summary>Gets the id, unique in the pack, kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets a value indicating whether it is a coupon: it applies only to a customer who holds it.</summary>
    public bool IsCoupon { get; init; }

    /// <summary>Gets the group it competes in.</summary>
    public required PromotionGroup Group { get; init; }

    /// <summary>Gets what it takes off.</summary>
    public required PromotionEffect Effect { get; init; }

    /// <summary>Gets the lines it is about.</summary>
    public LineSelector On { get; init; } = LineSelector.All;

    /// <summary>Gets the condition.</summary>
    /// <value>Null when it applies to everybody.</value>
    public Condition? When { get; init; }

    /// <summary>Gets the least amount on its lines.</summary>
    /// <value>Null for no minimum.</value>
    public Money? Minimum { get; init; }

    /// <summary>Gets which amount the minimum and "for every" are counted on.</summary>
    public ThresholdBasis Threshold { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day, at the shop, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Gets the groups and promotions it may be combined with, outside its own group.</summary>
    /// <value>Null for all; else both sides must allow the pair.</value>
    public ImmutableArray<string>? CombinesWith { get; init; }

    /// <summary>Gets the place within its group: a lower number comes first, equal numbers by id.</summary>
    public int Priority { get; init; }

    /// <summary>Tells whether two promotions may apply to one order.</summary>
    /// <param name="other">The other promotion.</param>
    /// <returns>Whether each allows the other; within a group the group's mode decides, and this is always true.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool CombinesWithOther(Promotion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Group.Id == other.Group.Id || (Allows(other) && other.Allows(this));
    }

    private bool Allows(Promotion other) =>
        CombinesWith is not { } allowed || allowed.Contains(other.Group.Id) || allowed.Contains(other.Id);
}
