namespace StoreOps.Rules.Expressions;

/// <summary>What a <see cref="CelValue"/> holds.</summary>
public enum CelKind
{
    /// <summary>Not known: a fact that nobody has set, or what depends on one. The default.</summary>
    Unknown = 0,

    /// <summary>A failure, with its place in the source.</summary>
    Error = 1,

    /// <summary>Null.</summary>
    Null = 2,

    /// <summary>Yes or no.</summary>
    Bool = 3,

    /// <summary>A whole number of 64 bits.</summary>
    Int = 4,

    /// <summary>A whole number of 64 bits without sign.</summary>
    Uint = 5,

    /// <summary>A binary floating-point number of 64 bits (IEEE 754). Amounts are never of this kind.</summary>
    Double = 6,

    /// <summary>An exact decimal number.</summary>
    Decimal = 7,

    /// <summary>An amount of money with its currency.</summary>
    Money = 8,

    /// <summary>A text; its size counts Unicode code points.</summary>
    String = 9,

    /// <summary>Bytes.</summary>
    Bytes = 10,

    /// <summary>Several values in order.</summary>
    List = 11,

    /// <summary>Values by key.</summary>
    Map = 12,

    /// <summary>A type.</summary>
    Type = 13,

    /// <summary>A moment from the year 1 to the year 9999, to the nanosecond.</summary>
    Timestamp = 14,

    /// <summary>A length of time, to the nanosecond; at most 292 years.</summary>
    Duration = 15,

    /// <summary>A value or none.</summary>
    Optional = 16,

    /// <summary>An address of the Internet Protocol.</summary>
    IpAddress = 17,

    /// <summary>A block of addresses of the Internet Protocol.</summary>
    IpRange = 18,
}
