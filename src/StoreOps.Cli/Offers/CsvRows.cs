using System.Text;

namespace StoreOps.Cli.Offers;

/// <summary>Reads the rows of CSV as RFC 4180 describes it, one by one. A field that was read before is the same string again.</summary>
internal sealed class CsvRows(TextReader text)
{
    private const int End = -1;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly StringBuilder _field = new();
    private readonly char[] _buffer = new char[1 << 16];
    private int _at;
    private int _length;
    private int _line = 1;

    /// <summary>Gets the line at which the row began, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next row; empty lines are passed over.</summary>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="problem">Receives why the row cannot be read; reading goes on with the next line.</param>
    /// <returns>Whether there was a row.</returns>
    public bool TryRead(List<string> fields, out string? problem)
    {
        fields.Clear();
        problem = null;
        while (Peek() is '\r' or '\n')
            EndLine();
        Line = _line;
        if (Peek() == End)
            return false;
        while (problem is null)
        {
            problem = Peek() == '"' ? ReadQuoted() : ReadPlain();
            fields.Add(Known());
            if (Peek() != ',')
                break;
            _at++;
        }

        while (problem is not null && Peek() is not ('\r' or '\n' or End))
            _at++;
        EndLine();
        return true;
    }

    private string? ReadPlain()
    {
        _field.Clear();
        for (; Peek() is not (',' or '\r' or '\n' or End) and var next; _at++)
        {
            if (next == '"')
                return "a quote stands inside a field that does not begin with one";
            _field.Append((char)next);
        }

        return null;
    }

    private string? ReadQuoted()
    {
        _field.Clear();
        _at++;
        while (true)
        {
            var next = Peek();
            if (next == End)
                return "a quoted field has no closing quote";
            _at++;
            if (next == '\n')
                _line++;
            if (next != '"')
                _field.Append((char)next);
            else if (Peek() == '"')
                _field.Append(ReadNext());
            else
                return Peek() is ',' or '\r' or '\n' or End ? null : "text stands after the closing quote of a field";
        }
    }

    private char ReadNext() => (char)_buffer[_at++];

    private string Known()
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        // Most fields are short and sit in the first chunk of the builder.
        foreach (var chunk in _field.GetChunks())
        {
            if (chunk.Length == _field.Length && known.TryGetValue(chunk.Span, out var before))
                return before;
            break;
        }

        var field = _field.ToString();
        _known.Add(field);
        return field;
    }

    private void EndLine()
    {
        if (Peek() == '\r')
        {
            _at++;
            if (Peek() != '\n')
            {
                _line++;
                return;
            }
        }

        if (Peek() == '\n')
        {
            _at++;
            _line++;
        }
    }

    private int Peek()
    {
        if (_at == _length)
        {
            _length = text.Read(_buffer, 0, _buffer.Length);
            _at = 0;
        }

        return _length == 0 ? End : _buffer[_at];
    }
}
