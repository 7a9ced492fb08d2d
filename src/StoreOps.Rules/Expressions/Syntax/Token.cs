namespace StoreOps.Rules.Expressions.Syntax;

internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Int,
    Uint,
    Double,
    Text,
    Bytes,
    Dot,
    Comma,
    Colon,
    Question,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Not,
    Plus,
    Minus,
    Times,
    Divide,
    Modulo,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

/// <summary>One word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Text">The name, the digits, or the text with its escapes resolved.</param>
/// <param name="Bytes">The bytes of a literal of bytes.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, string Text, byte[]? Bytes = null);
