namespace StoreOps.Rules.Expressions;

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Code">One of <see cref="ExpressionIssueCodes"/>.</param>
/// <param name="Offset">Where it starts, in characters from the start of the source.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Detail">What was wrong, which word was there and what is accepted.</param>
/// <param name="Suggestion">A name or a text that was most likely meant; null where nothing is near.</param>
public sealed record ExpressionIssue(string Code, int Offset, int Line, int Column, string Detail, string? Suggestion = null)
{
    internal static ExpressionIssue At(string source, string code, int offset, string detail, string? suggestion = null)
    {
        var line = 1;
        var column = 1;
        for (var i = 0; i < offset && i < source.Length; i++)
        {
            column++;
            if (source[i] == '\n')
                (line, column) = (line + 1, 1);
        }

        return new ExpressionIssue(code, offset, line, column, detail, suggestion);
    }
}
