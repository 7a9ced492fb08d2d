using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace StoreOps.Domain.Vehicles;

/// <summary>A license plate, normalized: capitals, without spaces, dots and hyphens.</summary>
/// <remarks>
/// A plate moves from car to car, so it identifies a vehicle only at a time. It is personal data: keep it out of logs.
/// Equality compares the normalized text ordinally.
/// </remarks>
public sealed record LicensePlate
{
    /// <summary>The longest plate accepted, normalized.</summary>
    public const int MaxLength = 12;

    // The characters of the 31 provinces, and of the uses that end a plate, in the order of GA 36-2018.
    private const string Provinces =
        "\u4EAC\u6D25\u5180\u664B\u8499\u8FBD\u5409\u9ED1\u6CAA\u82CF\u6D59\u7696\u95FD\u8D63\u9C81\u8C6B\u9102\u6E58\u7CA4\u6842\u743C\u6E1D\u5DDD\u8D35\u4E91\u85CF\u9655\u7518\u9752\u5B81\u65B0";

    private const string Uses = "\u5B66\u8B66\u6302\u6E2F\u6FB3\u9886\u4F7F\u8BD5\u8D85";

    private LicensePlate(string text, PlateKind kind)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>Gets the normalized text.</summary>
    /// <value>1 to <see cref="MaxLength"/> characters.</value>
    public string Text { get; }

    /// <summary>Gets the kind.</summary>
    public PlateKind Kind { get; }

    /// <summary>Reads a plate.</summary>
    /// <param name="text">The text; spaces, dots and hyphens do not count.</param>
    /// <param name="plate">Receives the plate; null on failure.</param>
    /// <returns>Whether anything of at most <see cref="MaxLength"/> letters and digits is left.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LicensePlate? plate)
    {
        plate = null;
        var normalized = new StringBuilder();
        foreach (var typed in text ?? string.Empty)
        {
            // Chinese input methods type full-width letters and digits (U+FF01 to U+FF5E).
            var character = typed is >= '\uFF01' and <= '\uFF5E' ? (char)(typed - '\uFF01' + '!') : typed;
            if (character is ' ' or '-' or '.' or '\u00B7' or '\u2022' or '\u3000' or '\u30FB')
                continue;
            if (!char.IsLetterOrDigit(character) || normalized.Length == MaxLength)
                return false;
            normalized.Append(char.ToUpperInvariant(character));
        }

        if (normalized.Length == 0)
            return false;
        var plain = normalized.ToString();
        plate = new LicensePlate(plain, KindOf(plain));
        return true;
    }

    /// <summary>Reads a plate.</summary>
    /// <param name="text">The text; spaces, dots and hyphens do not count.</param>
    /// <returns>The plate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">Nothing, too much or something else than letters and digits is left.</exception>
    public static LicensePlate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var plate)
            ? plate
            : throw new FormatException("A plate has 1 to 12 letters and digits; this text, of " + text.Length.ToString(CultureInfo.InvariantCulture) + " characters, has not.");
    }

    /// <summary>Returns the normalized text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    private static PlateKind KindOf(string text)
    {
        if (text.Length is not (7 or 8) || !Provinces.Contains(text[0]) || text[1] is < 'A' or > 'Z')
            return PlateKind.Other;
        var isSpecial = Uses.Contains(text[text.Length - 1]);
        var serialEnd = isSpecial ? text.Length - 1 : text.Length;
        for (var i = 2; i < serialEnd; i++)
        {
            if (text[i] is not ((>= '0' and <= '9') or (>= 'A' and <= 'Z' and not 'I' and not 'O')))
                return PlateKind.Other;
        }

        if (isSpecial)
            return text.Length == 7 ? PlateKind.ChinaSpecial : PlateKind.Other;
        if (text.Length == 7)
            return PlateKind.China;
        return IsNewEnergy(text.AsSpan(2)) ? PlateKind.ChinaNewEnergy : PlateKind.Other;
    }

    // GA 36-2018: a light vehicle has a letter, a letter or digit and four digits; a heavy one five digits and a letter.
    private static bool IsNewEnergy(ReadOnlySpan<char> serial) =>
        (serial[0] is >= 'A' and <= 'K' && AreDigits(serial.Slice(2))) || (AreDigits(serial.Slice(0, 5)) && serial[5] is >= 'A' and <= 'K');

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is < '0' or > '9')
                return false;
        }

        return true;
    }
}
