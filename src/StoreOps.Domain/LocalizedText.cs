namespace StoreOps.Domain;

/// <summary>A short text, a name mostly, in the languages of the shop.</summary>
/// <param name="Chinese">The text in Simplified Chinese.</param>
/// <param name="English">The text in English.</param>
/// <remarks>Equality compares both texts ordinally.</remarks>
public sealed record LocalizedText(string Chinese, string English)
{
    /// <summary>Returns the text in one language.</summary>
    /// <param name="language">The language wanted.</param>
    /// <returns>The text; Chinese for any value that is not <see cref="Language.English"/>.</returns>
    public string In(Language language) => language == Language.English ? English : Chinese;

    /// <summary>Returns the English text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => English;
}
