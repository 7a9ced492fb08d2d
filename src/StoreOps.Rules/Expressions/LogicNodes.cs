using System.Collections.Immutable;

using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions;

/// <summary>All of several, or one of them. Their order does not matter, also where one is not known.</summary>
/// <remarks>A chain is one node, however long: only parentheses, ! and names nest.</remarks>
internal sealed class LogicNode(bool isAnd, Node[] sides) : Node
{
    public override FactType Type => FactType.Bool;

    public override int Weight { get; } = sides.Length - 1 + sides.Sum(side => side.Weight);

    public override int Depth { get; } = 1 + sides.Max(side => side.Depth);

    public override FactValue Value(FactSet facts)
    {
        var decisive = isAnd ? Verdict.False : Verdict.True;
        var isKnown = true;
        foreach (var side in sides)
        {
            var verdict = VerdictOf(side.Value(facts));
            if (verdict == decisive)
                return ValueOf(decisive);
            isKnown &= verdict != Verdict.Unknown;
        }

        return isKnown ? FactValue.Of(isAnd) : FactValue.Unknown;
    }

    public override Evidence Explain(FactSet facts)
    {
        var children = ImmutableArray.CreateBuilder<Evidence>(sides.Length);
        foreach (var side in sides)
            AddSide(side, children, facts);
        return new Evidence(isAnd ? EvidenceCodes.And : EvidenceCodes.Or, OutcomeOf(Value(facts))) { Children = children.ToImmutable() };
    }

    // a && (b && c) reads as one list of three, not as a tree of one and two.
    private void AddSide(Node side, ImmutableArray<Evidence>.Builder children, FactSet facts)
    {
        var evidence = side.Explain(facts);
        if (evidence.Code == (isAnd ? EvidenceCodes.And : EvidenceCodes.Or) && evidence.RuleId is null)
            children.AddRange(evidence.Children);
        else
            children.Add(evidence);
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
