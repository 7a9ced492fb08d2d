using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Expressions;

/// <summary>A condition of the rule pack, checked against the declared facts and ready to ask. Immutable; safe for many threads.</summary>
/// <remarks>Made by a <see cref="ConditionCompiler"/>. Equality is by reference.</remarks>
public sealed class Condition
{
    private readonly Node _root;
    private readonly FactSchema _schema;

    internal Condition(string source, FactSchema schema, Node root)
    {
        Source = source;
        _schema = schema;
        _root = root;
    }

    /// <summary>Gets the condition as written.</summary>
    public string Source { get; }

    /// <summary>Tells whether the condition holds. Allocates nothing.</summary>
    /// <param name="facts">The facts, of the schema it was compiled for.</param>
    /// <returns>True, false, or unknown where a fact that decides is not known.</returns>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public Verdict Evaluate(FactSet facts)
    {
        Check(facts);
        var value = _root.Value(facts);
        return !value.IsKnown ? Verdict.Unknown : value.IsTrue ? Verdict.True : Verdict.False;
    }

    /// <summary>Tells whether the condition holds, with every comparison that was made.</summary>
    /// <param name="facts">The facts, of the schema it was compiled for.</param>
    /// <returns>A tree whose outcome says the same as <see cref="Evaluate"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public Evidence Explain(FactSet facts)
    {
        Check(facts);
        return _root.Explain(facts);
    }

    /// <summary>Returns the condition as written.</summary>
    /// <returns>The source.</returns>
    public override string ToString() => Source;

    private void Check(FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Schema, _schema))
            throw new ArgumentException("The facts are of another schema than the condition was compiled for.", nameof(facts));
    }
}
