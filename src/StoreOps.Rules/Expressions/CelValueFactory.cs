using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Expressions;

/// <content>How values are made.</content>
public readonly partial struct CelValue
{
    /// <summary>Wraps yes or no.</summary>
    /// <param name="value">True for yes.</param>
    /// <returns>The value.</returns>
    public static CelValue Of(bool value) => new(CelKind.Bool, value ? 1 : 0);

    /// <summary>Wraps a whole number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static CelValue Of(long value) => new(CelKind.Int, value);

    /// <summary>Wraps a whole number without sign.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static CelValue Of(ulong value) => new(CelKind.Uint, unchecked((long)value));

    /// <summary>Wraps a binary floating-point number. Amounts are never of this kind.</summary>
    /// <param name="value">The number; infinities and "not a number" included.</param>
    /// <returns>The value.</returns>
    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Wraps an exact decimal number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value; it allocates only when the digits do not fit 63 bits.</returns>
    public static CelValue Of(decimal value)
    {
#if NET
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
#else
        var parts = decimal.GetBits(value);
#endif
        var scale = (parts[3] >> 16) & 0xff;
        if (parts[2] != 0 || parts[1] < 0)
            return new CelValue(CelKind.Decimal, 0, value);
        var magnitude = ((long)parts[1] << 32) | unchecked((uint)parts[0]);
        return new CelValue(CelKind.Decimal, parts[3] < 0 ? -magnitude : magnitude, null, scale);
    }

    /// <summary>Wraps an amount of money.</summary>
    /// <param name="value">The amount.</param>
    /// <returns>The value.</returns>
    public static CelValue Of(Money value) => new(CelKind.Money, 0, value);

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text; null for "not known".</param>
    /// <returns>The value.</returns>
    public static CelValue Of(string? value) => value is null ? default : new CelValue(CelKind.String, 0, value);

    /// <summary>Wraps several texts.</summary>
    /// <param name="values">The texts.</param>
    /// <returns>The value.</returns>
    public static CelValue Of(ImmutableArray<string> values) =>
        new(CelKind.List, 0, new CelList.OfStrings(values.IsDefault ? [] : values.ToArray()));

    /// <summary>Wraps bytes.</summary>
    /// <param name="value">The bytes; they are copied.</param>
    /// <returns>The value.</returns>
    public static CelValue OfBytes(ReadOnlySpan<byte> value) => new(CelKind.Bytes, 0, value.ToArray());

    /// <summary>Wraps a moment.</summary>
    /// <param name="value">From the year 1 to the year 9999.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies outside these years.</exception>
    public static CelValue Of(Instant value)
    {
        var seconds = value.ToUnixTimeSeconds();
        if (seconds is < TimeRange.MinSeconds or > TimeRange.MaxSeconds)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A moment lies in the years 1 to 9999.");
        return new CelValue(CelKind.Timestamp, seconds, null, (int)(value - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds());
    }

    /// <summary>Wraps a length of time.</summary>
    /// <param name="value">The length; at most 292 years, either way.</param>
    /// <returns>The value.</returns>
    /// <exception cref="OverflowException">The length does not fit 64 bits of nanoseconds.</exception>
    public static CelValue Of(Duration value) => new(CelKind.Duration, value.ToInt64Nanoseconds());

    /// <summary>Wraps a type.</summary>
    /// <param name="value">The type.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static CelValue Of(CelType value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CelValue(CelKind.Type, 0, value);
    }

    /// <summary>Wraps several values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static CelValue Of(CelList values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new CelValue(CelKind.List, 0, values);
    }

    /// <summary>Wraps values by key.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static CelValue Of(CelMap entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new CelValue(CelKind.Map, 0, entries);
    }

    /// <summary>Makes a list.</summary>
    /// <param name="values">The values; they are copied.</param>
    /// <returns>The value.</returns>
    public static CelValue ListOf(ReadOnlySpan<CelValue> values) =>
        values.IsEmpty ? new(CelKind.List, 0, CelList.OfValues.Empty) : new(CelKind.List, 0, new CelList.OfValues(values.ToArray(), values.Length));

    /// <summary>Makes a map.</summary>
    /// <param name="entries">The entries, in the order in which expressions go through them.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">A key stands twice or is of another kind than bool, int, uint and string.</exception>
    public static CelValue MapOf(IReadOnlyList<KeyValuePair<CelValue, CelValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            if (!IsKey(entry.Key))
                throw new ArgumentException("A key is a bool, an int, a uint or a string; it was " + entry.Key + ".", nameof(entries));
        }

        var map = CelMap.OfEntries.From(entries) ?? throw new ArgumentException("A key stands once.", nameof(entries));
        return new CelValue(CelKind.Map, 0, map);
    }

    /// <summary>Makes a value that is there, where one may be absent.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static CelValue Some(CelValue value) => new(CelKind.Optional, 0, new StrongBox(value));

    /// <summary>Gets the absence of a value.</summary>
    public static CelValue None => new(CelKind.Optional, 0);

    internal static bool IsKey(CelValue key) => key.Kind is CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.String;

    internal static CelValue Failure(int offset, string detail) => new(CelKind.Error, 0, new CelError(offset, detail));

    internal static CelValue OfOwned(CelValue[] values, int count) => new(CelKind.List, 0, new CelList.OfValues(values, count));

    internal static CelValue OfOwned(byte[] bytes) => new(CelKind.Bytes, 0, bytes);

    internal static CelValue OfNanoseconds(long nanoseconds) => new(CelKind.Duration, nanoseconds);
}
