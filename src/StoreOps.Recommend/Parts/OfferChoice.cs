using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>Chooses among ranked parts what is worth most to the shop. Apart from the ranking, so that a margin never passes for a chance.</summary>
public static class OfferChoice
{
    /// <summary>Chooses, one after the other, the part whose offer is worth most beside those chosen before.</summary>
    /// <param name="model">The model, for the categories.</param>
    /// <param name="ranked">The ranked parts.</param>
    /// <param name="worths">
    /// For each what an accepted line is worth: its margin by the urgency to sell it from stock, in any one unit; zero or above. Empty for 1 each.
    /// </param>
    /// <param name="policy">The policy.</param>
    /// <param name="offers">Receives the offers; its length is how many are wanted.</param>
    /// <returns>How many were written. Equal values keep the order of the ranking.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is not one worth for each part, one is below zero or no number, or the policy's tags are of another model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the policy is out of range.</exception>
    public static int Choose(PartsModel model, ReadOnlySpan<Recommendation> ranked, ReadOnlySpan<double> worths, OfferPolicy policy, Span<PartOffer> offers)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(policy);
        OfferPolicy.Check(policy, model);
        if (!worths.IsEmpty && worths.Length != ranked.Length)
            throw new ArgumentException("Each ranked part has a worth.", nameof(worths));
        foreach (var worth in worths)
        {
            if (!(worth >= 0) || double.IsPositiveInfinity(worth))
                throw new ArgumentException("A worth is a number of zero or above.", nameof(worths));
        }

        var count = 0;
        while (count < offers.Length)
        {
            var (best, bestValue) = (-1, 0.0);
            for (var place = 0; place < ranked.Length; place++)
            {
                if (IsChosen(offers[..count], place))
                    continue;
                var same = SameCategory(model, ranked, offers[..count], ranked[place].Part);
                if (same >= policy.MostPerCategory || (policy.Tags is not null && SameTag(policy.Tags, ranked, offers[..count], ranked[place].Part) >= policy.MostPerTag))
                    continue;
                var value = ranked[place].Probability * (worths.IsEmpty ? 1 : worths[place]);
                for (var i = 0; i < same; i++)
                    value *= 1 - policy.Repetition;
                if ((ranked[place].Sources & PartSources.Rule) != PartSources.None)
                    value += policy.RuleBonus;
                if (best < 0 || value > bestValue)
                    (best, bestValue) = (place, value);
            }

            if (best < 0)
                break;
            offers[count++] = new PartOffer(best, bestValue, ranked[best].Probability >= policy.AutoAddFrom);
        }

        return count;
    }

    private static bool IsChosen(ReadOnlySpan<PartOffer> chosen, int place)
    {
        foreach (var offer in chosen)
        {
            if (offer.Place == place)
                return true;
        }

        return false;
    }

    // Parts without a category are all of different kinds.
    private static int SameCategory(PartsModel model, ReadOnlySpan<Recommendation> ranked, ReadOnlySpan<PartOffer> chosen, int part)
    {
        var category = model.CategoryOf(part);
        var same = 0;
        foreach (var offer in chosen)
            same += category >= 0 && model.CategoryOf(ranked[offer.Place].Part) == category ? 1 : 0;
        return same;
    }

    // Parts of no tag are all of different needs.
    private static int SameTag(DemandTags tags, ReadOnlySpan<Recommendation> ranked, ReadOnlySpan<PartOffer> chosen, int part)
    {
        var tag = tags.TagOf(part);
        var same = 0;
        foreach (var offer in chosen)
            same += tag is not null && tags.TagOf(ranked[offer.Place].Part) == tag ? 1 : 0;
        return same;
    }
}
