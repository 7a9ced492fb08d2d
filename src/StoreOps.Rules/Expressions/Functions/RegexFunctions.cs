using System.Text.RegularExpressions;

using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>The function <c>matches</c>, in time that grows with the length of the text and no faster.</summary>
internal static class RegexFunctions
{
    /// <summary>The longest pattern, in characters.</summary>
    public const int MaxPattern = 512;

#if NET
    public static bool IsSupported => true;
#else
    // The engine of the older framework may take forever on a text that a stranger chose.
    public static bool IsSupported => false;
#endif

    /// <summary>Compiles a pattern.</summary>
    /// <returns>The pattern; null where it is wrong or asks for what takes more than linear time.</returns>
    public static Regex? Compile(string pattern)
    {
#if NET
        if (pattern.Length > MaxPattern || RegexPattern.Translate(pattern) is not { } translated)
            return null;
        try
        {
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
#else
        return null;
#endif
    }

    public static CelValue Matches(ref Evaluation e, in CelValue text, in CelValue pattern)
    {
        if (text.Kind != CelKind.String || pattern.Kind != CelKind.String)
            return Outcome.NoOverload("matches", text, pattern);
        // A pattern that is made while the expression is asked costs more than one that stands in it.
        if (!e.Charge(1_000 + (pattern.Text.Length * 10)))
            return Outcome.TooMuch;
        return Compile(pattern.Text) is { } regex ? Matches(ref e, text.Text, regex, pattern.Text.Length) : Outcome.Fail(Wrong(pattern.Text));
    }

    public static CelValue Matches(ref Evaluation e, string text, Regex regex, int patternLength) =>
        e.Charge((text.Length * (1L + (patternLength >> 4))) >> 2) ? CelValue.Of(regex.IsMatch(text)) : Outcome.TooMuch;

    public static string Wrong(string pattern) =>
        "A pattern is written as RE2 has it, with at most 512 characters, without back-references and looking around; it was \"" + pattern + "\".";
}
