namespace StoreOps.Domain.Vehicles;

/// <summary>The characters that eyes and scanners take for one another.</summary>
internal static class VinLookalikes
{
    // Pairs read both ways. Shapes of stamped, printed and handwritten characters; 1 and 7 as Europeans and Chinese write them.
    private const string Pairs =
        "S5 B8 Z2 G6 D0 17 UV L1 T7 J1 C0 G0 C6 A4 E3 F7 P9 R8 K4 H4 49 69 83 63 56 38 68 B6 S8 Z7 UJ B3 89 90 08 06 GS E8 "
        + "VY VW MN HN HM EF PR PF KX HK CG XY TY TJ JL EL BE BR CD BD DU DP U0 ";

    // The Greek and Cyrillic capitals of the same shape, as a keyboard left in that layout types them.
    private const string Foreign = "\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0417\u0033"
        + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X";

    private static readonly string[] ByCode = Build();

    /// <summary>Returns what a character of the VIN's alphabet may have been taken for.</summary>
    public static string Of(char character) => ByCode[VinAlphabet.Codes[character]];

    /// <summary>Returns what an I, O or Q may stand for, the likeliest first; null for every other character.</summary>
    public static string? OfForbidden(char character) => character switch
    {
        'I' => "1LJT7",
        'O' => "0DCGU",
        'Q' => "0DG9C",
        _ => null,
    };

    /// <summary>Writes a character as a VIN has it: a capital ASCII letter or digit where it is one in another width or script.</summary>
    public static char Fold(char character)
    {
        if (character is >= '\uFF01' and <= '\uFF5E')
            character = (char)(character - 0xFEE0);
        if (character >= 128)
        {
            character = char.ToUpperInvariant(character);
            for (var i = 0; i < Foreign.Length; i += 2)
            {
                if (Foreign[i] == character)
                    return Foreign[i + 1];
            }
        }

        return character is >= 'a' and <= 'z' ? (char)(character - 32) : character;
    }

    private static string[] Build()
    {
        var table = new string[37];
        for (var code = 0; code < table.Length; code++)
            table[code] = string.Empty;
        for (var i = 0; i < Pairs.Length; i += 3)
        {
            Add(table, Pairs[i], Pairs[i + 1]);
            Add(table, Pairs[i + 1], Pairs[i]);
        }

        return table;
    }

    private static void Add(string[] table, char from, char to)
    {
        var code = VinAlphabet.Codes[from];
        if (from != to && !table[code].Contains(to))
            table[code] += to;
    }
}
