namespace StoreOps.Domain.Vehicles;

/// <summary>The characters of a VIN: their codes here, and their values for the check digit.</summary>
internal static class VinAlphabet
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Gets the weight of each position; position 9 is the check digit itself.</summary>
    public static ReadOnlySpan<byte> Weights => [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>Gets for each code the value: digits count as themselves, A to H as 1 to 8, J to R as 1 to 9, S to Z as 2 to 9.</summary>
    public static ReadOnlySpan<byte> Values =>
    [
        0,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
        1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Gets for each ASCII character its code: 1 to 10 for digits, 11 to 36 for letters, 0 for what no VIN has.</summary>
    public static ReadOnlySpan<byte> Codes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, 0, 0, 0,
        0, 11, 12, 13, 14, 15, 16, 17, 18, 0, 20, 21, 22, 23, 24, 0, 26, 0, 28, 29, 30, 31, 32, 33, 34, 35, 36, 0, 0, 0, 0, 0,
        0, 11, 12, 13, 14, 15, 16, 17, 18, 0, 20, 21, 22, 23, 24, 0, 26, 0, 28, 29, 30, 31, 32, 33, 34, 35, 36, 0, 0, 0, 0, 0,
    ];

    public static char ToCharacter(int code) => code <= 10 ? (char)('0' + code - 1) : Letters[code - 11];

    /// <summary>Packs an identifier of three or six characters as <see cref="Vin"/> packs them.</summary>
    public static bool TryPack(string wmi, out ulong key)
    {
        key = 0;
        if (wmi.Length is not (3 or 6))
            return false;
        foreach (var character in wmi)
        {
            var code = character < 128 ? Codes[character] : (byte)0;
            if (code == 0)
                return false;
            key = (key << 6) | code;
        }

        return true;
    }

    /// <summary>Gives back the identifier of a key that <see cref="TryPack"/> made.</summary>
    public static string Unpack(ulong key)
    {
        Span<char> text = stackalloc char[6];
        var first = text.Length;
        for (; key != 0; key >>= 6)
            text[--first] = ToCharacter((int)(key & 63));
        return text.Slice(first).ToString();
    }
}
