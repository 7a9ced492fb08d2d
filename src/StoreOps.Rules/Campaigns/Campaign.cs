using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Campaigns;

/// <summary>A campaign of some weeks in stages: an amount for every set sold, more for who reaches a target, is among the first or is in a team that is.</summary>
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

    /// <summary>Gets which lines of an order count as sets.</summary>
    /// <value>The default is every line.</value>
    public CampaignSelector Counts { get; init; } = CampaignSelector.All;

    /// <summary>Gets how several rewards of a stage go together.</summary>
    public CampaignCombining Combining { get; init; }

    /// <summary>Gets the teams that are set against each other, two and two.</summary>
    /// <value>Empty for none; a team stands in one pair.</value>
    public ImmutableArray<TeamPair> Pairs { get; init; } = [];

    /// <summary>Gets how the standings are shown.</summary>
    public CampaignBoard Board { get; init; } = CampaignBoard.Default;

    /// <summary>Gets the stages in their order: within the campaign, no two on the same day.</summary>
    public required ImmutableArray<CampaignStage> Stages { get; init; }

    /// <summary>Gets the pack that it is from.</summary>
    /// <value>Null for a campaign of no pack.</value>
    public PackStamp? Pack { get; init; }
}

/// <summary>Two teams that are set against each other.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
public sealed record TeamPair(string First, string Second);

/// <summary>How several rewards of a stage go together.</summary>
public enum CampaignCombining
{
    /// <summary>The one that pays most. The default.</summary>
    Highest = 0,

    /// <summary>All, one on the other: twice doubled is four times.</summary>
    Multiply = 1,
}
