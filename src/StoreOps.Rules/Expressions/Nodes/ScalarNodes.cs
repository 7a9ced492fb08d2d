using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>A value written in the expression, or a named constant.</summary>
internal sealed class LiteralNode(CelSyntax syntax, CelType type, CelValue value, decimal? exact = null) : Node(syntax, type)
{
    public CelValue Constant => value;

    /// <summary>Gets the number exactly as written; null where it was not written with a point.</summary>
    public decimal? Exact => exact;

    public override CelValue Value(ref Evaluation e) => value;

    public override Evidence Explain(ref Evaluation e) =>
        new(EvidenceCodes.Constant, OutcomeOf(VerdictOf(value))) { Actual = EvidenceOf(value) };

    /// <summary>Returns the same number as an exact one, where the other side of an operator is exact.</summary>
    public LiteralNode ToExact() =>
        value.Kind == CelKind.Double && exact is { } number ? new LiteralNode(Syntax, CelType.Decimal, CelValue.Of(number), number) : this;
}

/// <summary>A fact, by its slot.</summary>
internal sealed class FactNode(CelSyntax syntax, Fact fact, int slot) : Node(syntax, fact.Type)
{
    public string Name => fact.Name;

    public int Slot => slot;

    public override CelValue Value(ref Evaluation e)
    {
        var value = e.Facts[slot];
        if (value.Kind == CelKind.Unknown)
            e.Unknowns?.Add(slot);
        return value;
    }

    public override Evidence Explain(ref Evaluation e)
    {
        var value = e.Facts[slot];
        return new Evidence(EvidenceCodes.Comparison, OutcomeOf(VerdictOf(value)))
        {
            Subject = fact.Name,
            Operator = "==",
            Actual = EvidenceOf(value),
            Required = EvidenceValue.Of(true),
        };
    }
}

/// <summary>A variable of a macro, by its place.</summary>
internal sealed class LocalNode(CelSyntax syntax, CelType type, int place) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e) => e.Locals[place];
}

/// <summary>What is wrong, and can be told only when it is asked: the expression was not checked.</summary>
internal sealed class ErrorNode(CelSyntax syntax, string detail) : Node(syntax, CelType.Dyn)
{
    private readonly CelValue _error = CelValue.Failure(syntax.Offset, detail);

    public override CelValue Value(ref Evaluation e) => _error;
}

/// <summary>A sub-expression that the pack gives a name. Its macros have variables of their own.</summary>
internal sealed class NamedNode(CelSyntax syntax, string name, Node inner, int locals) : Node(syntax, inner.Type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var outer = e.Locals;
        if (locals > 0)
            e.Locals = new CelValue[locals];
        var value = inner.Value(ref e);
        e.Locals = outer;
        return value;
    }

    public override Verdict Test(ref Evaluation e) => locals > 0 ? base.Test(ref e) : inner.Test(ref e);

    public override Evidence Explain(ref Evaluation e)
    {
        var outer = e.Locals;
        if (locals > 0)
            e.Locals = new CelValue[locals];
        var evidence = new Evidence(EvidenceCodes.NamedCondition, OutcomeOf(inner.Test(ref e))) { RuleId = name, Children = [inner.Explain(ref e)] };
        e.Locals = outer;
        return evidence;
    }
}
