using System.Text;

namespace StoreOps.Cli.Packs;

/// <summary>Shows a line of a file with a caret under a place in it.</summary>
internal static class CaretLine
{
    private const int MostBefore = 72;
    private const int Most = 112;

    /// <summary>Returns the line and the caret, indented by four; a long line is cut to what is around the place.</summary>
    /// <param name="line">The line.</param>
    /// <param name="place">The place.</param>
    public static (string Line, string Caret) Of(string line, SourcePlace place)
    {
        var at = Math.Min(place.Column - 1, line.Length);
        var skipped = line.Length - line.AsSpan().TrimStart().Length;
        var start = Math.Min(Math.Max(at - MostBefore, 0), at);
        if (start <= skipped)
            start = Math.Min(skipped, at);
        start -= IsInPair(line, start) ? 1 : 0;
        var end = Math.Min(line.Length, start + Most);
        end += IsInPair(line, end) ? 1 : 0;
        var shown = new StringBuilder("    ");
        if (start > skipped)
            shown.Append("...");
        var caret = new StringBuilder().Append(' ', shown.Length);
        shown.Append(line, start, end - start);
        if (end < line.Length)
            shown.Append("...");
        foreach (var rune in line.AsSpan(start, at - start).EnumerateRunes())
            caret.Append(rune.Value == '\t' ? "\t" : Cells(rune) == 2 ? "  " : " ");
        caret.Append('^');
        var rest = line.AsSpan(at, Math.Clamp(Math.Min(place.Length, end - at), 0, line.Length - at));
        var cells = 0;
        foreach (var rune in rest.EnumerateRunes())
            cells += Cells(rune);
        caret.Append('~', Math.Max(0, cells - 1));
        return (shown.ToString().TrimEnd(), caret.ToString());
    }

    private static bool IsInPair(string line, int at) => at > 0 && at < line.Length && char.IsSurrogatePair(line[at - 1], line[at]);

    /// <summary>Chinese characters and full-width signs are two cells wide in a terminal.</summary>
    private static int Cells(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x3FFFD) ? 2 : 1;
}
