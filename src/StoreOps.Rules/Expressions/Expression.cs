using System.Collections.Immutable;

using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions;

/// <summary>An expression, checked against the declared facts and ready to ask. Immutable; safe for many threads.</summary>
/// <remarks>Made by a <see cref="ConditionCompiler"/>. Equality is by reference.</remarks>
public sealed class Expression
{
    private readonly FactSchema _schema;
    private readonly int _locals;
    private readonly long _maxCost;

    internal Expression(string source, CelSyntax syntax, FactSchema schema, Node root, CelType type, int locals, long maxCost)
    {
        Source = source;
        Syntax = syntax;
        Type = type;
        Root = root;
        _schema = schema;
        _locals = locals;
        _maxCost = maxCost;
    }

    /// <summary>Gets the expression as written.</summary>
    public string Source { get; }

    /// <summary>Gets the tree that was read.</summary>
    public CelSyntax Syntax { get; }

    /// <summary>Gets the type of the answer.</summary>
    /// <value><see cref="CelType.Dyn"/> where it depends on the facts.</value>
    public CelType Type { get; }

    internal Node Root { get; }

    /// <summary>Works out the answer.</summary>
    /// <param name="facts">The facts, of the schema it was compiled for.</param>
    /// <returns>The answer; <see cref="CelKind.Unknown"/> or <see cref="CelKind.Error"/> where there is none. Nothing is thrown for a wrong expression.</returns>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public CelValue Evaluate(FactSet facts)
    {
        var e = Start(facts);
        return Root.Value(ref e);
    }

    /// <summary>Returns the expression as written.</summary>
    /// <returns>The source.</returns>
    public override string ToString() => Source;

    internal Evaluation Start(FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Schema, _schema))
            throw new ArgumentException("The facts are of another schema than the expression was compiled for.", nameof(facts));
        return new Evaluation { Facts = facts.Values, Locals = _locals == 0 ? [] : new CelValue[_locals], Cost = _maxCost };
    }

    internal ImmutableArray<string> Names(List<int> slots) =>
        [.. slots.Distinct().Select(slot => _schema.Facts[slot].Name).OrderBy(name => name, StringComparer.Ordinal)];
}
