using System.Collections.Immutable;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

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

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; internal init; }

    /// <summary>Gets why: the tasks, and what was dropped.</summary>
    public required Evidence Evidence { get; init; }
}
