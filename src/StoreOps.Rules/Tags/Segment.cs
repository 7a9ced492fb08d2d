using NodaTime;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tags;

/// <summary>A group of customers that is worked with: whoever meets the condition is in it.</summary>
public sealed record Segment
{
    /// <summary>Gets the id, unique in the pack, kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the condition; it sees the tags of all levels.</summary>
    public required Condition When { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day, at the shop, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Tells whether the segment is in force on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsInForceOn(LocalDate date) => !(date < From) && !(date > Until);
}
