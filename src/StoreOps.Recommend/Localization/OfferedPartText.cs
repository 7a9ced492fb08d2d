using StoreOps.Domain;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;

namespace StoreOps.Recommend.Localization;

/// <summary>Says in words what a reception desk offers by a trained model.</summary>
public static class OfferedPartText
{
    /// <summary>Returns the name of an offered part: the shop's own, or that of the item for work without a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="language">The language.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
    public static string Name(OfferedPart part, Language language)
    {
        ArgumentNullException.ThrowIfNull(part);
        return (part.Stocked?.Part.Name ?? part.Item?.Name)?.In(language) is { Length: > 0 } name ? name : part.Id;
    }

    /// <summary>Returns a reason as one sentence, in which parts have the names that the shop gives them.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="offers">The offers it belongs to.</param>
    /// <param name="language">The language.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="offers"/> is null.</exception>
    public static string Sentence(PartReason reason, PartsOffered offers, Language language)
    {
        ArgumentNullException.ThrowIfNull(offers);
        return PartReasonText.Sentence(
            reason,
            offers.Model,
            language,
            id => (offers.Shop.Find(id)?.Part.Name ?? offers.Catalog.FindItem(id)?.Name)?.In(language) is { Length: > 0 } name ? name : id);
    }

    /// <summary>Returns what offers rest on, as one sentence.</summary>
    /// <param name="basis">What they rest on.</param>
    /// <param name="language">The language.</param>
    /// <returns>The sentence.</returns>
    public static string Basis(RecommendBasis basis, Language language) => (basis, language == Language.Chinese) switch
    {
        (RecommendBasis.History, true) => "依据本车履历。",
        (RecommendBasis.Family, true) => "本车无履历，依据同车系。",
        (RecommendBasis.Odometer, true) => "本车无履历，依据相近里程的车。",
        (_, true) => "依据保养周期：没有模型，或模型对本车无可推荐。",
        (RecommendBasis.History, _) => "Rests on what this vehicle took before.",
        (RecommendBasis.Family, _) => "Rests on vehicles of its family, as it has no history.",
        (RecommendBasis.Odometer, _) => "Rests on vehicles at its odometer, as it has no history.",
        _ => "Rests on the schedule: there is no model, or it has nothing to offer here.",
    };
}
