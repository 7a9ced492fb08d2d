using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StoreOps.Cli.Packs;

/// <summary>Tells where in a JSON file the path of an issue leads. The file is walked once, however many issues there are.</summary>
internal sealed class SourceMap
{
    private readonly string _file;
    private readonly byte[] _utf8Json;
    private readonly int _mark;
    private (int Offset, int Column) _last = (-1, 1);
    private readonly List<int> _lineStarts = [];
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public SourceMap(string file, byte[] utf8Json)
    {
        _file = file;
        _utf8Json = utf8Json;
        _mark = utf8Json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        _lineStarts.Add(_mark);
        for (var i = 0; i < utf8Json.Length; i++)
        {
            if (utf8Json[i] == (byte)'\n')
                _lineStarts.Add(i + 1);
        }

        Walk();
    }

    /// <summary>Returns where a path leads; the nearest place around it where it leads nowhere.</summary>
    /// <param name="path">The path.</param>
    /// <param name="within">A place inside the text there, in UTF-16 units of the text without escapes; null for the whole.</param>
    public SourcePlace Find(string path, int? within = null)
    {
        if (within is { } units && _texts.TryGetValue(path, out var text))
        {
            var (from, word) = EscapedText.Find(_utf8Json, text, units);
            return At(from, from + word);
        }

        var at = path;
        int offset;
        while (!_offsets.TryGetValue(at, out offset))
        {
            var end = at.LastIndexOfAny(['.', '[']);
            if (end <= 0)
                break;
            at = at[..end];
        }

        return At(offset, offset);
    }

    /// <summary>Returns a line, from 1, as it stands in the file.</summary>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Count ? _lineStarts[line] - 1 : _utf8Json.Length;
        return Encoding.UTF8.GetString(_utf8Json, start, Math.Max(0, end - start)).TrimEnd('\r');
    }

    private SourcePlace At(int offset, int end)
    {
        var line = _lineStarts.BinarySearch(offset);
        line = Math.Max(0, line < 0 ? ~line - 1 : line);
        var start = _lineStarts[line];
        // Issues come in the order of the file: on a line of megabytes each is counted from the one before it.
        var (from, counted) = _last.Offset >= start && _last.Offset <= offset ? _last : (start, 1);
        var column = offset <= from ? counted : counted + Encoding.UTF8.GetCharCount(_utf8Json, from, offset - from);
        _last = (Math.Max(offset, from), column);
        return new SourcePlace(_file, line + 1, column, Encoding.UTF8.GetCharCount(_utf8Json, offset, end - offset));
    }

    private void Walk()
    {
        var reader = new Utf8JsonReader(_utf8Json.AsSpan(_mark), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        // What is around the place that is read: its path, and the next index where it is a list.
        var around = new Stack<(string Path, int Index)>();
        var here = "$";
        _offsets["$"] = _mark;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    around.Pop();
                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    here = around.Peek().Path + "." + reader.GetString();
                    // A member that stands twice is at its second place: that is the one too many.
                    _offsets[here] = _mark + (int)reader.TokenStartIndex;
                    continue;
                }

                if (around.Count > 0 && around.Peek().Index >= 0)
                {
                    var (path, index) = around.Pop();
                    around.Push((path, index + 1));
                    here = path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
                    _offsets[here] = _mark + (int)reader.TokenStartIndex;
                }

                if (reader.TokenType == JsonTokenType.String)
                    _texts[here] = _mark + (int)reader.TokenStartIndex;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    around.Push((here, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The document ends in a mistake, and an issue about the whole is about this.
            _offsets["$"] = Math.Min(_mark + (int)reader.BytesConsumed, _utf8Json.Length);
        }
    }
}

/// <summary>A place in a file, as editors count: lines and columns from 1, columns in UTF-16 units; a length of 0 where only its start is known.</summary>
internal sealed record SourcePlace(string File, int Line, int Column, int Length)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
