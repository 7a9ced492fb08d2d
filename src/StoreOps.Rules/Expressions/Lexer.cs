using System.Globalization;
using System.Text;

namespace StoreOps.Rules.Expressions;

/// <summary>Cuts the source of a condition into words, as CEL does.</summary>
internal sealed class Lexer(string source)
{
    private static readonly string[] TwoCharacterSymbols = ["==", "!=", "<=", ">=", "&&", "||"];

    private int _at;

    /// <summary>Gets what is wrong with the word that could not be read.</summary>
    public (int Offset, string Detail)? Problem { get; private set; }

    /// <summary>Reads the next word.</summary>
    /// <returns>The word; the end as soon as there is a problem.</returns>
    public Token Next()
    {
        while (_at < source.Length && source[_at] is ' ' or '\t' or '\n' or '\r' or '\f')
            _at++;
        if (_at >= source.Length)
            return new Token(TokenKind.End, source.Length, string.Empty, 0m);

        var start = _at;
        var character = source[_at];
        if (IsNameStart(character))
            return ReadName(start);
        if (IsDigit(character))
            return ReadNumber(start);
        if (character is '\'' or '"')
            return ReadText(start, character);
        foreach (var symbol in TwoCharacterSymbols)
        {
            if (string.CompareOrdinal(source, start, symbol, 0, 2) == 0)
                return Symbol(start, symbol);
        }

        return "<>!()[],.-+*/%?:{}".Contains(character)
            ? Symbol(start, character.ToString())
            : Fail(start, "The character '" + character + "' has no meaning here.");
    }

    private static bool IsNameStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private Token Symbol(int start, string symbol)
    {
        _at = start + symbol.Length;
        return new Token(TokenKind.Symbol, start, symbol, 0m);
    }

    private Token ReadName(int start)
    {
        while (_at < source.Length && (IsNameStart(source[_at]) || IsDigit(source[_at])))
            _at++;
        return new Token(TokenKind.Name, start, source.Substring(start, _at - start), 0m);
    }

    private Token ReadNumber(int start)
    {
        var kind = TokenKind.Int;
        while (_at < source.Length && (IsDigit(source[_at]) || (source[_at] == '.' && kind == TokenKind.Int)))
        {
            if (source[_at] == '.')
            {
                if (_at + 1 >= source.Length || !IsDigit(source[_at + 1]))
                    break;
                kind = TokenKind.Decimal;
            }

            _at++;
        }

        var text = source.Substring(start, _at - start);
        if (_at < source.Length && IsNameStart(source[_at]))
            return Fail(start, "A number is written as 300 or 19.90; other forms are not supported yet.");
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && text.Length <= 28
            ? new Token(kind, start, text, number)
            : Fail(start, "A number has at most 27 digits; it was " + text + ".");
    }

    private Token ReadText(int start, char quote)
    {
        var text = new StringBuilder();
        for (_at++; _at < source.Length; _at++)
        {
            var character = source[_at];
            if (character == quote)
            {
                _at++;
                return new Token(TokenKind.Text, start, text.ToString(), 0m);
            }

            if (character is '\n' or '\r')
                break;
            if (character != '\\')
            {
                text.Append(character);
                continue;
            }

            if (++_at >= source.Length)
                break;
            if (source[_at] is not ('\\' or '\'' or '"' or 'n' or 't'))
                return Fail(_at - 1, "The escapes of a text are \\\\, \\', \\\", \\n and \\t; others are not supported yet.");
            text.Append(source[_at] switch { 'n' => '\n', 't' => '\t', var other => other });
        }

        return Fail(start, "The text that begins here is not closed.");
    }

    private Token Fail(int offset, string detail)
    {
        Problem ??= (offset, detail);
        _at = source.Length;
        return new Token(TokenKind.End, source.Length, string.Empty, 0m);
    }
}
