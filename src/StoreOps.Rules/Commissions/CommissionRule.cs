using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Commissions;

/// <summary>One line of a commission plan: which lines of an order pay what.</summary>
public sealed record CommissionRule
{
    /// <summary>Gets the id, unique in its plan, kebab-case.</summary>
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

    /// <summary>Gets the lines it is about; the default is all.</summary>
    public LineSelector On { get; init; } = LineSelector.All;

    /// <summary>Gets the condition.</summary>
    /// <value>Null when it always holds.</value>
    public Condition? When { get; init; }

    /// <summary>Gets what it pays.</summary>
    public required CommissionPay Pay { get; init; }
}
