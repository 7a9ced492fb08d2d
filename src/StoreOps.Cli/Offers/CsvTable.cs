using System.Globalization;
using System.Text;

using NodaTime;
using NodaTime.Text;

namespace StoreOps.Cli.Offers;

/// <summary>A CSV file with a header, read row by row. What is wrong is gathered with its line, so that all of it is told at once.</summary>
internal sealed class CsvTable
{
    private const int MostTold = 50;

    private readonly string _path;
    private readonly CsvRows _rows;
    private readonly List<string> _fields = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalDate> _days = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private int _problemCount;
    private bool _isRowGood;

    private CsvTable(string path, TextReader text) => (_path, _rows) = (path, new CsvRows(text));

    /// <summary>Gets the line at which the row began.</summary>
    public int Line => _rows.Line;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="needed">The columns that must be there.</param>
    /// <param name="optional">The columns that may be there.</param>
    /// <param name="take">Takes a row; what it reads as wrong makes the row bad.</param>
    /// <exception cref="InputException">The file cannot be read; the message tells every line that is wrong.</exception>
    public static void Read(string path, string[] needed, string[] optional, Action<CsvTable> take)
    {
        if (path.Length == 0)
            throw new InputException("A file is needed; the path was \"\".");
        using var text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        var table = new CsvTable(path, text);
        try
        {
            if (table.ReadHeader(needed, optional))
                table.ReadRows(take);
        }
        catch (DecoderFallbackException)
        {
            table.Refuse("the file is UTF-8; after this line there were bytes that are not");
        }

        if (table._problemCount > 0)
            throw new InputException(table.Message());
    }

    /// <summary>Returns a field as text; empty where its column is not there.</summary>
    public string Text(string column) => _columns.TryGetValue(column, out var at) ? _fields[at] : string.Empty;

    /// <summary>Returns the names in a field, which ";" joins; none for an empty one.</summary>
    public string[] List(string column) =>
        Text(column) is { Length: > 0 } text ? text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    /// <summary>Returns a field that must not be empty.</summary>
    public string Needed(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Refuse($"\"{column}\" is needed; it was empty");
        return text;
    }

    /// <summary>Returns a whole number; null for an empty field.</summary>
    public int? Whole(string column, int from, int to)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;
        Refuse($"\"{column}\" is a whole number from {from} to {to}, or empty; it was \"{text}\"");
        return null;
    }

    /// <summary>Returns a day; null for an empty field.</summary>
    public LocalDate? Day(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (_days.TryGetValue(text, out var known))
            return known;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
        {
            _days.Add(text, parsed.Value);
            return parsed.Value;
        }

        Refuse($"\"{column}\" is a day such as 2026-11-23; it was \"{text}\"");
        return null;
    }

    /// <summary>Makes the row bad.</summary>
    public void Refuse(string problem)
    {
        _isRowGood = false;
        if (++_problemCount <= MostTold)
            _problems.Add($"{_path}({Math.Max(1, Line)}): {problem}.");
    }

    private bool ReadHeader(string[] needed, string[] optional)
    {
        if (!_rows.TryRead(_fields, out var problem))
            problem = $"the names of the columns are needed ({string.Join(',', needed.Concat(optional))}); the file was empty";
        if (problem is not null)
        {
            Refuse(problem);
            return false;
        }

        for (var at = 0; at < _fields.Count; at++)
        {
            var name = _fields[at].Trim();
            if (!needed.Contains(name) && !optional.Contains(name))
                Refuse($"the columns are {string.Join(", ", needed.Concat(optional))}; one was \"{name}\"");
            else if (!_columns.TryAdd(name, at))
                Refuse($"a column stands once; \"{name}\" was there twice");
        }

        foreach (var name in needed)
        {
            if (!_columns.ContainsKey(name))
                Refuse($"the column \"{name}\" is needed; it was missing");
        }

        return _problemCount == 0;
    }

    private void ReadRows(Action<CsvTable> take)
    {
        var width = _columns.Count;
        while (_rows.TryRead(_fields, out var problem))
        {
            _isRowGood = true;
            if (problem is null && _fields.Count != width)
                problem = $"a row has {width} fields; it had {_fields.Count}";
            if (problem is not null)
                Refuse(problem);
            else
                take(this);
        }
    }

    /// <summary>Gets whether nothing of the row was wrong so far.</summary>
    public bool IsRowGood => _isRowGood;

    private string Message() => string.Join(Environment.NewLine, _problems)
        + (_problemCount > MostTold ? $"{Environment.NewLine}... and {_problemCount - MostTold} more." : string.Empty);
}
