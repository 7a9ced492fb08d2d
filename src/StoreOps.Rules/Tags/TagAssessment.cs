using System.Collections.Immutable;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tags;

/// <summary>Which tags a customer carries and which segments they are in, with the reason for each, yes or no.</summary>
public sealed record TagAssessment
{
    internal TagAssessment()
    {
    }

    /// <summary>Gets the tags that hold: first those that the host brought along, then those of the pack by level and id.</summary>
    public required ImmutableArray<string> TagIds { get; init; }

    /// <summary>Gets the segments that hold, in the order of the pack.</summary>
    public required ImmutableArray<string> SegmentIds { get; init; }

    /// <summary>Gets what became of each tag of the pack, by level and id.</summary>
    public required ImmutableArray<TagVerdict> Tags { get; init; }

    /// <summary>Gets what became of each segment of the pack, in its order.</summary>
    public required ImmutableArray<TagVerdict> Segments { get; init; }

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; internal init; }

    /// <summary>Gets the facts with <c>customer.tags</c> filled in, for conditions that ask for them.</summary>
    public required FactSet Facts { get; init; }
}

/// <summary>What became of one tag or segment.</summary>
/// <param name="Id">The tag or the segment.</param>
/// <param name="Verdict">Whether it holds; unknown where a fact that decides is not known, and then it is not carried.</param>
/// <param name="Evidence">Why.</param>
public sealed record TagVerdict(string Id, Verdict Verdict, Evidence Evidence);
