using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions;

/// <summary>A value written in the condition, or a named constant.</summary>
internal sealed class LiteralNode(FactValue value) : Node
{
    public override FactType Type => value.Type;

    public override int Weight => 1;

    public override FactValue Value(FactSet facts) => value;

    public override Evidence Explain(FactSet facts) => new(EvidenceCodes.Constant, OutcomeOf(value)) { Actual = Show(value) };
}

/// <summary>A fact, by its slot.</summary>
internal sealed class FactNode(Fact fact, int slot) : Node
{
    public string Name => fact.Name;

    public override FactType Type => fact.Type;

    public override int Weight => 1;

    public override FactValue Value(FactSet facts) => facts[slot];

    public override Evidence Explain(FactSet facts)
    {
        var value = facts[slot];
        return new Evidence(EvidenceCodes.Comparison, OutcomeOf(value))
        {
            Subject = fact.Name,
            Operator = "==",
            Actual = Show(value),
            Required = EvidenceValue.Of(true),
        };
    }
}

/// <summary>A list written in the condition.</summary>
internal sealed class ListNode(FactValue[] values, FactType elementType) : Node
{
    public FactValue[] Values => values;

    public FactType ElementType => elementType;

    public override FactType Type => FactType.TextList;

    public override int Weight => 1 + values.Length;

    public override FactValue Value(FactSet facts) => throw new System.Diagnostics.UnreachableException();

    public override Evidence Explain(FactSet facts) => throw new System.Diagnostics.UnreachableException();

    public string Show() => string.Join(", ", values.Select(value => Node.Show(value)!.ToString()));
}
