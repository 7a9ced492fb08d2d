using System.Text;

namespace StoreOps.Cli.Packs;

/// <summary>Finds a place of a text in the JSON that it is written in, where one unit may take six bytes.</summary>
internal static class EscapedText
{
    /// <summary>Returns the byte at which a unit of a text starts, and how many bytes the word there has.</summary>
    /// <param name="utf8Json">The file.</param>
    /// <param name="quote">Where the quotation mark before the text is.</param>
    /// <param name="units">The place in UTF-16 units of the text without escapes; after its end is taken as its end.</param>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> utf8Json, int quote, int units)
    {
        var at = quote + 1;
        while (units > 0 && at < utf8Json.Length && utf8Json[at] != (byte)'"')
        {
            var (size, width, _) = Step(utf8Json, at);
            at += size;
            units -= width;
        }

        var start = Math.Min(at, utf8Json.Length);
        var hasWord = false;
        while (at < utf8Json.Length && utf8Json[at] != (byte)'"')
        {
            var (size, _, rune) = Step(utf8Json, at);
            // A name with its dots is one word; of anything else one character is pointed at.
            var isInWord = Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.';
            if (!isInWord && hasWord)
                break;
            at += size;
            if (!isInWord)
                break;
            hasWord = true;
        }

        return (start, Math.Min(at, utf8Json.Length) - start);
    }

    /// <summary>Returns how many bytes a character of the text takes, how many UTF-16 units it is, and which it is.</summary>
    private static (int Size, int Width, Rune Rune) Step(ReadOnlySpan<byte> utf8Json, int at)
    {
        if (utf8Json[at] != (byte)'\\')
        {
            Rune.DecodeFromUtf8(utf8Json[at..], out var rune, out var size);
            return (size, rune.Utf16SequenceLength, rune);
        }

        if (at + 5 >= utf8Json.Length || utf8Json[at + 1] != (byte)'u')
            return (2, 1, new Rune(' '));
        var unit = 0;
        foreach (var digit in utf8Json.Slice(at + 2, 4))
            unit = (unit << 4) + Convert.ToInt32(((char)digit).ToString(), 16);
        // Half of a pair has no meaning of its own; it is no part of a word.
        return (6, 1, Rune.TryCreate(unit, out var escaped) ? escaped : new Rune(' '));
    }
}
