namespace StoreOps.Cli;

/// <summary>Reads a word of a fixed set as files and command lines write it: replace, plug-in-hybrid.</summary>
internal static class Words
{
    // Enum.TryParse alone also takes "9" and "1,2".
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        var word = text.Replace("-", string.Empty, StringComparison.Ordinal);
        return word.Length > 0 && word.All(char.IsAsciiLetter) && Enum.TryParse(word, ignoreCase: true, out value);
    }
}
