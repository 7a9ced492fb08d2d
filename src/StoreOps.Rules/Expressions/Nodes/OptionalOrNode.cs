namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>The methods <c>or</c> and <c>orValue</c>: what stands behind is asked only where the value is absent.</summary>
internal sealed class OptionalOrNode(CelSyntax syntax, CelType type, Node optional, Node other, bool isValue) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var value = optional.Value(ref e);
        if (!value.IsKnown)
            return value;
        if (value.Kind != CelKind.Optional)
            return Fail("\"" + (isValue ? "orValue" : "or") + "\" is not there for " + Kinds.Name(value) + ".");
        if (value.OptionalValue is { } inner)
            return isValue ? inner : value;
        var second = other.Value(ref e);
        return isValue || !second.IsKnown || second.Kind == CelKind.Optional
            ? second
            : Fail("\"or\" is given an optional value; it was " + Kinds.Name(second) + ".");
    }
}
