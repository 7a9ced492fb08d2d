using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>How a shop chooses among ranked parts. It changes what is offered first, and never a chance.</summary>
public sealed record OfferPolicy
{
    /// <summary>Gets the policy that holds when none is given.</summary>
    public static OfferPolicy Default { get; } = new();

    /// <summary>Gets how many parts of one category are offered at most.</summary>
    /// <value>1 or above; the default is 2.</value>
    public int MostPerCategory { get; init; } = 2;

    /// <summary>Gets which categories stand for which of the 14 kinds of need.</summary>
    /// <value>Null, the default, where <see cref="MostPerTag"/> is not to hold; otherwise made for the model of the ranking.</value>
    public DemandTags? Tags { get; init; }

    /// <summary>Gets how many parts of one kind of need are offered at most, whatever their categories: two of brakes, not six.</summary>
    /// <value>1 or above; the default is 2. Without <see cref="Tags"/> it does not hold, and neither for parts of no tag.</value>
    public int MostPerTag { get; init; } = 2;

    /// <summary>Gets what each further part of a category loses of its value.</summary>
    /// <value>From 0, for nothing, to below 1; the default is 0.2.</value>
    public double Repetition { get; init; } = 0.2;

    /// <summary>Gets what it adds to the value that a rule of the shop says to offer the part.</summary>
    /// <value>Zero or above, in the unit of the worth of an accepted line; the default is 0.</value>
    public double RuleBonus { get; init; }

    /// <summary>Gets from what chance on a line is added without being asked for.</summary>
    /// <value>The default is above 1: never. <see cref="Evaluation.AutoAddThreshold"/> finds the one for a precision.</value>
    public double AutoAddFrom { get; init; } = 2;

    internal static void Check(OfferPolicy policy, PartsModel model)
    {
        if (policy.Tags is { } tags && !ReferenceEquals(tags.Model, model))
            throw new ArgumentException("The tags are of another model: categories have other numbers there.", nameof(policy));
        ArgumentOutOfRangeException.ThrowIfLessThan(policy.MostPerCategory, 1, nameof(policy));
        ArgumentOutOfRangeException.ThrowIfLessThan(policy.MostPerTag, 1, nameof(policy));
        if (!(policy.Repetition is >= 0 and < 1) || !(policy.RuleBonus >= 0) || double.IsNaN(policy.AutoAddFrom))
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Repetition is from 0 to below 1, RuleBonus zero or above, AutoAddFrom a number.");
    }
}
