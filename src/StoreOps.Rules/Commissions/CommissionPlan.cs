using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;

namespace StoreOps.Rules.Commissions;

/// <summary>Who of one position earns what from the lines credited in one role. Immutable.</summary>
/// <remarks>
/// Within a plan the first rule, in the order given, that is about a line and whose condition holds pays it: the owner writes the special
/// case above the general one. Different plans add up.
/// </remarks>
public sealed record CommissionPlan
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

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the position that is paid, for example "advisor".</summary>
    /// <value>Not empty; compared ordinally with <see cref="Domain.Staffing.Employee.Position"/>.</value>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public required string Position
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    }

    /// <summary>Gets the role whose credits are paid.</summary>
    public required CreditRole Role { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day, at the shop, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Gets the rules, the first that applies to a line pays it.</summary>
    /// <value>Each id once.</value>
    public required ImmutableArray<CommissionRule> Rules { get; init; }

    /// <summary>Gets what happens to a fraction of a minor unit of a line's commission.</summary>
    /// <value>The default is <see cref="RoundingPolicy.HalfAwayFromZero"/>. Rounded once, before the shares are made.</value>
    public RoundingPolicy Rounding { get; init; }

    /// <summary>Tells whether the plan is in force on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsInForceOn(LocalDate date) => !(date < From) && !(date > Until);
}
