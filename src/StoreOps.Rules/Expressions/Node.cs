using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions;

/// <summary>A checked part of a condition. Immutable; evaluated without allocating.</summary>
internal abstract class Node
{
    /// <summary>Gets the type of the value.</summary>
    public abstract FactType Type { get; }

    /// <summary>Gets how many parts the node stands for, those behind names included.</summary>
    public abstract int Weight { get; }

    /// <summary>Gets how deep the parts are nested.</summary>
    public virtual int Depth => 1;

    public abstract FactValue Value(FactSet facts);

    /// <summary>Explains a node of type bool.</summary>
    public abstract Evidence Explain(FactSet facts);

    protected static Verdict VerdictOf(FactValue value) => !value.IsKnown ? Verdict.Unknown : value.IsTrue ? Verdict.True : Verdict.False;

    protected static FactValue ValueOf(Verdict verdict) => verdict == Verdict.Unknown ? FactValue.Unknown : FactValue.Of(verdict == Verdict.True);

    protected static EvidenceOutcome OutcomeOf(FactValue value) => VerdictOf(value) switch
    {
        Verdict.True => EvidenceOutcome.Met,
        Verdict.False => EvidenceOutcome.NotMet,
        _ => EvidenceOutcome.Unknown,
    };

    protected static EvidenceValue? Show(FactValue value)
    {
        if (!value.IsKnown)
            return null;
        return value.Type switch
        {
            FactType.Bool => EvidenceValue.Of(value.IsTrue),
            FactType.Text => EvidenceValue.Of(value.Text),
            FactType.TextList => new EvidenceValue.List(string.Join(", ", value.TextArray)),
            _ => EvidenceValue.Of(value.Number),
        };
    }
}
