namespace StoreOps.Rules.Expressions;

/// <summary>What is wrong with a condition, and where.</summary>
/// <param name="Offset">Where it starts, in characters from the start of the source.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Detail">What was wrong, which word was there and what is accepted.</param>
public sealed record ExpressionIssue(int Offset, int Line, int Column, string Detail);
