using NodaTime;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tags;

/// <summary>When a customer carries a tag.</summary>
public sealed record TagRule
{
    /// <summary>Gets the id, unique in the pack, kebab-case; conditions ask for it with <c>'id' in customer.tags</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets how far the tag is from what was recorded.</summary>
    public required TagLevel Level { get; init; }

    /// <summary>Gets the condition.</summary>
    public required Condition When { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day, at the shop, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Tells whether the rule is in force on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsInForceOn(LocalDate date) => !(date < From) && !(date > Until);
}
