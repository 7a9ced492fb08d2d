using System.Globalization;

namespace StoreOps.Rules.Expressions.Syntax;

/// <summary>Reads the values that are written in a source.</summary>
internal static class Literals
{
    public static CelSyntax? Read(Token token, Parser parser, bool isNegative, int at)
    {
        parser.Advance();
        switch (token.Kind)
        {
            case TokenKind.Text:
                return parser.Count(new CelSyntax.Literal(at, CelValue.Of(token.Text)));
            case TokenKind.Bytes:
                return parser.Count(new CelSyntax.Literal(at, CelValue.OfOwned(token.Bytes!)));
            case TokenKind.Double:
                return Double(token, parser, isNegative, at);
        }

        var most = token.Kind == TokenKind.Uint ? ulong.MaxValue : isNegative ? 1UL << 63 : long.MaxValue;
        if (!TryWhole(token.Text, out var number) || number > most)
        {
            return parser.Fail(at, token.Kind == TokenKind.Uint
                ? "A whole number without sign fits 64 bits; it was " + token.Text + "u."
                : "A whole number fits 64 bits; it was " + (isNegative ? "-" : string.Empty) + token.Text + ".");
        }

        return parser.Count(new CelSyntax.Literal(at, token.Kind == TokenKind.Uint
            ? CelValue.Of(number)
            : CelValue.Of(unchecked(isNegative ? -(long)number : (long)number))));
    }

    private static CelSyntax? Double(in Token token, Parser parser, bool isNegative, int at)
    {
        if (!double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsInfinity(number))
            return parser.Fail(at, "A number is at most 1.7976931348623157e308; it was " + token.Text + ".");
        // More digits than a decimal holds are those of the binary number, so that the literal prints as what it means.
        decimal? exact = decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var written) && IsExact(token.Text, written)
            ? written
            : CelEquality.TryDecimal(number, out var nearest) ? nearest : null;
        return parser.Count(new CelSyntax.Literal(at, CelValue.Of(isNegative ? -number : number), isNegative ? -exact : exact));
    }

    // A decimal holds 28 digits and rounds what has more; a number so small that it reads as zero is not that number.
    private static bool IsExact(string text, decimal written)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (c is 'e' or 'E')
                break;
            digits += c is >= '0' and <= '9' ? 1 : 0;
        }

        return digits <= 28 && (written != 0m || !HasDigit(text));
    }

    private static bool HasDigit(string text)
    {
        foreach (var c in text)
        {
            if (c is 'e' or 'E')
                return false;
            if (c is >= '1' and <= '9')
                return true;
        }

        return false;
    }

    private static bool TryWhole(string text, out ulong number)
    {
        number = 0;
        return text.Length > 1 && text[1] is 'x' or 'X'
            ? ulong.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
