using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>Two values, compared.</summary>
internal class ComparisonNode(CelSyntax syntax, string sign, Node left, Node right) : Node(syntax, CelType.Bool)
{
    protected string Sign => sign;

    // Each side is asked once, also where one fails: asking again for the reason would double the work at every level.
    public sealed override CelValue Value(ref Evaluation e)
    {
        var a = left.Value(ref e);
        var b = right.Value(ref e);
        if (!a.IsKnown || !b.IsKnown)
            return a.Kind == CelKind.Unknown || b.Kind == CelKind.Unknown ? CelValue.Unknown : a.Kind == CelKind.Error ? a : b;
        if (IsOtherCurrency(a, b))
            return Fail("Amounts of two currencies do not compare; they were " + a.Money + " and " + b.Money + ".");
        if (sign is "==" or "!=")
        {
            var areEqual = CelEquality.AreEqual(a, b, ref e.Cost);
            return e.Cost < 0 ? Fail(TooMuchWork) : CelValue.Of(areEqual == (sign == "=="));
        }

        if (!e.Charge(1 + (a.Kind == CelKind.String ? a.Text.Length >> 4 : 0)))
            return Fail(TooMuchWork);
        var verdict = Holds(CelEquality.Compare(a, b));
        return verdict == Verdict.Error
            ? Fail("The sides of " + sign + " have no order; they were " + Kinds.Name(a) + " and " + Kinds.Name(b) + ".")
            : CelValue.Of(verdict == Verdict.True);
    }

    public override Evidence Explain(ref Evaluation e)
    {
        // A condition may be written either way round; the fact is the subject in both.
        var (subject, other, read) = left is LiteralNode && right is not LiteralNode
            ? (right, left, sign switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => sign })
            : (left, right, sign);
        var actual = subject.Value(ref e);
        var required = other.Value(ref e);
        var value = Value(ref e);
        return new Evidence(EvidenceCodes.Comparison, OutcomeOf(VerdictOf(value)))
        {
            Subject = NameOf(subject),
            Operator = read,
            Actual = EvidenceOf(actual),
            Required = EvidenceOf(required),
            Distance = value is { Kind: CelKind.Bool, IsTrue: false } ? DistanceOf(actual, required) : null,
            Children = value.Error is { } error ? [EvidenceOf(error)] : [],
        };
    }

    internal static string? NameOf(Node node) => node switch
    {
        FactNode fact => fact.Name,
        LiteralNode => null,
        _ => node.Syntax.ToString(),
    };

    protected static Verdict Of(bool holds) => holds ? Verdict.True : Verdict.False;

    protected Verdict Holds(Order order) => order switch
    {
        Order.Incomparable => Verdict.Error,
        Order.Unordered => Of(sign == "!="),
        _ => Of(sign switch
        {
            "==" => order == Order.Equal,
            "!=" => order != Order.Equal,
            "<" => order == Order.Less,
            "<=" => order != Order.Greater,
            ">" => order == Order.Greater,
            _ => order != Order.Less,
        }),
    };

    // Neither equal nor different: asking is the mistake.
    private static bool IsOtherCurrency(in CelValue a, in CelValue b) =>
        a.Kind == CelKind.Money && b.Kind == CelKind.Money && a.Money!.Value.Currency != b.Money!.Value.Currency;

    // Two numbers at opposite ends of the range are too far apart for a number to say.
    private static EvidenceValue? DistanceOf(in CelValue actual, in CelValue required)
    {
        if (actual.Kind is CelKind.Timestamp or CelKind.Duration && required.Kind == actual.Kind)
            return TimeBetween(actual, required);
        if (!TryNumber(actual, out var a) || !TryNumber(required, out var b))
            return null;
        var (low, high) = a < b ? (a, b) : (b, a);
        return low < 0m && high > decimal.MaxValue + low ? null : new EvidenceValue.Number(high - low);
    }

    private static EvidenceValue? TimeBetween(in CelValue a, in CelValue b)
    {
        var (low, high) = CelEquality.Compare(a, b) == Order.Less ? (a, b) : (b, a);
        if (a.Kind == CelKind.Timestamp)
            return Functions.TimeFunctions.Between(low, high) is { Kind: CelKind.Duration } between ? EvidenceValue.Of(CelText.OfDuration(between)) : null;
        return low.Bits < 0 && high.Bits > long.MaxValue + low.Bits ? null : EvidenceValue.Of(CelText.OfDuration(CelValue.OfNanoseconds(high.Bits - low.Bits)));
    }

    private static bool TryNumber(in CelValue value, out decimal number)
    {
        number = value.Number;
        return value.Kind == CelKind.Double ? CelEquality.TryDecimal(value.AsDouble, out number) : CelEquality.IsNumber(value.Kind);
    }
}

/// <summary>One value among several: an element of a list or a key of a map.</summary>
internal sealed class InNode(CelSyntax syntax, Node element, Node list) : Node(syntax, CelType.Bool)
{
    public override CelValue Value(ref Evaluation e)
    {
        var sought = element.Value(ref e);
        var among = list.Value(ref e);
        if (!sought.IsKnown || !among.IsKnown)
            return sought.Kind == CelKind.Unknown || among.Kind == CelKind.Unknown ? CelValue.Unknown : sought.Kind == CelKind.Error ? sought : among;
        switch (among.Reference)
        {
            case CelList.OfStrings strings:
                return !e.Charge(strings.Count) ? Fail(TooMuchWork)
                    : CelValue.Of(sought.Kind == CelKind.String && Array.IndexOf(strings.Values, (string)sought.Reference!) >= 0);
            case CelList values:
                return InList(sought, values, ref e);
            case CelMap map:
                return !e.Charge(1) ? Fail(TooMuchWork) : CelValue.Of(map.TryGet(sought, out _));
            default:
                return Fail("After \"in\" stands a list or a map; it was " + Kinds.Name(among) + ".");
        }
    }

    public override Evidence Explain(ref Evaluation e)
    {
        var value = Value(ref e);
        var outcome = OutcomeOf(VerdictOf(value));
        System.Collections.Immutable.ImmutableArray<Evidence> children = value.Error is { } error ? [EvidenceOf(error)] : [];
        return list is LiteralNode or ListNode || element is not LiteralNode
            ? new Evidence(EvidenceCodes.Comparison, outcome)
            {
                Subject = ComparisonNode.NameOf(element),
                Operator = "in",
                Actual = EvidenceOf(element.Value(ref e)),
                Required = EvidenceOf(list.Value(ref e)),
                Children = children,
            }
            : new Evidence(EvidenceCodes.Comparison, outcome)
            {
                Subject = ComparisonNode.NameOf(list),
                Operator = "contains",
                Actual = EvidenceOf(list.Value(ref e)),
                Required = EvidenceOf(element.Value(ref e)),
                Children = children,
            };
    }

    private CelValue InList(in CelValue sought, CelList values, ref Evaluation e)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var isHere = CelEquality.AreEqual(sought, values[i], ref e.Cost);
            if (e.Cost < 0)
                return Fail(TooMuchWork);
            if (isHere)
                return CelValue.Of(true);
        }

        return CelValue.Of(false);
    }
}
