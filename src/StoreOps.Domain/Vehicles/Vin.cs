#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace StoreOps.Domain.Vehicles;

/// <summary>A vehicle identification number of ISO 3779: seventeen digits and letters.</summary>
/// <remarks>
/// <para>Held as two numbers, without a string; <see cref="ToString"/> makes one. The default value is no VIN: its members throw
/// <see cref="InvalidOperationException"/>.</para>
/// <para>A wrong check digit does not make a text less of a VIN: many markets do not use it. <see cref="HasValidCheckDigit"/> tells.</para>
/// </remarks>
public readonly record struct Vin : IComparable<Vin>, IComparable
#if NET
    , ISpanParsable<Vin>, System.Numerics.IComparisonOperators<Vin, Vin, bool>
#endif
{
    /// <summary>The number of characters.</summary>
    public const int Length = 17;

    // Positions 1 to 9 and 10 to 17, six bits each: a digit is 1 to 10 and a letter 11 to 36, so that zero is no character and
    // comparing the numbers compares the texts ordinally.
    private readonly ulong _head;
    private readonly ulong _tail;

    private Vin(ulong head, ulong tail)
    {
        _head = head;
        _tail = tail;
    }

    /// <summary>Gets the check digit as it stands at position 9.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public char CheckDigit => this[9];

    /// <summary>Gets the check digit that the other characters call for.</summary>
    /// <value>A digit or X. Source: ISO 3779 annex, 49 CFR 565.15 (c), GB 16735-2019.</value>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public char ExpectedCheckDigit
    {
        get
        {
            ThrowIfDefault();
            var sum = 0;
            var head = _head;
            for (var position = 9; position >= 1; position--, head >>= 6)
                sum += VinAlphabet.Values[(int)(head & 63)] * VinAlphabet.Weights[position - 1];
            var tail = _tail;
            for (var position = 17; position >= 10; position--, tail >>= 6)
                sum += VinAlphabet.Values[(int)(tail & 63)] * VinAlphabet.Weights[position - 1];
            var remainder = sum % 11;
            return remainder == 10 ? 'X' : (char)('0' + remainder);
        }
    }

    /// <summary>Gets a value indicating whether the check digit is the one that the other characters call for.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public bool HasValidCheckDigit => CheckDigit == ExpectedCheckDigit;

    /// <summary>Gets a value indicating whether the maker builds so few vehicles that positions 12 to 14 belong to its identifier.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public bool IsSmallMaker => this[3] == '9';

    /// <summary>Gets the world manufacturer identifier: positions 1 to 3.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Wmi
    {
        get
        {
            ThrowIfDefault();
            return ToText(3);
        }
    }

    /// <summary>Gets what identifies the manufacturer: <see cref="Wmi"/>, and for a small maker positions 12 to 14 too.</summary>
    /// <value>Three characters, or six where position 3 is a 9. Source: ISO 3780, GB 16737-2019.</value>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string MakerCode => IsSmallMaker ? VinAlphabet.Unpack(SmallMakerKey) : Wmi;

    internal bool IsDefault => _head == 0;

    /// <summary>Gets the character at a position.</summary>
    /// <param name="position">From 1 to 17, as the standard counts.</param>
    /// <returns>A digit or a capital letter.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is below 1 or above 17.</exception>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public char this[int position]
    {
        get
        {
            ThrowIfDefault();
            ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
            var code = position <= 9 ? _head >> (6 * (9 - position)) : _tail >> (6 * (17 - position));
            return VinAlphabet.ToCharacter((int)(code & 63));
        }
    }

    /// <summary>Reads a VIN; small letters count as capitals, and white space around it does not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vin">Receives the VIN; the default value on failure.</param>
    /// <returns>Whether the text is a VIN. Nothing is repaired: an O is not taken for a zero.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Vin vin) => TryParse(text, out vin, out _);

    /// <summary>Reads a VIN, and says what is wrong where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vin">Receives the VIN; the default value on failure.</param>
    /// <param name="problem">Receives what is wrong; nothing on success.</param>
    /// <returns>Whether the text is a VIN.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Vin vin, out VinProblem problem)
    {
        vin = default;
        problem = default;
        text = text.Trim();
        if (text.Length != Length)
        {
            problem = new VinProblem(VinProblemKind.Length, text.Length, default);
            return false;
        }

        ulong head = 0;
        ulong tail = 0;
        for (var i = 0; i < Length; i++)
        {
            var character = text[i];
            var code = character < 128 ? VinAlphabet.Codes[character] : (byte)0;
            if (code == 0)
            {
                problem = new VinProblem(VinProblemKind.Character, i + 1, character);
                return false;
            }

            if (i < 9)
                head = (head << 6) | code;
            else
                tail = (tail << 6) | code;
        }

        vin = new Vin(head, tail);
        return true;
    }

    /// <summary>Reads a VIN.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The VIN.</returns>
    /// <exception cref="FormatException">The text is no VIN; the message says where.</exception>
    public static Vin Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var vin, out var problem) ? vin : throw new FormatException(problem.ToString());

    /// <summary>Reads a VIN.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The VIN.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is no VIN; the message says where.</exception>
    public static Vin Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

#if NET
    // A VIN is the same in every culture, so the provider has nothing to say.
    static Vin IParsable<Vin>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Vin ISpanParsable<Vin>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Vin>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Vin result) => TryParse(s.AsSpan(), out result);

    static bool ISpanParsable<Vin>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Vin result) => TryParse(s, out result);
#endif

    /// <inheritdoc/>
    public int CompareTo(Vin other) => _head != other._head ? _head.CompareTo(other._head) : _tail.CompareTo(other._tail);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Vin other => CompareTo(other),
        _ => throw new ArgumentException("A VIN compares only with a VIN.", nameof(obj)),
    };

    /// <summary>Tells whether the left VIN comes first, compared ordinally.</summary>
    public static bool operator <(Vin left, Vin right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the left VIN comes last, compared ordinally.</summary>
    public static bool operator >(Vin left, Vin right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the left VIN comes first or is the same.</summary>
    public static bool operator <=(Vin left, Vin right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the left VIN comes last or is the same.</summary>
    public static bool operator >=(Vin left, Vin right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the whole VIN. It is personal data where it leads to an owner: for logs use <see cref="ToLogString"/>.</summary>
    /// <returns>Seventeen characters; an empty text for the default value.</returns>
    public override string ToString() => IsDefault ? string.Empty : ToText(Length);

    /// <summary>Returns the VIN without the serial number, for logs.</summary>
    /// <returns>The first eleven characters and six stars; an empty text for the default value.</returns>
    public string ToLogString() => IsDefault ? string.Empty : ToText(11) + "******";

    internal ulong WmiKey => _head >> 36;

    internal ulong SmallMakerKey => (WmiKey << 18) | ((_tail >> 18) & 0x3FFFF);

    private string ToText(int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
            text[i] = this[i + 1];
        return new string(text);
    }

    private void ThrowIfDefault()
    {
        if (_head == 0)
            throw new InvalidOperationException("default(Vin) is no VIN; use Vin.TryParse.");
    }
}
