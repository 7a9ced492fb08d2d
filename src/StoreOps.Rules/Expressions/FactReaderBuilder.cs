using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Expressions;

/// <summary>Declares facts, each with the function that reads it from an object of the host.</summary>
/// <remarks>
/// A function that gives null means "not known"; in a record, that the member is absent. Where the schema is given, the names must be of it and
/// its types and documents hold. Not safe for several threads at once; the reader it makes is.
/// </remarks>
/// <typeparam name="T">What the host knows in one situation.</typeparam>
public sealed class FactReaderBuilder<T>
{
    private readonly FactSchema? _schema;
    private readonly List<Fact> _facts = [];
    private readonly List<Func<T, CelValue>> _readers = [];

    internal FactReaderBuilder(FactSchema? schema) => _schema = schema;

    /// <summary>Adds a fact that is yes or no.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, bool?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.Bool, source => read(source) is { } value ? CelValue.Of(value) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a fact that is a whole number.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, long?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.Int, source => read(source) is { } value ? CelValue.Of(value) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a fact that is an exact number.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, decimal?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.Decimal, source => read(source) is { } value ? CelValue.Of(value) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a fact that is a text.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, string?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.String, source => CelValue.Of(read(source)), doc, example);
    }

    /// <summary>Adds a fact that is several texts.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, ImmutableArray<string>> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.StringList, source => read(source) is { IsDefault: false } values ? CelValue.Of(values) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a fact that is an amount with its currency.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, Money?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.Money, source => read(source) is { } value ? CelValue.Of(value) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a fact that is a moment.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, Instant?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.Timestamp, source => read(source) is { } value ? CelValue.Of(value) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a fact that is a length of time.</summary>
    /// <param name="name">The name as written in a condition, for example "customer.visits".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="doc">What it means, with its unit; null for the name, or for what the given schema says.</param>
    /// <param name="example">A value that it may have; unknown for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException">The given schema has no such fact, or has it with another type.</exception>
    public FactReaderBuilder<T> Fact(string name, Func<T, Duration?> read, LocalizedText? doc = null, CelValue example = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, CelType.Duration, source => read(source) is { } value ? CelValue.Of(value) : CelValue.Unknown, doc, example);
    }

    /// <summary>Adds a record: an object of the host with declared members.</summary>
    /// <typeparam name="TRecord">The object.</typeparam>
    /// <param name="name">The name, for example "vehicle".</param>
    /// <param name="read">Reads it; null is "not known".</param>
    /// <param name="members">Declares the members; a condition that asks for another is an issue when it is compiled.</param>
    /// <param name="doc">What it means; null for the name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="doc"/> is null.</exception>
    /// <exception cref="ArgumentException">A member stands twice, or the given schema has another type.</exception>
    public FactReaderBuilder<T> Record<TRecord>(
        string name, Func<T, TRecord?> read, Action<FactReaderBuilder<TRecord>> members, LocalizedText? doc = null)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var shape = Shape(name, members);
        return Add(name, shape.Type, source => read(source) is { } record ? shape.Value(record) : CelValue.Unknown, doc, default);
    }

    /// <summary>Adds a list of records, for example the lines of an order.</summary>
    /// <typeparam name="TRecord">The objects.</typeparam>
    /// <param name="name">The name, for example "order.lines".</param>
    /// <param name="read">Reads them; null is "not known". The list must not change while an expression is asked about it.</param>
    /// <param name="members">Declares the members of each.</param>
    /// <param name="doc">What they mean; null for the name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="doc"/> is null.</exception>
    /// <exception cref="ArgumentException">A member stands twice, or the given schema has another type.</exception>
    public FactReaderBuilder<T> Records<TRecord>(
        string name, Func<T, IReadOnlyList<TRecord>?> read, Action<FactReaderBuilder<TRecord>> members, LocalizedText? doc = null)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var shape = Shape(name, members);
        return Add(
            name,
            CelType.List(shape.Type),
            source => read(source) is { } records ? CelValue.Of(new HostRecordList<TRecord>(shape, records)) : CelValue.Unknown,
            doc,
            default);
    }

    /// <summary>Makes the reader.</summary>
    /// <returns>The reader; its schema is the given one, or one of the facts that were added.</returns>
    /// <exception cref="ArgumentException">A name was added twice, or an example is of another type than its fact.</exception>
    public FactReader<T> Build()
    {
        var own = new FactSchema(_facts);
        var schema = _schema ?? own;
        var slots = new int[_facts.Count];
        for (var i = 0; i < slots.Length; i++)
            schema.TryFind(_facts[i].Name, out slots[i]);
        return new FactReader<T>(schema, slots, [.. _readers]);
    }

    private static HostRecordShape<TRecord> Shape<TRecord>(string name, Action<FactReaderBuilder<TRecord>> members)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(members);
        var builder = new FactReaderBuilder<TRecord>(null);
        members(builder);
        return new HostRecordShape<TRecord>(CelType.Record(name, builder._facts), [.. builder._readers]);
    }

    private FactReaderBuilder<T> Add(string name, CelType type, Func<T, CelValue> read, LocalizedText? doc, CelValue example)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_schema is not null)
        {
            if (!_schema.TryFind(name, out var slot))
                throw new ArgumentException("The fact \"" + name + "\" is not declared.", nameof(name));
            var declared = _schema.Facts[slot].Type;
            // A whole number may stand where a decimal is declared, as in a condition.
            if (!declared.Equals(type) && !declared.IsDyn && !(declared.Kind == CelKind.Decimal && type.Kind == CelKind.Int))
                throw new ArgumentException("The fact \"" + name + "\" is declared as " + declared + "; it is read as " + type + ".", nameof(name));
        }

        _facts.Add(new Fact(name, type, doc ?? new LocalizedText(name, name)) { Example = example });
        _readers.Add(read);
        return this;
    }
}
