using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions;

/// <summary>All facts that conditions may ask about. Immutable; a fact's slot is its place in the list.</summary>
public sealed class FactSchema
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="FactSchema"/> class.</summary>
    /// <param name="facts">The facts, each name once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public FactSchema(IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Facts = [.. facts];
        for (var slot = 0; slot < Facts.Length; slot++)
        {
            if (_slots.ContainsKey(Facts[slot].Name))
                throw new ArgumentException("A fact is declared once; \"" + Facts[slot].Name + "\" was there twice.", nameof(facts));
            _slots.Add(Facts[slot].Name, slot);
        }
    }

    /// <summary>Gets the facts in the order of their slots.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>Finds the slot of a fact.</summary>
    /// <param name="name">The name.</param>
    /// <param name="slot">Receives the slot.</param>
    /// <returns>Whether the fact is declared.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool TryFind(string name, out int slot) => _slots.TryGetValue(name, out slot);
}
