namespace StoreOps.Rules.Expressions;

/// <summary>Why an expression failed on the facts it was asked about.</summary>
/// <param name="Offset">Where in the source, in characters from its start.</param>
/// <param name="Detail">What was wrong and what is accepted.</param>
public sealed record CelError(int Offset, string Detail);
