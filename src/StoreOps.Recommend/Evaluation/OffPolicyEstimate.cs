namespace StoreOps.Recommend.Evaluation;

/// <summary>What share of its offers another way of choosing would have had accepted, told from offers that were made in this one.</summary>
/// <remarks>
/// Offers of one call (<see cref="OfferRecord.QueryId"/>) may rise and fall together: their terms are added up before they are squared, and where
/// that makes the interval wider, it is (Liang and Zeger, 1986). Offers whose outcome nobody noted are left out, which is right only if noting
/// has nothing to do with the outcome.
/// </remarks>
/// <param name="Share">The estimate.</param>
/// <param name="Low">The lower end of what holds it with 95 % certainty.</param>
/// <param name="High">The upper end.</param>
/// <param name="Offers">How many offers it rests on.</param>
/// <param name="EffectiveOffers">How many offers of equal weight would tell as much; far fewer than <paramref name="Offers"/> where weights differ.</param>
public readonly record struct OffPolicyEstimate(double Share, double Low, double High, int Offers, double EffectiveOffers)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>
    /// Inverse propensity scoring: how many offers the other way would have had accepted, for each offer that was made. That is its share only
    /// where it makes as many offers; else <see cref="Snips"/> tells the share. Right on average, and wide where propensities are small.
    /// Horvitz and Thompson, 1952.
    /// </summary>
    /// <param name="offers">The offers; those of unknown outcome are left out.</param>
    /// <param name="chosenBy">How likely the other way is to make the same offer; from 0 to 1.</param>
    /// <returns>The estimate; from 0 to 1 where no offer was made, or none that the other way makes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A propensity is not above 0 and up to 1, or a likelihood not from 0 to 1.</exception>
    public static OffPolicyEstimate Ips(IEnumerable<OfferRecord> offers, Func<OfferRecord, double> chosenBy) => Estimate(offers, chosenBy, isNormalized: false);

    /// <summary>
    /// The same, divided by the mean weight: the share whatever the number of offers, from 0 to 1, and a
    /// little off with few of them. Swaminathan and Joachims, 2015.
    /// </summary>
    /// <param name="offers">The offers; those of unknown outcome are left out.</param>
    /// <param name="chosenBy">How likely the other way is to make the same offer; from 0 to 1.</param>
    /// <returns>The estimate; from 0 to 1 where no offer was made, or none that the other way makes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A propensity is not above 0 and up to 1, or a likelihood not from 0 to 1.</exception>
    public static OffPolicyEstimate Snips(IEnumerable<OfferRecord> offers, Func<OfferRecord, double> chosenBy) => Estimate(offers, chosenBy, isNormalized: true);

    private static OffPolicyEstimate Estimate(IEnumerable<OfferRecord> offers, Func<OfferRecord, double> chosenBy, bool isNormalized)
    {
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(chosenBy);
        var (weights, accepted, calls) = (new List<double>(), new List<double>(), new List<string>());
        foreach (var offer in offers)
        {
            if (offer.Outcome == OfferOutcome.Unknown)
                continue;
            var likelihood = chosenBy(offer);
            if (!(offer.Propensity is > 0 and <= 1) || !(likelihood is >= 0 and <= 1))
                throw new ArgumentException("A propensity is above 0, up to 1, and a likelihood from 0 to 1; the offer was " + offer + ".", nameof(offers));
            weights.Add(likelihood / offer.Propensity);
            calls.Add(offer.QueryId ?? string.Empty);
            accepted.Add(offer.Outcome == OfferOutcome.Accepted ? 1 : 0);
        }

        var (sum, squares) = (weights.Sum(), weights.Sum(weight => weight * weight));
        // Without a single offer in common nothing is known: the whole range.
        if (sum == 0)
            return new OffPolicyEstimate(0, 0, 1, weights.Count, 0);
        var share = weights.Zip(accepted, (weight, outcome) => weight * outcome).Sum() / (isNormalized ? sum : weights.Count);
        // The spread of the terms of the mean; for the normalized one that of their distance to it (the delta method).
        var terms = weights.Zip(accepted, (weight, outcome) => isNormalized ? weight * (outcome - share) : (weight * outcome) - share).ToArray();
        var alone = terms.Sum(term => term * term);
        var spread = Math.Max(alone, SpreadOfCalls(terms, calls));
        var effective = sum * sum / squares * (alone > 0 ? alone / spread : 1);
        var error = Math.Sqrt(spread) / (isNormalized ? sum : weights.Count);
        var (low, high) = (Math.Max(0, share - (Z95 * error)), share + (Z95 * error));
        // Where all outcomes agree the spread is zero and says nothing: Wilson's interval on the offers that carry the estimate is never a point.
        if (isNormalized)
            (low, high) = (Math.Min(low, Wilson(share, effective, -1)), Math.Min(1, Math.Max(high, Wilson(share, effective, 1))));
        return new OffPolicyEstimate(share, low, high, weights.Count, effective);
    }

    // Few calls tell little of how offers of one rise together: the factor makes up for that.
    private static double SpreadOfCalls(double[] terms, List<string> calls)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
            sums[calls[i]] = (sums.TryGetValue(calls[i], out var sum) ? sum : 0) + terms[i];
        return sums.Count < 2 ? 0 : sums.Values.Sum(sum => sum * sum) * sums.Count / (sums.Count - 1);
    }

    private static double Wilson(double share, double offers, int side)
    {
        const double square = Z95 * Z95;
        var middle = share + (square / (2 * offers));
        var half = Z95 * Math.Sqrt(Math.Max(0, (share * (1 - share) / offers) + (square / (4 * offers * offers))));
        return Math.Min(1, Math.Max(0, (middle + (side * half)) / (1 + (square / offers))));
    }
}
