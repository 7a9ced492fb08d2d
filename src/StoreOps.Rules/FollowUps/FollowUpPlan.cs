using System.Collections.Immutable;

using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.FollowUps;

/// <summary>The contacts to make with one customer.</summary>
public sealed record FollowUpPlan
{
    internal FollowUpPlan()
    {
    }

    /// <summary>Gets the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the tasks by day, then by rule, subject and the day they are counted from.</summary>
    public required ImmutableArray<FollowUpTask> Tasks { get; init; }

    /// <summary>Gets why: the tasks, and what was dropped.</summary>
    public required Evidence Evidence { get; init; }
}
