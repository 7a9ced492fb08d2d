using System.Collections.Immutable;

using StoreOps.Rules.Expressions.Nodes;

namespace StoreOps.Rules.Expressions;

/// <summary>All facts that conditions may ask about. Immutable; a fact's slot is its place in the list.</summary>
public sealed class FactSchema
{
    private readonly Dictionary<string, int> _slots;

    /// <summary>Initializes a new instance of the <see cref="FactSchema"/> class.</summary>
    /// <param name="facts">The facts, each name once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice, or an example is of another type than its fact.</exception>
    public FactSchema(IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Facts = [.. facts];
        _slots = SlotsOf(Facts, nameof(facts));
    }

    /// <summary>Gets the facts in the order of their slots.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>Finds the slot of a fact.</summary>
    /// <param name="name">The name.</param>
    /// <param name="slot">Receives the slot.</param>
    /// <returns>Whether the fact is declared.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool TryFind(string name, out int slot) => _slots.TryGetValue(name, out slot);

    /// <summary>Starts a schema of facts that are read from objects of the host, each by a function of its own.</summary>
    /// <typeparam name="T">What the host knows in one situation, for example its order or a tuple of several objects.</typeparam>
    /// <returns>A builder; it declares each fact with the function that reads it.</returns>
    public static FactReaderBuilder<T> For<T>() => new(null);

    /// <summary>Starts a reader of the facts that are declared here, for example of <see cref="Packs.StandardFacts"/>.</summary>
    /// <typeparam name="T">What the host knows in one situation.</typeparam>
    /// <returns>A builder; what it is given no function for stays unknown.</returns>
    public FactReaderBuilder<T> ReaderOf<T>() => new(this);

    internal static Dictionary<string, int> SlotsOf(ImmutableArray<Fact> facts, string argument)
    {
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var slot = 0; slot < facts.Length; slot++)
        {
            var fact = facts[slot];
            if (slots.ContainsKey(fact.Name))
                throw new ArgumentException("A fact is declared once; \"" + fact.Name + "\" was there twice.", argument);
            if (fact.Example.Kind != CelKind.Unknown && !Kinds.IsOf(fact.Example, fact.Type))
                throw new ArgumentException("The fact \"" + fact.Name + "\" is declared as " + fact.Type + "; its example was " + fact.Example + ".", argument);
            slots.Add(fact.Name, slot);
        }

        return slots;
    }
}
