using System.Collections.Immutable;

namespace StoreOps.Recommend.Evaluation;

/// <summary>One question of a test: what was taken at past visits, and what was taken at the one after them.</summary>
/// <param name="Id">Whose visits they are.</param>
/// <param name="History">The past visits, the oldest first; in each its parts, each once.</param>
/// <param name="Truth">What was taken next; at least one part.</param>
public sealed record NextBasketCase(string Id, ImmutableArray<ImmutableArray<int>> History, ImmutableArray<int> Truth);
