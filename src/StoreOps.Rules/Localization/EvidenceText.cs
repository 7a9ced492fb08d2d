using System.Text;

using StoreOps.Domain;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Localization;

/// <summary>Turns explanations into text, at the edge: engines never do.</summary>
public static class EvidenceText
{
    /// <summary>Returns one step as a line of text, without the steps it rests on.</summary>
    /// <param name="evidence">The step.</param>
    /// <param name="language">The language.</param>
    /// <param name="templates">
    /// A vendor's own texts: given a code, returns a template or null for the library's. A template names {rule}, {subject}, {operator},
    /// {actual}, {required} and {distance}; a part in square brackets is left out where one of its values is missing.
    /// </param>
    /// <returns>The text; the code itself where no template knows it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evidence"/> is null.</exception>
    public static string Line(Evidence evidence, Language language, Func<string, string?>? templates = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var template = templates?.Invoke(evidence.Code) ?? Template(evidence.Code, language) ?? evidence.Code;
        var text = new StringBuilder();
        Fill(template, evidence, text);
        return text.ToString();
    }

    /// <summary>Returns the reason that matters most in a tree: the first step that is not met, else the first below the root, else the root.</summary>
    /// <param name="evidence">The tree.</param>
    /// <param name="language">The language.</param>
    /// <param name="templates">A vendor's own texts, as in <see cref="Line"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evidence"/> is null.</exception>
    public static string Gist(Evidence evidence, Language language, Func<string, string?>? templates = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Line(Deciding(evidence) ?? evidence, language, templates);
    }

    /// <summary>Returns the library's template for a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language">The language.</param>
    /// <returns>The template; null when the code is not one of the library's.</returns>
    public static string? Template(string code, Language language) =>
        language == Language.English ? EvidenceEnglish.For(code) : EvidenceChinese.For(code);

    private static Evidence? Deciding(Evidence evidence)
    {
        foreach (var child in evidence.Children)
        {
            if (child.Outcome is EvidenceOutcome.NotMet or EvidenceOutcome.Unknown)
                return Deciding(child) ?? child;
        }

        return evidence.Outcome == EvidenceOutcome.Met && !evidence.Children.IsEmpty ? Deciding(evidence.Children[0]) ?? evidence.Children[0] : null;
    }

    private static bool Fill(string template, Evidence evidence, StringBuilder text)
    {
        var isComplete = true;
        for (var i = 0; i < template.Length; i++)
        {
            var close = template[i] switch { '{' => template.IndexOf('}', i), '[' => template.IndexOf(']', i), _ => -1 };
            if (close < 0)
            {
                text.Append(template[i]);
                continue;
            }

            var inner = template.Substring(i + 1, close - i - 1);
            if (template[i] == '[')
            {
                var part = new StringBuilder();
                if (Fill(inner, evidence, part))
                    text.Append(part);
            }
            else
            {
                var value = Value(inner, evidence);
                isComplete &= value is not null;
                text.Append(value ?? "?");
            }

            i = close;
        }

        return isComplete;
    }

    private static string? Value(string name, Evidence evidence) => name switch
    {
        "rule" => evidence.RuleId,
        "subject" => evidence.Subject,
        "operator" => evidence.Operator,
        "actual" => evidence.Actual?.ToString(),
        "required" => evidence.Required?.ToString(),
        "distance" => evidence.Distance?.ToString(),
        _ => null,
    };
}
