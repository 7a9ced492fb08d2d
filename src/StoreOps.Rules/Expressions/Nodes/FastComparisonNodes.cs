namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>A fact that is a whole number, compared with a written one.</summary>
internal sealed class IntComparisonNode(CelSyntax syntax, string sign, Node left, Node right, int slot, long required, bool isReversed)
    : ComparisonNode(syntax, sign, left, right)
{
    private readonly Outcomes _outcomes = Outcomes.Of(sign, isReversed);

    public override Verdict Test(ref Evaluation e)
    {
        ref var fact = ref e.Facts[slot];
        if (fact.Kind != CelKind.Int)
            return base.Test(ref e);
        return fact.Bits < required ? _outcomes.Less : fact.Bits > required ? _outcomes.Greater : _outcomes.Equal;
    }
}

/// <summary>A fact that is an exact decimal, compared with a written number.</summary>
internal sealed class DecimalComparisonNode : ComparisonNode
{
    private const int Scales = 5;

    private readonly int _slot;
    private readonly Outcomes _outcomes;

    // The written number in units of 1, 0.1, 0.01 and so on; null where it is not a whole number of them.
    private readonly long?[] _required = new long?[Scales];

    public DecimalComparisonNode(CelSyntax syntax, string sign, Node left, Node right, int slot, decimal required, bool isReversed)
        : base(syntax, sign, left, right)
    {
        _slot = slot;
        _outcomes = Outcomes.Of(sign, isReversed);
        var unit = 1m;
        for (var scale = 0; scale < Scales; scale++, unit *= 10m)
        {
            var units = required is > -1e14m and < 1e14m ? required * unit : 0.5m;
            if (decimal.Truncate(units) == units)
                _required[scale] = (long)units;
        }
    }

    public override Verdict Test(ref Evaluation e)
    {
        ref var fact = ref e.Facts[_slot];
        var scale = fact.Extra;
        if (fact.Kind is not (CelKind.Decimal or CelKind.Int) || fact.Reference is not null || scale >= Scales || _required[scale] is not { } required)
            return base.Test(ref e);
        return fact.Bits < required ? _outcomes.Less : fact.Bits > required ? _outcomes.Greater : _outcomes.Equal;
    }
}

/// <summary>A fact that is a text, compared for equality with a written one.</summary>
internal sealed class TextComparisonNode(CelSyntax syntax, string sign, Node left, Node right, int slot, string required)
    : ComparisonNode(syntax, sign, left, right)
{
    public override Verdict Test(ref Evaluation e)
    {
        ref var fact = ref e.Facts[slot];
        return fact.Kind != CelKind.String
            ? base.Test(ref e)
            : Of(string.Equals((string)fact.Reference!, required, StringComparison.Ordinal) == (Sign == "=="));
    }
}

/// <summary>What a comparison says where the fact lies below, at and above what is asked for.</summary>
internal readonly struct Outcomes
{
    private Outcomes(bool less, bool equal, bool greater) =>
        (Less, Equal, Greater) = (Of(less), Of(equal), Of(greater));

    public Verdict Less { get; }

    public Verdict Equal { get; }

    public Verdict Greater { get; }

    public static Outcomes Of(string sign, bool isReversed)
    {
        var of = sign switch
        {
            "==" => new Outcomes(false, true, false),
            "!=" => new Outcomes(true, false, true),
            "<" => new Outcomes(true, false, false),
            "<=" => new Outcomes(true, true, false),
            ">" => new Outcomes(false, false, true),
            _ => new Outcomes(false, true, true),
        };
        return isReversed ? new Outcomes(of.Greater == Verdict.True, of.Equal == Verdict.True, of.Less == Verdict.True) : of;
    }

    private static Verdict Of(bool holds) => holds ? Verdict.True : Verdict.False;
}
