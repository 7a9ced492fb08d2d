using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Campaigns;

/// <summary>A campaign of some weeks in stages: an amount for every set sold, more for who reaches a target or is among the first.</summary>
public sealed record Campaign
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last day, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Gets what is paid for one set.</summary>
    public required Money PerUnit { get; init; }

    /// <summary>Gets how a reached target and a place among the first go together.</summary>
    public CampaignCombining Combining { get; init; }

    /// <summary>Gets the stages in their order: within the campaign, no two on the same day.</summary>
    public required ImmutableArray<CampaignStage> Stages { get; init; }

    /// <summary>Gets the pack that it is from.</summary>
    /// <value>Null for a campaign of no pack.</value>
    public PackStamp? Pack { get; init; }
}

/// <summary>Some days of a campaign with a target of their own.</summary>
public sealed record CampaignStage
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last day, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Gets how many sets one person has to sell in the stage.</summary>
    /// <value>Null for no target.</value>
    public int? Target { get; init; }

    /// <summary>Gets how many times the amount is paid to who reaches the target.</summary>
    /// <value>The default is 2: doubled.</value>
    public int Factor { get; init; } = 2;

    /// <summary>Gets which sets are paid more once the target is reached.</summary>
    public CampaignCounting Counting { get; init; }

    /// <summary>Gets how many of the first are paid more.</summary>
    /// <value>Null for nobody. Who shares the last of these places has it too.</value>
    public int? Top { get; init; }

    /// <summary>Gets how many times the amount is paid to the first.</summary>
    /// <value>The default is 2: doubled.</value>
    public int TopFactor { get; init; } = 2;
}

/// <summary>Which sets are paid more once the target of a stage is reached.</summary>
public enum CampaignCounting
{
    /// <summary>All sets of the stage, from the first: "doubled" as it is usually meant. The default.</summary>
    Whole = 0,

    /// <summary>Only the sets above the target.</summary>
    Above = 1,
}

/// <summary>How a reached target and a place among the first go together.</summary>
public enum CampaignCombining
{
    /// <summary>Whichever of the two pays more. The default.</summary>
    Highest = 0,

    /// <summary>Both, one on the other: twice doubled is four times.</summary>
    Multiply = 1,
}
