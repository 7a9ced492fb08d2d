using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Brands;

/// <summary>Which brands a slot is filled with, and which never.</summary>
/// <remarks>
/// A name is a brand ("Mobil 1") or a brand and the first words of a specification ("Mobil 1 0W-40" means "0W-40 SP/C3" as well), compared
/// without regard to case.
/// </remarks>
public sealed record BrandRule
{
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

    /// <summary>Gets the slot, for example "engine-oil".</summary>
    /// <value>Not empty; compared ordinally.</value>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public required string Slot
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    }

    /// <summary>Gets the names preferred, the most wanted first.</summary>
    /// <value>Empty for no preference.</value>
    public ImmutableArray<string> Prefer { get; init; } = [];

    /// <summary>Gets the names never to be used.</summary>
    /// <value>Empty to forbid none. Forbids of all scopes hold together: a shop cannot allow again what its chain forbids.</value>
    public ImmutableArray<string> Forbid { get; init; } = [];

    /// <summary>Gets the condition.</summary>
    /// <value>
    /// Null when it always holds. Where a fact that decides is not known, the preferences do not hold and the forbids do: another brand is
    /// the lesser harm.
    /// </value>
    public Condition? When { get; init; }

    /// <summary>Gets where the rule holds; the default is everywhere.</summary>
    public BrandScope Scope { get; init; } = BrandScope.Everywhere.Instance;

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
