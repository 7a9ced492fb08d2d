using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions.Nodes;

/// <summary>A checked part of an expression, ready to ask. Immutable.</summary>
internal abstract class Node(CelSyntax syntax, CelType type)
{
    public const string TooMuchWork = "The expression does more work than it may.";

    /// <summary>Gets the part as written.</summary>
    public CelSyntax Syntax => syntax;

    /// <summary>Gets the type of the value.</summary>
    public CelType Type => type;

    public abstract CelValue Value(ref Evaluation e);

    /// <summary>Asks a part that answers yes or no; the same as <see cref="Value"/>, for less.</summary>
    public virtual Verdict Test(ref Evaluation e) => VerdictOf(Value(ref e));

    /// <summary>Explains a part that answers yes or no.</summary>
    public virtual Evidence Explain(ref Evaluation e)
    {
        var value = Value(ref e);
        return new Evidence(EvidenceCodes.Expression, OutcomeOf(VerdictOf(value)))
        {
            Subject = Syntax.ToString(),
            Actual = EvidenceOf(value),
            Children = value.Error is { } error ? [EvidenceOf(error)] : [],
        };
    }

    protected CelValue Fail(string detail) => CelValue.Failure(Syntax.Offset, detail);

    protected static Verdict VerdictOf(in CelValue value) => value.Kind switch
    {
        CelKind.Bool => value.Bits != 0 ? Verdict.True : Verdict.False,
        CelKind.Unknown => Verdict.Unknown,
        _ => Verdict.Error,
    };

    internal static EvidenceOutcome OutcomeOf(Verdict verdict) => verdict switch
    {
        Verdict.True => EvidenceOutcome.Met,
        Verdict.False => EvidenceOutcome.NotMet,
        Verdict.Unknown => EvidenceOutcome.Unknown,
        _ => EvidenceOutcome.Error,
    };

    protected static Evidence EvidenceOf(CelError error) => new(EvidenceCodes.ExpressionError, EvidenceOutcome.Error)
    {
        Actual = EvidenceValue.Of(error.Detail),
        Required = EvidenceValue.Of((decimal)error.Offset),
    };

    protected static EvidenceValue? EvidenceOf(in CelValue value) => value.Kind switch
    {
        CelKind.Unknown or CelKind.Error => null,
        CelKind.Bool => EvidenceValue.Of(value.IsTrue),
        CelKind.Int or CelKind.Uint or CelKind.Decimal => EvidenceValue.Of(value.Number),
        CelKind.Double when CelEquality.TryDecimal(value.AsDouble, out var number) => EvidenceValue.Of(number),
        CelKind.Money => EvidenceValue.Of(value.Money!.Value),
        CelKind.String => EvidenceValue.Of(value.Text),
        CelKind.List => new EvidenceValue.List(string.Join(", ", value.List!.Take(20).Select(Plain)) + (value.List!.Count > 20 ? ", …" : string.Empty)),
        _ => EvidenceValue.Of(value.ToString()),
    };

    private static string Plain(CelValue value) => value.Kind == CelKind.String ? value.Text : value.ToString();
}
