using System.Collections.Immutable;

namespace StoreOps.Rules.Expressions;

/// <summary>A type of the expression language: what a fact is declared as, and what an expression was found to give.</summary>
/// <remarks>Immutable. Equality compares whole types. <see cref="ToString"/> writes the type as CEL's documents do, for example "map(string, int)".</remarks>
public sealed class CelType : IEquatable<CelType>
{
    private readonly CelType[] _parameters;

    private CelType(string name, CelKind? kind, params CelType[] parameters)
    {
        Name = name;
        Kind = kind;
        _parameters = parameters;
    }

    /// <summary>Gets the type of which nothing is known before the expression is asked.</summary>
    public static CelType Dyn { get; } = new("dyn", null);

    /// <summary>Gets the type of null.</summary>
    public static CelType Null { get; } = new("null_type", CelKind.Null);

    /// <summary>Gets yes or no.</summary>
    public static CelType Bool { get; } = new("bool", CelKind.Bool);

    /// <summary>Gets whole numbers of 64 bits.</summary>
    public static CelType Int { get; } = new("int", CelKind.Int);

    /// <summary>Gets whole numbers of 64 bits without sign.</summary>
    public static CelType Uint { get; } = new("uint", CelKind.Uint);

    /// <summary>Gets binary floating-point numbers.</summary>
    public static CelType Double { get; } = new("double", CelKind.Double);

    /// <summary>Gets exact decimal numbers; amounts are in units of the shop's currency.</summary>
    public static CelType Decimal { get; } = new("decimal", CelKind.Decimal);

    /// <summary>Gets amounts of money with their currency.</summary>
    public static CelType Money { get; } = new("money", CelKind.Money);

    /// <summary>Gets texts.</summary>
    public static CelType String { get; } = new("string", CelKind.String);

    /// <summary>Gets bytes.</summary>
    public static CelType Bytes { get; } = new("bytes", CelKind.Bytes);

    /// <summary>Gets moments.</summary>
    public static CelType Timestamp { get; } = new("google.protobuf.Timestamp", CelKind.Timestamp);

    /// <summary>Gets lengths of time.</summary>
    public static CelType Duration { get; } = new("google.protobuf.Duration", CelKind.Duration);

    /// <summary>Gets addresses of the Internet Protocol.</summary>
    public static CelType IpAddress { get; } = new("net.IP", CelKind.IpAddress);

    /// <summary>Gets blocks of addresses of the Internet Protocol.</summary>
    public static CelType IpRange { get; } = new("net.CIDR", CelKind.IpRange);

    /// <summary>Gets lists of texts.</summary>
    public static CelType StringList { get; } = List(String);

    /// <summary>Gets the name, without parameters.</summary>
    /// <value>As <c>type(x)</c> shows it, for example "list".</value>
    public string Name { get; }

    /// <summary>Gets what values of the type hold.</summary>
    /// <value>Null for <see cref="Dyn"/>.</value>
    public CelKind? Kind { get; }

    /// <summary>Gets the types that the type is made of: the element of a list, the key and the value of a map.</summary>
    public IReadOnlyList<CelType> Parameters => _parameters;

    /// <summary>Gets the members of a record, with what each means.</summary>
    /// <value>Empty for every other type.</value>
    public ImmutableArray<Fact> Members { get; private init; } = [];

    internal string? RecordName { get; private init; }

    internal bool IsRecord => RecordName is not null;

    internal bool IsVariable => Name.Length > 0 && Name[0] == '\'';

    internal bool IsDyn => ReferenceEquals(this, Dyn);

    internal bool IsNumber => Kind is CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.Decimal;

    /// <summary>Makes the type of a list.</summary>
    /// <param name="element">The type of its elements.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="element"/> is null.</exception>
    public static CelType List(CelType element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new CelType("list", CelKind.List, element);
    }

    /// <summary>Makes the type of a map.</summary>
    /// <param name="key">The type of its keys: bool, int, uint, string or dyn.</param>
    /// <param name="value">The type of its values.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentNullException">A type is null.</exception>
    public static CelType Map(CelType key, CelType value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return new CelType("map", CelKind.Map, key, value);
    }

    /// <summary>Makes the type of a record: a map from names to values of which every member is declared.</summary>
    /// <param name="name">What messages call it, for example "line".</param>
    /// <param name="members">The members, each name once. One without a value is absent: <c>has(line.price)</c> is then false.</param>
    /// <returns>The type. A member that is not declared is an issue when an expression is compiled.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public static CelType Record(string name, IEnumerable<Fact> members)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(members);
        ImmutableArray<Fact> all = [.. members];
        FactSchema.SlotsOf(all, nameof(members));
        return new CelType("map", CelKind.Map, String, Dyn) { RecordName = name, Members = all };
    }

    /// <summary>Makes the type of a value that may be absent.</summary>
    /// <param name="value">The type of the value.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static CelType Optional(CelType value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CelType("optional_type", CelKind.Optional, value);
    }

    /// <summary>Makes the type of a type, for example of the name "int".</summary>
    /// <param name="named">The type that is named.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="named"/> is null.</exception>
    public static CelType Type(CelType named)
    {
        ArgumentNullException.ThrowIfNull(named);
        return new CelType("type", CelKind.Type, named);
    }

    /// <inheritdoc/>
    public bool Equals(CelType? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || Kind != other.Kind || Name != other.Name || _parameters.Length != other._parameters.Length || !HasSameMembers(other))
            return false;
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (!_parameters[i].Equals(other._parameters[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = StringComparer.Ordinal.GetHashCode(Name);
        foreach (var parameter in _parameters)
            hash = unchecked((hash * 31) + parameter.GetHashCode());
        return hash;
    }

    /// <summary>Returns the type as written in CEL's documents.</summary>
    /// <returns>For example "list(string)".</returns>
    public override string ToString() => RecordName ?? Kind switch
    {
        CelKind.List or CelKind.Map or CelKind.Optional or CelKind.Type when _parameters.Length > 0 =>
            Name + "(" + string.Join(", ", _parameters.Select(parameter => parameter.ToString())) + ")",
        CelKind.Timestamp => "timestamp",
        CelKind.Duration => "duration",
        CelKind.Null => "null",
        _ => Name,
    };

    // A type that inference is still to find; the quote keeps it apart from every name.
    internal static CelType Variable(string name) => new("'" + name, null);

    internal CelType With(CelType[] parameters) => IsRecord ? this : new(Name, Kind, parameters);

    internal Fact? Member(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    private bool HasSameMembers(CelType other)
    {
        if (RecordName != other.RecordName || Members.Length != other.Members.Length)
            return false;
        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].Name != other.Members[i].Name || !Members[i].Type.Equals(other.Members[i].Type))
                return false;
        }

        return true;
    }

    internal CelType this[int index] => _parameters[index];
}
