namespace StoreOps.Rules.Expressions;

internal enum TokenKind
{
    End,
    Name,
    Int,
    Decimal,
    Text,
    Symbol,
}

/// <summary>One word of a condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Text">The name, the symbol, or the text with its escapes resolved.</param>
/// <param name="Number">The value of a number.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, string Text, decimal Number)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
