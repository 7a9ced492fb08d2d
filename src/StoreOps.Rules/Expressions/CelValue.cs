using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Expressions;

/// <summary>A value of the expression language: what facts are set to and what expressions give.</summary>
/// <remarks>
/// <para>The default value is "not known". Numbers, yes and no, moments and lengths of time are held without allocating.</para>
/// <para>Equality is the language's own: 1, 1u, 1.0 and a decimal 1.00 are equal, values of other different kinds are not; in lists and maps
/// likewise. One thing differs, so that values can be keys: "not a number" equals itself here, and does not in an expression.</para>
/// </remarks>
public readonly partial struct CelValue : IEquatable<CelValue>
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly int Extra;

    internal CelValue(CelKind kind, long bits, object? reference = null, int extra = 0)
    {
        Reference = reference;
        Bits = bits;
        Extra = extra;
        Kind = kind;
    }

    /// <summary>Gets the value of a fact that is not known.</summary>
    public static CelValue Unknown => default;

    /// <summary>Gets null.</summary>
    public static CelValue Null => new(CelKind.Null, 0);

    /// <summary>Gets what the value holds.</summary>
    public CelKind Kind { get; }

    /// <summary>Gets a value indicating whether the value is known: neither <see cref="CelKind.Unknown"/> nor an error.</summary>
    public bool IsKnown => Kind > CelKind.Error;

    /// <summary>Gets a value indicating whether this is <see cref="CelKind.Bool"/> and true.</summary>
    public bool IsTrue => Kind == CelKind.Bool && Bits != 0;

    /// <summary>Gets the number of an <see cref="CelKind.Int"/>, <see cref="CelKind.Uint"/> or <see cref="CelKind.Decimal"/>, or the amount of a <see cref="CelKind.Money"/>.</summary>
    /// <value>0 for every other kind.</value>
    public decimal Number => Kind switch
    {
        CelKind.Int => Bits,
        CelKind.Uint => unchecked((ulong)Bits),
        CelKind.Decimal => ToDecimal(),
        CelKind.Money => ((Money)Reference!).Amount,
        _ => 0m,
    };

    /// <summary>Gets the number of a <see cref="CelKind.Double"/>.</summary>
    /// <value>0 for every other kind.</value>
    public double DoubleNumber => Kind == CelKind.Double ? AsDouble : 0d;

    /// <summary>Gets the text of a <see cref="CelKind.String"/>.</summary>
    /// <value>An empty text for every other kind.</value>
    public string Text => Kind == CelKind.String ? (string)Reference! : string.Empty;

    /// <summary>Gets the values of a <see cref="CelKind.List"/>.</summary>
    /// <value>Null for every other kind.</value>
    public CelList? List => Reference as CelList;

    /// <summary>Gets the entries of a <see cref="CelKind.Map"/>.</summary>
    /// <value>Null for every other kind.</value>
    public CelMap? Map => Reference as CelMap;

    /// <summary>Gets the bytes of a <see cref="CelKind.Bytes"/>.</summary>
    /// <value>None for every other kind.</value>
    public ImmutableArray<byte> Bytes => Reference is byte[] bytes ? [.. bytes] : [];

    /// <summary>Gets the moment of a <see cref="CelKind.Timestamp"/>.</summary>
    /// <value>Null for every other kind.</value>
    public Instant? Timestamp => Kind == CelKind.Timestamp ? AsInstant : null;

    /// <summary>Gets the length of a <see cref="CelKind.Duration"/>.</summary>
    /// <value>Null for every other kind.</value>
    public Duration? Duration => Kind == CelKind.Duration ? NodaTime.Duration.FromNanoseconds(Bits) : null;

    /// <summary>Gets the amount of a <see cref="CelKind.Money"/>.</summary>
    /// <value>Null for every other kind.</value>
    public Money? Money => Reference is Money money ? money : null;

    /// <summary>Gets the type that a <see cref="CelKind.Type"/> names.</summary>
    /// <value>Null for every other kind.</value>
    public CelType? NamedType => Reference as CelType;

    /// <summary>Gets the value in a <see cref="CelKind.Optional"/>.</summary>
    /// <value>Null when there is none, and for every other kind.</value>
    public CelValue? OptionalValue => Kind == CelKind.Optional && Reference is StrongBox box ? box.Value : null;

    /// <summary>Gets what went wrong.</summary>
    /// <value>Null unless the kind is <see cref="CelKind.Error"/>.</value>
    public CelError? Error => Reference as CelError;

    internal double AsDouble => BitConverter.Int64BitsToDouble(Bits);

    internal ulong AsUlong => unchecked((ulong)Bits);

    internal byte[] AsBytes => (byte[])Reference!;

    internal Instant AsInstant => Instant.FromUnixTimeSeconds(Bits).PlusNanoseconds(Extra);

    /// <summary>Tells whether two values are equal in the language.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(CelValue left, CelValue right) => left.Equals(right);

    /// <summary>Tells whether two values differ in the language.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(CelValue left, CelValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(CelValue other) => CelEquality.Instance.Equals(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => CelEquality.Instance.GetHashCode(this);

    /// <summary>Returns the value as it would be written in an expression.</summary>
    /// <returns>For example <c>[1, 'a']</c>; "unknown" and "error: ..." for what cannot be written.</returns>
    public override string ToString() => CelText.Of(this);

    internal decimal ToDecimal() => Reference is decimal wide ? wide : new decimal(
        unchecked((int)Magnitude), unchecked((int)(Magnitude >> 32)), 0, Bits < 0, unchecked((byte)Extra));

    private ulong Magnitude => Bits < 0 ? unchecked((ulong)-Bits) : (ulong)Bits;

    internal sealed class StrongBox(CelValue value)
    {
        public CelValue Value => value;
    }
}
