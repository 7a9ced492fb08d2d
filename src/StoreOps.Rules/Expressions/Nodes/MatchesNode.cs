using System.Text.RegularExpressions;

using StoreOps.Rules.Expressions.Functions;

namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>A text held against a pattern that stands in the expression.</summary>
internal sealed class MatchesNode(CelSyntax syntax, Node text, Regex regex, int patternLength) : CallNode(syntax, CelType.Bool)
{
    public override CelValue Value(ref Evaluation e)
    {
        var value = text.Value(ref e);
        if (!value.IsKnown)
            return value;
        return value.Kind == CelKind.String
            ? Placed(RegexFunctions.Matches(ref e, value.Text, regex, patternLength))
            : Fail("A text is held against a pattern; it was " + Kinds.Name(value) + ".");
    }
}
