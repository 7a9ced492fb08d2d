using System.Collections.Immutable;

using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions;

/// <summary>Both, or one of two. The order of the sides does not matter, also where one is not known.</summary>
internal sealed class LogicNode(bool isAnd, Node left, Node right) : Node
{
    public override FactType Type => FactType.Bool;

    public override int Weight { get; } = 1 + left.Weight + right.Weight;

    public override int Depth { get; } = 1 + Math.Max(left.Depth, right.Depth);

    public override FactValue Value(FactSet facts)
    {
        var decisive = isAnd ? Verdict.False : Verdict.True;
        var first = VerdictOf(left.Value(facts));
        if (first == decisive)
            return ValueOf(first);
        var second = VerdictOf(right.Value(facts));
        if (second == decisive)
            return ValueOf(second);
        return ValueOf(first == Verdict.Unknown ? first : second);
    }

    public override Evidence Explain(FactSet facts)
    {
        var sides = ImmutableArray.CreateBuilder<Evidence>();
        AddSide(left, sides, facts);
        AddSide(right, sides, facts);
        return new Evidence(isAnd ? EvidenceCodes.And : EvidenceCodes.Or, OutcomeOf(Value(facts))) { Children = sides.ToImmutable() };
    }

    // a && b && c reads as one list of three, not as a tree of two and one.
    private void AddSide(Node side, ImmutableArray<Evidence>.Builder sides, FactSet facts)
    {
        var evidence = side.Explain(facts);
        if (evidence.Code == (isAnd ? EvidenceCodes.And : EvidenceCodes.Or) && evidence.RuleId is null)
            sides.AddRange(evidence.Children);
        else
            sides.Add(evidence);
    }
}

/// <summary>The opposite.</summary>
internal sealed class NotNode(Node inner) : Node
{
    public override FactType Type => FactType.Bool;

    public override int Weight { get; } = 1 + inner.Weight;

    public override int Depth { get; } = 1 + inner.Depth;

    public override FactValue Value(FactSet facts)
    {
        var value = inner.Value(facts);
        return value.IsKnown ? FactValue.Of(!value.IsTrue) : value;
    }

    public override Evidence Explain(FactSet facts) =>
        new(EvidenceCodes.Not, OutcomeOf(Value(facts))) { Children = [inner.Explain(facts)] };
}

/// <summary>A sub-expression that the pack gives a name.</summary>
internal sealed class NamedNode(string name, Node inner) : Node
{
    public override FactType Type => inner.Type;

    public override int Weight { get; } = 1 + inner.Weight;

    public override int Depth { get; } = 1 + inner.Depth;

    public override FactValue Value(FactSet facts) => inner.Value(facts);

    public override Evidence Explain(FactSet facts) =>
        new(EvidenceCodes.NamedCondition, OutcomeOf(Value(facts))) { RuleId = name, Children = [inner.Explain(facts)] };
}
