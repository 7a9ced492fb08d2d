using System.Collections.Immutable;

using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>All of several, or one of them. Their order does not matter, also where one is not known or fails.</summary>
/// <remarks>A chain is one node, however long.</remarks>
internal sealed class LogicNode(CelSyntax syntax, bool isAnd, Node[] sides) : Node(syntax, CelType.Bool)
{
    private readonly Verdict _decisive = isAnd ? Verdict.False : Verdict.True;
    private readonly Verdict _otherwise = isAnd ? Verdict.True : Verdict.False;

    // Each side is asked once, also where one fails: asking again for the reason would double the work at every level.
    public override CelValue Value(ref Evaluation e)
    {
        var result = CelValue.Of(isAnd);
        var mark = e.Unknowns?.Count ?? 0;
        foreach (var side in sides)
        {
            var value = side.Value(ref e);
            if (value.Kind == CelKind.Bool)
            {
                if (value.IsTrue == isAnd)
                    continue;
                e.Unknowns?.RemoveRange(mark, e.Unknowns.Count - mark);
                return value;
            }

            if (value.Kind == CelKind.Unknown)
                result = value;
            else if (result.Kind == CelKind.Bool)
                result = value.Kind == CelKind.Error ? value : WrongSide(side, value);
        }

        return result;
    }

    public override Verdict Test(ref Evaluation e)
    {
        var result = _otherwise;
        var mark = e.Unknowns?.Count ?? 0;
        foreach (var side in sides)
        {
            var verdict = side.Test(ref e);
            if (verdict == _decisive)
            {
                // What was not known before does not matter any more.
                e.Unknowns?.RemoveRange(mark, e.Unknowns.Count - mark);
                return verdict;
            }

            if (verdict >= Verdict.Unknown && result != Verdict.Unknown)
                result = verdict;
        }

        return result;
    }

    public override Evidence Explain(ref Evaluation e)
    {
        var children = ImmutableArray.CreateBuilder<Evidence>(sides.Length);
        foreach (var side in sides)
            AddSide(side, children, ref e);
        return new Evidence(isAnd ? EvidenceCodes.And : EvidenceCodes.Or, OutcomeOf(Test(ref e))) { Children = children.ToImmutable() };
    }

    private CelValue WrongSide(Node side, in CelValue value) => CelValue.Failure(
        side.Syntax.Offset, "Both sides of " + (isAnd ? "&&" : "||") + " answer yes or no; one was " + Kinds.Name(value) + ".");

    // a && (b && c) reads as one list of three, not as a tree of one and two.
    private void AddSide(Node side, ImmutableArray<Evidence>.Builder children, ref Evaluation e)
    {
        var evidence = side.Explain(ref e);
        if (evidence.Code == (isAnd ? EvidenceCodes.And : EvidenceCodes.Or) && evidence.RuleId is null)
            children.AddRange(evidence.Children);
        else
            children.Add(evidence);
    }
}

/// <summary>The opposite.</summary>
internal sealed class NotNode(CelSyntax syntax, Node inner) : Node(syntax, CelType.Bool)
{
    public override CelValue Value(ref Evaluation e)
    {
        var value = inner.Value(ref e);
        return value.Kind switch
        {
            CelKind.Bool => CelValue.Of(value.Bits == 0),
            CelKind.Unknown or CelKind.Error => value,
            _ => Fail("After ! stands something that answers yes or no; it was " + Kinds.Name(value) + "."),
        };
    }

    public override Verdict Test(ref Evaluation e)
    {
        var verdict = inner.Test(ref e);
        return verdict switch { Verdict.True => Verdict.False, Verdict.False => Verdict.True, _ => verdict };
    }

    public override Evidence Explain(ref Evaluation e) =>
        new(EvidenceCodes.Not, OutcomeOf(Test(ref e))) { Children = [inner.Explain(ref e)] };
}

/// <summary>One of two values.</summary>
internal sealed class ConditionalNode(CelSyntax syntax, CelType type, Node test, Node then, Node otherwise) : Node(syntax, type)
{
    public override CelValue Value(ref Evaluation e)
    {
        var value = test.Value(ref e);
        return value.Kind switch
        {
            CelKind.Bool => (value.Bits != 0 ? then : otherwise).Value(ref e),
            CelKind.Unknown or CelKind.Error => value,
            _ => CelValue.Failure(test.Syntax.Offset, "Before ? stands something that answers yes or no; it was " + Kinds.Name(value) + "."),
        };
    }

    public override Evidence Explain(ref Evaluation e)
    {
        var chosen = test.Test(ref e);
        var own = base.Explain(ref e);
        return chosen is Verdict.True or Verdict.False
            ? own with { Children = [test.Explain(ref e), .. own.Children] }
            : own with { Children = [test.Explain(ref e)] };
    }
}
