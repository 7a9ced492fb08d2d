using System.Collections.Immutable;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Brands;

/// <summary>The part chosen for a slot of a vehicle, what else would do, and what would not.</summary>
public sealed record PartChoice
{
    internal PartChoice()
    {
    }

    /// <summary>Gets the slot.</summary>
    public required string Slot { get; init; }

    /// <summary>Gets the part chosen; null when none can be.</summary>
    public PartOffer? Chosen { get; internal init; }

    /// <summary>Gets the other parts that can be chosen, the best first.</summary>
    public required ImmutableArray<PartOffer> Alternatives { get; init; }

    /// <summary>Gets the parts that cannot be chosen, by part id.</summary>
    public required ImmutableArray<RejectedPart> Rejected { get; init; }

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; internal init; }

    /// <summary>Gets why: the rules first, then the parts.</summary>
    public required Evidence Evidence { get; init; }
}
