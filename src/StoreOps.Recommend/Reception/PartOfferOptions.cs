using StoreOps.Domain.Parts;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>How a reception desk offers parts by a trained model.</summary>
public sealed record PartOfferOptions
{
    /// <summary>Gets the options that hold when none are given.</summary>
    public static PartOfferOptions Default { get; } = new();

    /// <summary>Gets how many parts are offered at most.</summary>
    /// <value>From 1 to 100; the default is 6.</value>
    public int MostOffers { get; init; } = 6;

    /// <summary>Gets how many reasons are told of each.</summary>
    /// <value>From 1 to 24; the default is 3.</value>
    public int Reasons { get; init; } = 3;

    /// <summary>Gets the policy that chooses among the ranked parts: caps, repetition, bonus of rules, and from what chance on a line is added.</summary>
    public OfferPolicy Policy { get; init; } = OfferPolicy.Default;

    /// <summary>Gets what an accepted line of a part is worth to the shop: its margin by the urgency to sell it from stock, in any one unit.</summary>
    /// <value>Asked once for each part, when the desk is opened; zero or above. Null, the default, for the same worth of all.</value>
    public Func<StockedPart, double>? WorthOf { get; init; }

    /// <summary>Gets for how many days a part is not offered again that the customer declined or had taken off the order.</summary>
    /// <value>From 0 to 36,525; the default is 90.</value>
    public int CoolOffDays { get; init; } = 90;

    internal static void Check(PartOfferOptions options, PartsModel model)
    {
        OfferPolicy.Check(options.Policy, model);
        if (options.MostOffers is < 1 or > 100 || options.Reasons is < 1 or > 24 || options.CoolOffDays is < 0 or > 36_525)
            throw new ArgumentOutOfRangeException(nameof(options), options, "MostOffers is from 1 to 100, Reasons from 1 to 24, CoolOffDays from 0 to 36,525.");
    }
}
