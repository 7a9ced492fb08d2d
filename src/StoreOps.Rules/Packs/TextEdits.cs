using System.Text;

namespace StoreOps.Rules.Packs;

/// <summary>Replacements in a text, from its start to its end.</summary>
internal sealed class TextEdits(byte[] text)
{
    private readonly List<(int Start, int Length, string New)> _edits = [];

    /// <summary>Replaces a part of the text; parts that are replaced do not overlap.</summary>
    public void Replace(int start, int length, string replacement) => _edits.Add((start, length, replacement));

    /// <summary>Returns the text with all replacements made.</summary>
    public byte[] Apply()
    {
        using var written = new MemoryStream(text.Length + (64 * _edits.Count));
        var kept = 0;
        // Ordered stably: of two at one place the first was asked for first.
        foreach (var (start, length, replacement) in _edits.OrderBy(edit => edit.Start))
        {
            written.Write(text, kept, start - kept);
            var bytes = Encoding.UTF8.GetBytes(replacement);
            written.Write(bytes, 0, bytes.Length);
            kept = start + length;
        }

        written.Write(text, kept, text.Length - kept);
        return written.ToArray();
    }
}
