namespace StoreOps.Rules.Expressions.Syntax;

/// <summary>Cuts a source into words, as CEL does.</summary>
internal sealed class Lexer(string source)
{
    private int _at;

    /// <summary>Gets what is wrong with the word that could not be read.</summary>
    public (int Offset, string Detail)? Problem { get; private set; }

    /// <summary>Reads the next word.</summary>
    /// <returns>The word; the end as soon as there is a problem.</returns>
    public Token Next()
    {
        SkipSpace();
        if (_at >= source.Length)
            return new Token(TokenKind.End, source.Length, string.Empty);

        var start = _at;
        var character = source[_at];
        if (IsNameStart(character))
            return IsLiteralPrefix(start, out var isRaw, out var isBytes, out var quoteAt) ? Quoted(start, quoteAt, isRaw, isBytes) : Name(start);
        if (IsDigit(character) || (character == '.' && _at + 1 < source.Length && IsDigit(source[_at + 1])))
            return Number(start);
        return character switch
        {
            '\'' or '"' => Quoted(start, start, isRaw: false, isBytes: false),
            '`' => QuotedName(start),
            _ => Symbol(start, character),
        };
    }

    internal static bool IsNameStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    internal static bool IsDigit(char c) => c is >= '0' and <= '9';

    private void SkipSpace()
    {
        while (_at < source.Length)
        {
            if (source[_at] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _at++;
            }
            else if (source[_at] == '/' && _at + 1 < source.Length && source[_at + 1] == '/')
            {
                while (_at < source.Length && source[_at] != '\n')
                    _at++;
            }
            else
            {
                return;
            }
        }
    }

    private Token Symbol(int start, char character)
    {
        var next = start + 1 < source.Length ? source[start + 1] : '\0';
        var two = (character, next) switch
        {
            ('=', '=') => TokenKind.Equal,
            ('!', '=') => TokenKind.NotEqual,
            ('<', '=') => TokenKind.LessOrEqual,
            ('>', '=') => TokenKind.GreaterOrEqual,
            ('&', '&') => TokenKind.And,
            ('|', '|') => TokenKind.Or,
            _ => TokenKind.End,
        };
        if (two != TokenKind.End)
        {
            _at = start + 2;
            return new Token(two, start, source.Substring(start, 2));
        }

        var one = character switch
        {
            '.' => TokenKind.Dot,
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            '?' => TokenKind.Question,
            '(' => TokenKind.OpenParen,
            ')' => TokenKind.CloseParen,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            '{' => TokenKind.OpenBrace,
            '}' => TokenKind.CloseBrace,
            '!' => TokenKind.Not,
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Times,
            '/' => TokenKind.Divide,
            '%' => TokenKind.Modulo,
            '<' => TokenKind.Less,
            '>' => TokenKind.Greater,
            _ => TokenKind.End,
        };
        if (one == TokenKind.End)
            return Fail(start, "The character '" + character + "' has no meaning here" + Meant(start) + ".");
        _at = start + 1;
        return new Token(one, start, character.ToString());
    }

    private Token Name(int start)
    {
        while (_at < source.Length && (IsNameStart(source[_at]) || IsDigit(source[_at])))
            _at++;
        return new Token(TokenKind.Name, start, source.Substring(start, _at - start));
    }

    private Token QuotedName(int start)
    {
        var end = source.IndexOf('`', start + 1);
        if (end < 0)
            return Fail(start, "The name that begins here is not closed.");
        var name = source.Substring(start + 1, end - start - 1);
        foreach (var c in name)
        {
            if (!IsNameStart(c) && !IsDigit(c) && c is not ('.' or '-' or '/' or ' '))
                return Fail(start, "A name between backticks has letters, digits, _ . - / and spaces; this one has '" + c + "'.");
        }

        if (name.Length == 0)
            return Fail(start, "A name between backticks has at least one character.");
        _at = end + 1;
        return new Token(TokenKind.QuotedName, start, name);
    }

    private Token Number(int start)
    {
        var kind = TokenKind.Int;
        if (source[start] == '0' && start + 1 < source.Length && source[start + 1] is 'x' or 'X')
        {
            _at = start + 2;
            while (_at < source.Length && Escapes.HexDigit(source[_at]) >= 0)
                _at++;
            if (_at == start + 2)
                return Fail(start, "After 0x stands at least one of the digits 0 to 9 and a to f.");
        }
        else
        {
            SkipDigits();
            if (_at + 1 < source.Length && source[_at] == '.' && IsDigit(source[_at + 1]))
            {
                kind = TokenKind.Double;
                _at++;
                SkipDigits();
            }

            if (_at < source.Length && source[_at] is 'e' or 'E')
            {
                var sign = _at + 1 < source.Length && source[_at + 1] is '+' or '-' ? 1 : 0;
                if (_at + 1 + sign < source.Length && IsDigit(source[_at + 1 + sign]))
                {
                    kind = TokenKind.Double;
                    _at += 1 + sign;
                    SkipDigits();
                }
            }
        }

        var text = source.Substring(start, _at - start);
        if (kind == TokenKind.Int && _at < source.Length && source[_at] is 'u' or 'U')
        {
            kind = TokenKind.Uint;
            _at++;
        }

        return _at < source.Length && IsNameStart(source[_at])
            ? Fail(start, "A number is written as 300, 300u, 0x12c, 19.90 or 1.5e3; here letters follow it.")
            : new Token(kind, start, text);
    }

    private void SkipDigits()
    {
        while (_at < source.Length && IsDigit(source[_at]))
            _at++;
    }

    // r and b, in either order and case, right before a quote.
    private bool IsLiteralPrefix(int start, out bool isRaw, out bool isBytes, out int quoteAt)
    {
        (isRaw, isBytes, quoteAt) = (false, false, start);
        for (; quoteAt < source.Length && quoteAt < start + 3; quoteAt++)
        {
            switch (source[quoteAt])
            {
                case '\'' or '"':
                    return true;
                case 'r' or 'R' when !isRaw:
                    isRaw = true;
                    break;
                case 'b' or 'B' when !isBytes:
                    isBytes = true;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private Token Quoted(int start, int quoteAt, bool isRaw, bool isBytes)
    {
        var quote = source[quoteAt];
        var isTriple = quoteAt + 2 < source.Length && source[quoteAt + 1] == quote && source[quoteAt + 2] == quote;
        var begin = quoteAt + (isTriple ? 3 : 1);
        for (var at = begin; at < source.Length; at++)
        {
            var c = source[at];
            if (c == '\\' && !isRaw)
            {
                at++;
            }
            else if (c is '\n' or '\r' && !isTriple)
            {
                break;
            }
            else if (c == quote && (!isTriple || (at + 2 < source.Length && source[at + 1] == quote && source[at + 2] == quote)))
            {
                _at = at + (isTriple ? 3 : 1);
                return Content(start, begin, at, isRaw, isBytes);
            }
        }

        return Fail(start, "The text that begins here is not closed.");
    }

    private Token Content(int start, int begin, int end, bool isRaw, bool isBytes)
    {
        if (isBytes)
        {
            return Escapes.TryBytes(source, begin, end, isRaw, out var bytes, out var at)
                ? new Token(TokenKind.Bytes, start, string.Empty, bytes)
                : Fail(at, Escapes.Accepted);
        }

        return Escapes.TryText(source, begin, end, isRaw, out var text, out var wrongAt)
            ? new Token(TokenKind.Text, start, text)
            : Fail(wrongAt, Escapes.Accepted);
    }

    private Token Fail(int offset, string detail)
    {
        Problem ??= (offset, detail);
        _at = source.Length;
        return new Token(TokenKind.End, source.Length, string.Empty);
    }

    // What somebody who knows other languages, or none, means by it.
    private string Meant(int at) => source[at] switch
    {
        '=' when at + 1 < source.Length && source[at + 1] == '>' => "; write >=",
        '=' => "; to compare, write ==",
        '&' => "; for \"and\", write &&",
        '|' => "; for \"or\", write ||",
        '\u2018' or '\u2019' or '\u201c' or '\u201d' => "; a text stands in straight quotes",
        '\uff1d' => "; to compare, write ==",
        '\uff08' or '\uff09' or '\uff0c' or '\uff1a' or '\uff01' => "; signs are those of a western keyboard",
        _ => string.Empty,
    };
}
