using System.Collections.Immutable;

namespace StoreOps.Recommend.Training;

/// <summary>What was learned from a set of orders, and what was left out of it.</summary>
/// <param name="Counts">The counts.</param>
/// <param name="RepeatedOrderIds">The orders that were given more than once and counted once, in ordinal order.</param>
/// <param name="LaterOrderIds">The orders dated after the day of learning, which were ignored, in ordinal order.</param>
public sealed record CoPurchaseLearning(
    CoPurchaseCounts Counts,
    ImmutableArray<string> RepeatedOrderIds,
    ImmutableArray<string> LaterOrderIds);
