namespace StoreOps.Rules.Expressions;

/// <summary>Reads facts from objects of the host: each by a function of its own, without reflection. Immutable; safe for many threads.</summary>
/// <remarks>
/// Reading numbers, yes and no, texts, moments and lengths of time allocates nothing; an amount of money and a list cost one small object each.
/// Records are not copied: their members are read when a condition asks for them.
/// </remarks>
/// <typeparam name="T">What the host knows in one situation.</typeparam>
public sealed class FactReader<T>
{
    private readonly int[] _slots;
    private readonly Func<T, CelValue>[] _readers;

    internal FactReader(FactSchema schema, int[] slots, Func<T, CelValue>[] readers)
    {
        Schema = schema;
        _slots = slots;
        _readers = readers;
    }

    /// <summary>Gets the facts.</summary>
    public FactSchema Schema { get; }

    /// <summary>Reads every fact that there is a function for; the others keep what they have.</summary>
    /// <param name="source">What the host knows.</param>
    /// <param name="facts">Receives the facts; one set may be used again and again.</param>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema.</exception>
    public void Read(T source, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Schema, Schema))
            throw new ArgumentException("The facts are of another schema than the reader.", nameof(facts));
        for (var i = 0; i < _slots.Length; i++)
            facts.Values[_slots[i]] = _readers[i](source);
    }

    /// <summary>Reads a situation.</summary>
    /// <param name="source">What the host knows.</param>
    /// <returns>The facts; those that there is no function for are not known.</returns>
    public FactSet Read(T source)
    {
        var facts = new FactSet(Schema);
        Read(source, facts);
        return facts;
    }
}
