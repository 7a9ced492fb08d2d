using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;

namespace StoreOps.Rules.FollowUps;

/// <summary>When a customer is contacted about one topic.</summary>
public sealed record FollowUpRule
{
    /// <summary>The most days before or after.</summary>
    public const int MaxDays = 3_650;

    /// <summary>Gets the id, unique in the pack, kebab-case.</summary>
    /// <value>Not empty.</value>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public required string Id
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the topic.</summary>
    public required FollowUpTopic Topic { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day, at the shop, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Gets how many days before the topic's day: 30 is a month ahead, 0 the day itself, -30 a month after.</summary>
    /// <value>Each between minus and plus <see cref="MaxDays"/>; the same number twice counts once.</value>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public required ImmutableArray<int> DaysBefore
    {
        get;
        init
        {
            foreach (var days in value)
            {
                if (days is < -MaxDays or > MaxDays)
                    throw new ArgumentOutOfRangeException(nameof(value), days, "Days before lie between -3650 and 3650.");
            }

            field = value;
        }
    }

    /// <summary>Tells whether the rule is in force on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsInForceOn(LocalDate date) => !(date < From) && !(date > Until);
}
