using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions;

/// <summary>The facts of one situation. Whatever is not set is not known.</summary>
/// <remarks>Filled by its owner, then only read: not safe to fill from several threads.</remarks>
public sealed class FactSet
{
    /// <summary>Initializes a new instance of the <see cref="FactSet"/> class in which nothing is known.</summary>
    /// <param name="schema">The facts that may be set.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    public FactSet(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Values = new CelValue[schema.Facts.Length];
    }

    /// <summary>Gets the facts that may be set.</summary>
    public FactSchema Schema { get; }

    internal CelValue[] Values { get; }

    /// <summary>Gets the value in a slot.</summary>
    /// <param name="slot">The slot, from 0.</param>
    /// <returns>The value, known or not.</returns>
    public CelValue this[int slot] => Values[slot];

    /// <summary>Sets a fact.</summary>
    /// <param name="name">The name of a declared fact.</param>
    /// <param name="value">The value; <see cref="CelValue.Unknown"/> takes it back.</param>
    /// <returns>This set.</returns>
    /// <exception cref="ArgumentException">The fact is not declared, or the value is of another type.</exception>
    public FactSet Set(string name, CelValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Schema.TryFind(name, out var slot))
            throw new ArgumentException("The fact \"" + name + "\" is not declared.", nameof(name));
        var declared = Schema.Facts[slot].Type;
        if (value.Kind != CelKind.Unknown && !Kinds.IsOf(value, declared))
            throw new ArgumentException("The fact \"" + name + "\" is declared as " + declared + "; the value was " + value + ".", nameof(value));
        Values[slot] = value;
        return this;
    }
}
