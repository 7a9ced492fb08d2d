using StoreOps.Domain;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Localization;

/// <summary>Turns the reasons of recommended parts into sentences, at the edge: engines never do.</summary>
public static class PartReasonText
{
    /// <summary>Returns a reason as one sentence that says what it rests on, and that it speaks for the part or against it.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="model">The model that gave it.</param>
    /// <param name="language">The language.</param>
    /// <param name="nameOf">Returns the name under which people know a part, given its id; null to write ids.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reason rests on a signal that does not exist, or names a part that the model does not
    /// have.</exception>
    public static string Sentence(PartReason reason, PartsModel model, Language language, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if ((uint)reason.Signal >= ModelLayout.Signals)
            throw new ArgumentOutOfRangeException(nameof(reason), reason.Signal, "A reason rests on a signal of PartSignal.");
        var with = reason.With < 0 ? null : model.PartId(reason.With);
        if (with is not null && nameOf is not null)
            with = nameOf(with);
        var words = new ReasonWords(reason, with);
        return language == Language.English ? PartReasonEnglish.For(words) : PartReasonChinese.For(words);
    }
}
