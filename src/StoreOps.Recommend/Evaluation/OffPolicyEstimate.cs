namespace StoreOps.Recommend.Evaluation;

/// <summary>What share of its offers another way of choosing would have had accepted, told from offers that were made in this one.</summary>
/// <param name="Share">The estimate.</param>
/// <param name="Low">The lower end of what holds it with 95 % certainty.</param>
/// <param name="High">The upper end.</param>
/// <param name="Offers">How many offers it rests on.</param>
/// <param name="EffectiveOffers">How many offers of equal weight would tell as much; far fewer than <paramref name="Offers"/> where weights differ.</param>
public readonly record struct OffPolicyEstimate(double Share, double Low, double High, int Offers, double EffectiveOffers)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Inverse propensity scoring: right on average, and wide where propensities are small. Horvitz and Thompson, 1952.</summary>
    /// <param name="offers">The offers; those of unknown outcome are left out.</param>
    /// <param name="chosenBy">How likely the other way is to make the same offer; from 0 to 1.</param>
    /// <returns>The estimate; zeros for no offer.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A propensity is not above 0 and up to 1, or a likelihood not from 0 to 1.</exception>
    public static OffPolicyEstimate Ips(IEnumerable<OfferRecord> offers, Func<OfferRecord, double> chosenBy) => Estimate(offers, chosenBy, isNormalized: false);

    /// <summary>The same, divided by the mean weight: a little off with few offers, and never outside 0 to 1. Swaminathan and Joachims, 2015.</summary>
    /// <param name="offers">The offers; those of unknown outcome are left out.</param>
    /// <param name="chosenBy">How likely the other way is to make the same offer; from 0 to 1.</param>
    /// <returns>The estimate; zeros for no offer, or where the other way makes none of them.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A propensity is not above 0 and up to 1, or a likelihood not from 0 to 1.</exception>
    public static OffPolicyEstimate Snips(IEnumerable<OfferRecord> offers, Func<OfferRecord, double> chosenBy) => Estimate(offers, chosenBy, isNormalized: true);

    private static OffPolicyEstimate Estimate(IEnumerable<OfferRecord> offers, Func<OfferRecord, double> chosenBy, bool isNormalized)
    {
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(chosenBy);
        var (weights, accepted) = (new List<double>(), new List<double>());
        foreach (var offer in offers)
        {
            if (offer.Outcome == OfferOutcome.Unknown)
                continue;
            var likelihood = chosenBy(offer);
            if (!(offer.Propensity is > 0 and <= 1) || !(likelihood is >= 0 and <= 1))
                throw new ArgumentException("A propensity is above 0, up to 1, and a likelihood from 0 to 1; the offer was " + offer + ".", nameof(offers));
            weights.Add(likelihood / offer.Propensity);
            accepted.Add(offer.Outcome == OfferOutcome.Accepted ? 1 : 0);
        }

        var (sum, squares) = (weights.Sum(), weights.Sum(weight => weight * weight));
        if (sum == 0)
            return new OffPolicyEstimate(0, 0, 0, weights.Count, 0);
        var share = weights.Zip(accepted, (weight, outcome) => weight * outcome).Sum() / (isNormalized ? sum : weights.Count);
        // The spread of the terms of the mean; for the normalized one that of their distance to it (the delta method).
        var spread = weights.Zip(accepted, (weight, outcome) => isNormalized ? weight * (outcome - share) : (weight * outcome) - share).Sum(term => term * term);
        var error = Math.Sqrt(spread) / (isNormalized ? sum : weights.Count);
        return new OffPolicyEstimate(share, share - (Z95 * error), share + (Z95 * error), weights.Count, sum * sum / squares);
    }
}
