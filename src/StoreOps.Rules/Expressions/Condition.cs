using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions;

/// <summary>A condition of the rule pack: an expression that answers yes or no. Immutable; safe for many threads.</summary>
/// <remarks>Made by a <see cref="ConditionCompiler"/>. Equality is by reference.</remarks>
public sealed class Condition
{
    internal Condition(Expression expression) => Expression = expression;

    /// <summary>Gets the expression.</summary>
    public Expression Expression { get; }

    /// <summary>Gets the condition as written.</summary>
    public string Source => Expression.Source;

    /// <summary>Tells whether the condition holds. Allocates nothing, unless it has macros or makes texts or lists.</summary>
    /// <param name="facts">The facts, of the schema it was compiled for.</param>
    /// <returns>True, false, unknown where a fact that decides is not known, or error where it fails on these facts.</returns>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public Verdict Evaluate(FactSet facts)
    {
        var e = Expression.Start(facts);
        return Expression.Root.Test(ref e);
    }

    /// <summary>Tells whether the condition holds, and if that is open, on which facts it depends.</summary>
    /// <param name="facts">The facts that are known so far.</param>
    /// <returns>The answer; learning more facts never changes it from true or false.</returns>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public PartialVerdict EvaluatePartial(FactSet facts)
    {
        var e = Expression.Start(facts);
        e.Unknowns = [];
        var verdict = Expression.Root.Test(ref e);
        return new PartialVerdict(verdict, verdict == Verdict.Unknown ? Expression.Names(e.Unknowns!) : []);
    }

    /// <summary>Tells whether the condition holds, with every comparison that was made.</summary>
    /// <param name="facts">The facts, of the schema it was compiled for.</param>
    /// <returns>A tree whose outcome says the same as <see cref="Evaluate"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public Evidence Explain(FactSet facts)
    {
        var verdict = Evaluate(facts);
        var e = Expression.Start(facts);
        // Parts are asked again for what they show; that is not to make the whole fail where the answer itself did not.
        e.Cost *= 64;
        var evidence = Expression.Root.Explain(ref e);
        var outcome = Node.OutcomeOf(verdict);
        return evidence.Outcome == outcome ? evidence : evidence with { Outcome = outcome };
    }

    /// <summary>Returns the condition as written.</summary>
    /// <returns>The source.</returns>
    public override string ToString() => Source;
}
