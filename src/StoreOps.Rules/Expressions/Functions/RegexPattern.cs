using System.Globalization;
using System.Text;

namespace StoreOps.Rules.Expressions.Functions;

/// <summary>Writes a pattern of RE2 so that the framework's linear-time engine gives it the same meaning.</summary>
/// <remarks>
/// Differences that are bridged: the classes \d \w \s are of ASCII, $ is the very end, named groups begin with (?P&lt;, and a point or a
/// negated class takes a whole code point where the framework would take half of one. Source of the syntax: RE2's own page of it.
/// </remarks>
internal sealed class RegexPattern
{
    private const string AnyPair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

    private readonly string _pattern;
    private readonly StringBuilder _result = new();
    private readonly Stack<(bool IsDotAll, bool IsMultiline)> _flags = new();
    private int _at;
    private bool _isDotAll;
    private bool _isMultiline;

    private RegexPattern(string pattern) => _pattern = pattern;

    /// <summary>Translates a pattern.</summary>
    /// <returns>The pattern; null where it asks for something that RE2 or this bridge does not have.</returns>
    public static string? Translate(string pattern)
    {
        var one = new RegexPattern(pattern);
        return one.All() ? one._result.ToString() : null;
    }

    private bool All()
    {
        while (_at < _pattern.Length)
        {
            var c = _pattern[_at];
            var isRead = c switch
            {
                '\\' => Escape(),
                '[' => Class(),
                '(' => Open(),
                ')' => Close(),
                '.' => Put(_isDotAll ? "(?:[^\\uD800-\\uDFFF]|" + AnyPair + ")" : "(?:[^\\n\\uD800-\\uDFFF]|" + AnyPair + ")", 1),
                '$' => Put(_isMultiline ? "(?m:$)" : "\\z", 1),
                '^' => Put(_isMultiline ? "(?m:^)" : "\\A", 1),
                _ => char.IsHighSurrogate(c) && _at + 1 < _pattern.Length
                    ? Put("(?:" + Hex(c) + Hex(_pattern[_at + 1]) + ")", 2)
                    : Put(c is '#' or ' ' ? "\\" + c : c.ToString(), 1),
            };
            if (!isRead)
                return false;
        }

        return _flags.Count == 0;
    }

    private bool Put(string text, int length)
    {
        _result.Append(text);
        _at += length;
        return true;
    }

    private static string Hex(char c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private bool Escape()
    {
        if (_at + 1 >= _pattern.Length)
            return false;
        var c = _pattern[_at + 1];
        switch (c)
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                return Put(char.IsUpper(c) ? "(?:[^" + Ascii(c) + "\\uD800-\\uDFFF]|" + AnyPair + ")" : "[" + Ascii(c) + "]", 2);
            case 'Q':
                var end = _pattern.IndexOf("\\E", _at + 2, StringComparison.Ordinal);
                var literal = _pattern.Substring(_at + 2, (end < 0 ? _pattern.Length : end) - _at - 2);
                foreach (var one in literal)
                    _result.Append(Hex(one));
                _at = end < 0 ? _pattern.Length : end + 2;
                return true;
            case 'x' when CodePoint() is { } point:
                _result.Append(point > 0xffff ? "(?:" + string.Concat(char.ConvertFromUtf32(point).Select(Hex)) + ")" : Hex((char)point));
                return true;
            case 'p' or 'P':
                return Category() is { } category && Put("\\" + c + category.Text, category.Length);
            case 'A' or 'z' or 'b' or 'B' or 'a' or 'f' or 't' or 'n' or 'r' or 'v':
                return Put(_pattern.Substring(_at, 2), 2);
            default:
                return !char.IsLetterOrDigit(c) && Put(Hex(c), 2);
        }
    }

    private static string Ascii(char c) => char.ToLowerInvariant(c) switch { 'd' => "0-9", 'w' => "0-9A-Za-z_", _ => "\\t\\n\\f\\r " };

    // \x41 or \x{1f600}
    private int? CodePoint()
    {
        var isBraced = _at + 2 < _pattern.Length && _pattern[_at + 2] == '{';
        var end = isBraced ? _pattern.IndexOf('}', _at) : _at + 4;
        var start = _at + (isBraced ? 3 : 2);
        if (end <= start || end > _pattern.Length || end - start > 8
            || !int.TryParse(_pattern.Substring(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)
            || point is < 0 or > 0x10ffff or (>= 0xd800 and <= 0xdfff))
            return null;
        _at = end + (isBraced ? 1 : 0);
        return point;
    }

    // \pL or \p{Lu}
    private (string Text, int Length)? Category()
    {
        if (_at + 2 >= _pattern.Length)
            return null;
        if (_pattern[_at + 2] != '{')
            return ("{" + _pattern[_at + 2] + "}", 3);
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
            return null;
        var name = _pattern.Substring(_at + 3, end - _at - 3);
        // Scripts go by other names in the framework; two that Chinese shops need are blocks there.
        name = name switch { "Han" => "IsCJKUnifiedIdeographs", "Hiragana" or "Katakana" or "Cyrillic" or "Arabic" or "Hebrew" or "Thai" => "Is" + name, _ => name };
        return ("{" + name + "}", end - _at + 1);
    }

    private bool Class()
    {
        var isNegated = _at + 1 < _pattern.Length && _pattern[_at + 1] == '^';
        _at += isNegated ? 2 : 1;
        var inner = new StringBuilder();
        var pairs = new List<string>();
        for (var isFirst = true; ; isFirst = false)
        {
            if (_at >= _pattern.Length)
                return false;
            var c = _pattern[_at];
            if (c == ']' && !isFirst)
                break;
            if (!ClassItem(c, inner, pairs))
                return false;
        }

        _at++;
        if (isNegated)
        {
            _result.Append("(?:[^").Append(inner).Append("\\uD800-\\uDFFF]|").Append(AnyPair).Append(')');
            return pairs.Count == 0;
        }

        var basic = inner.Length > 0 ? "[" + inner + "]" : null;
        var all = basic is null ? pairs : [basic, .. pairs];
        _result.Append(pairs.Count == 0 ? basic : "(?:" + string.Join("|", all) + ")");
        return all.Count > 0;
    }

    private bool ClassItem(char c, StringBuilder inner, List<string> pairs)
    {
        if (c == '[' && _at + 1 < _pattern.Length && _pattern[_at + 1] == ':')
        {
            var end = _pattern.IndexOf(":]", _at, StringComparison.Ordinal);
            if (end < 0 || Posix(_pattern.Substring(_at + 2, end - _at - 2)) is not { } posix)
                return false;
            inner.Append(posix);
            _at = end + 2;
            return true;
        }

        if (c == '\\')
            return ClassEscape(inner, pairs);
        if (char.IsHighSurrogate(c) && _at + 1 < _pattern.Length)
        {
            pairs.Add(Hex(c) + Hex(_pattern[_at + 1]));
            _at += 2;
            return _at >= _pattern.Length || _pattern[_at] != '-' || (_at + 1 < _pattern.Length && _pattern[_at + 1] == ']');
        }

        inner.Append(c is '-' ? "-" : Hex(c));
        if (c == '-' && (inner.Length == 1 || (_at + 1 < _pattern.Length && _pattern[_at + 1] == ']')))
            inner.Remove(inner.Length - 1, 1).Append("\\-");
        _at++;
        return true;
    }

    private bool ClassEscape(StringBuilder inner, List<string> pairs)
    {
        if (_at + 1 >= _pattern.Length)
            return false;
        var c = _pattern[_at + 1];
        switch (c)
        {
            case 'd' or 'w' or 's':
                inner.Append(Ascii(c));
                _at += 2;
                return true;
            case 'x' when CodePoint() is { } point:
                if (point > 0xffff)
                    pairs.Add(string.Concat(char.ConvertFromUtf32(point).Select(Hex)));
                else
                    inner.Append(Hex((char)point));
                return true;
            case 'p' or 'P' when Category() is { } category:
                inner.Append('\\').Append(c).Append(category.Text);
                _at += category.Length;
                return true;
            case 'a' or 'f' or 't' or 'n' or 'r' or 'v':
                inner.Append('\\').Append(c);
                _at += 2;
                return true;
            default:
                inner.Append(Hex(c));
                _at += 2;
                return !char.IsLetterOrDigit(c);
        }
    }

    private static string? Posix(string name) => name switch
    {
        "alnum" => "0-9A-Za-z",
        "alpha" => "A-Za-z",
        "ascii" => "\\x00-\\x7F",
        "blank" => "\\t ",
        "cntrl" => "\\x00-\\x1F\\x7F",
        "digit" => "0-9",
        "graph" => "!-~",
        "lower" => "a-z",
        "print" => " -~",
        "punct" => "!-\\/:-@\\[-`{-~",
        "space" => "\\t\\n\\v\\f\\r ",
        "upper" => "A-Z",
        "word" => "0-9A-Za-z_",
        "xdigit" => "0-9A-Fa-f",
        _ => null,
    };

    private bool Open()
    {
        _flags.Push((_isDotAll, _isMultiline));
        if (_at + 1 >= _pattern.Length || _pattern[_at + 1] != '?')
            return Put("(", 1);
        if (_at + 3 < _pattern.Length && _pattern[_at + 2] == 'P' && _pattern[_at + 3] == '<')
            return Put("(?<", 4);
        if (_at + 3 < _pattern.Length && _pattern[_at + 2] == '<' && _pattern[_at + 3] is not ('=' or '!'))
            return Put("(?<", 3);
        return Flags();
    }

    // (?i) (?is-m) (?i:...)
    private bool Flags()
    {
        var isOff = false;
        var isIgnoringCase = (bool?)null;
        for (_at += 2; _at < _pattern.Length; _at++)
        {
            switch (_pattern[_at])
            {
                case 'i':
                    isIgnoringCase = !isOff;
                    break;
                case 's':
                    _isDotAll = !isOff;
                    break;
                case 'm':
                    _isMultiline = !isOff;
                    break;
                case 'U':
                    // Which match is preferred does not matter: only whether there is one.
                    break;
                case '-' when !isOff:
                    isOff = true;
                    break;
                case ':':
                    return Put(isIgnoringCase is { } inside ? (inside ? "(?i:" : "(?-i:") : "(?:", 1);
                case ')':
                    // The flags hold to the end of the group around; only its own entry goes away.
                    _flags.Pop();
                    return Put(isIgnoringCase is { } rest ? (rest ? "(?i)" : "(?-i)") : string.Empty, 1);
                default:
                    return false;
            }
        }

        return false;
    }

    private bool Close()
    {
        if (_flags.Count == 0)
            return false;
        (_isDotAll, _isMultiline) = _flags.Pop();
        return Put(")", 1);
    }
}
