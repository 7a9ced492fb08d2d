using System.Collections.Immutable;

namespace StoreOps.Recommend.Parts;

/// <summary>The weights of a recommender. The defaults are judgements that order sensibly before anything is learned; they are not fitted.</summary>
public sealed record RecommenderOptions
{
    /// <summary>The default of <see cref="BaseRatePrior"/>: an order has one or two of about thirty items.</summary>
    public const double DefaultBaseRatePrior = 0.05;

    /// <summary>The default of <see cref="BaseRateWeight"/>.</summary>
    public const double DefaultBaseRateWeight = 20;

    /// <summary>The default of <see cref="CoPurchaseWeight"/>.</summary>
    public const double DefaultCoPurchaseWeight = 10;

    /// <summary>The default of <see cref="Requires"/>.</summary>
    public const double DefaultRequires = 4.0;

    /// <summary>The default of <see cref="Together"/>.</summary>
    public const double DefaultTogether = 1.0;

    /// <summary>The default of <see cref="AskFirst"/>.</summary>
    public const double DefaultAskFirst = 1.0;

    /// <summary>Gets the options that hold when none are given.</summary>
    public static RecommenderOptions Default { get; } = new();

    /// <summary>Gets the share of orders that have an item of which nothing is learned yet.</summary>
    /// <value>Above 0 and below 1.</value>
    public double BaseRatePrior { get; init; } = DefaultBaseRatePrior;

    /// <summary>Gets how many orders the prior is worth.</summary>
    /// <value>Above 0, up to 1e9.</value>
    public double BaseRateWeight { get; init; } = DefaultBaseRateWeight;

    /// <summary>Gets how many orders of the other item the base rate is worth when a pair is judged.</summary>
    /// <value>Above 0, up to 1e9.</value>
    public double CoPurchaseWeight { get; init; } = DefaultCoPurchaseWeight;

    /// <summary>Gets what it adds that another item cannot be serviced without this one.</summary>
    /// <value>From 0 to 20.</value>
    public double Requires { get; init; } = DefaultRequires;

    /// <summary>Gets what it adds that the work overlaps with another item's.</summary>
    /// <value>From 0 to 20.</value>
    public double Together { get; init; } = DefaultTogether;

    /// <summary>Gets what it adds that nobody recorded an item whose first limit has passed.</summary>
    /// <value>From 0 to 20.</value>
    public double AskFirst { get; init; } = DefaultAskFirst;

    /// <summary>Gets what the used part of an interval adds.</summary>
    /// <value>Percentages ascending, values from -20 to 20 and not descending; below the first step the first value holds.</value>
    public ImmutableArray<IntervalStep> IntervalUsed { get; init; } =
    [
        new(0, -3.0), new(25, -2.0), new(50, -1.0), new(75, 0.5), new(90, 1.5), new(100, 2.5), new(110, 3.0),
    ];

    internal static void Check(RecommenderOptions options)
    {
        IsAccepted(options.BaseRatePrior is > 0 and < 1, "BaseRatePrior is above 0 and below 1.", options);
        IsAccepted(options.BaseRateWeight is > 0 and <= 1e9, "BaseRateWeight is above 0, up to 1e9.", options);
        IsAccepted(options.CoPurchaseWeight is > 0 and <= 1e9, "CoPurchaseWeight is above 0, up to 1e9.", options);
        IsAccepted(options.Requires is >= 0 and <= 20, "Requires is from 0 to 20.", options);
        IsAccepted(options.Together is >= 0 and <= 20, "Together is from 0 to 20.", options);
        IsAccepted(options.AskFirst is >= 0 and <= 20, "AskFirst is from 0 to 20.", options);
        var steps = options.IntervalUsed;
        IsAccepted(!steps.IsDefaultOrEmpty, "IntervalUsed has at least one step.", options);
        for (var i = 0; i < steps.Length; i++)
        {
            IsAccepted(steps[i].Value is >= -20 and <= 20, "The values of IntervalUsed are from -20 to 20.", options);
            IsAccepted(
                i == 0 || (steps[i].FromPercent > steps[i - 1].FromPercent && steps[i].Value >= steps[i - 1].Value),
                "IntervalUsed has ascending percentages and values that do not descend.",
                options);
        }
    }

    private static void IsAccepted(bool isAccepted, string accepted, RecommenderOptions options)
    {
        if (!isAccepted)
            throw new ArgumentException(accepted + " The options were " + options + ".", nameof(options));
    }
}
