using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions;

/// <summary>Two values of one kind, compared.</summary>
internal sealed class ComparisonNode(string @operator, Node left, Node right) : Node
{
    public override FactType Type => FactType.Bool;

    public override int Weight { get; } = 1 + left.Weight + right.Weight;

    public override int Depth { get; } = 1 + Math.Max(left.Depth, right.Depth);

    public override FactValue Value(FactSet facts)
    {
        var a = left.Value(facts);
        var b = right.Value(facts);
        return a.IsKnown && b.IsKnown ? FactValue.Of(Holds(Compare(a, b))) : FactValue.Unknown;
    }

    public override Evidence Explain(FactSet facts)
    {
        // A condition may be written either way round; the fact is the subject in both.
        var (subject, other, read) = left is LiteralNode && right is FactNode
            ? (right, left, @operator switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => @operator })
            : (left, right, @operator);
        var actual = subject.Value(facts);
        var required = other.Value(facts);
        var value = Value(facts);
        return new Evidence(EvidenceCodes.Comparison, OutcomeOf(value))
        {
            Subject = (subject as FactNode)?.Name,
            Operator = read,
            Actual = Show(actual),
            Required = Show(required),
            Distance = value is { IsKnown: true, IsTrue: false } && IsNumber(actual) && IsNumber(required)
                ? DistanceOf(actual.Number, required.Number)
                : null,
        };
    }

    // Two numbers at opposite ends of the range are too far apart for a number to say.
    private static EvidenceValue.Number? DistanceOf(decimal a, decimal b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return low < 0m && high > decimal.MaxValue + low ? null : new EvidenceValue.Number(high - low);
    }

    internal static int Compare(FactValue a, FactValue b) => a.Type switch
    {
        FactType.Text => CompareCodePoints(a.Text, b.Text),
        FactType.Bool => a.IsTrue.CompareTo(b.IsTrue),
        _ => a.Number.CompareTo(b.Number),
    };

    private static bool IsNumber(FactValue value) => value.IsKnown && value.Type is FactType.Int or FactType.Decimal;

    // Ordinal comparison is by UTF-16 units, which puts U+FF00 after U+1F600; CEL orders by code points.
    private static int CompareCodePoints(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] == b[i])
                continue;
            return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i].CompareTo(b[i]) : char.IsSurrogate(a[i]) ? 1 : -1;
        }

        return a.Length.CompareTo(b.Length);
    }

    private bool Holds(int comparison) => @operator switch
    {
        "==" => comparison == 0,
        "!=" => comparison != 0,
        "<" => comparison < 0,
        "<=" => comparison <= 0,
        ">" => comparison > 0,
        _ => comparison >= 0,
    };
}

/// <summary>One value among several: a list in the condition, or a fact that is a list of texts.</summary>
internal sealed class InNode(Node element, Node list) : Node
{
    public override FactType Type => FactType.Bool;

    public override int Weight { get; } = 1 + element.Weight + list.Weight;

    public override int Depth { get; } = 1 + Math.Max(element.Depth, list.Depth);

    public override FactValue Value(FactSet facts)
    {
        var sought = element.Value(facts);
        if (!sought.IsKnown)
            return sought;
        if (list is ListNode written)
        {
            foreach (var value in written.Values)
            {
                if (ComparisonNode.Compare(sought, value) == 0)
                    return FactValue.Of(true);
            }

            return FactValue.Of(false);
        }

        var texts = list.Value(facts);
        return texts.IsKnown ? FactValue.Of(Array.IndexOf(texts.TextArray, sought.Text) >= 0) : texts;
    }

    public override Evidence Explain(FactSet facts)
    {
        var value = OutcomeOf(Value(facts));
        return list is ListNode written
            ? new Evidence(EvidenceCodes.Comparison, value)
            {
                Subject = (element as FactNode)?.Name,
                Operator = "in",
                Actual = Show(element.Value(facts)),
                Required = new EvidenceValue.List(written.Show()),
            }
            : new Evidence(EvidenceCodes.Comparison, value)
            {
                Subject = (list as FactNode)?.Name,
                Operator = "contains",
                Actual = Show(list.Value(facts)),
                Required = Show(element.Value(facts)),
            };
    }
}
