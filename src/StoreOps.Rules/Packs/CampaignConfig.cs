using System.ComponentModel;

using StoreOps.Domain;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Campaigns;

namespace StoreOps.Rules.Packs;

internal sealed record CampaignConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    [Description("The first day, as 2026-11-01.")]
    public required string From { get; init; }

    [Description("The last day, inclusive.")]
    public required string Until { get; init; }

    [Description("What is paid for one set.")]
    public required decimal PerUnit { get; init; }

    [Description("Which lines of an order count as sets; all if not set.")]
    public CampaignSelectorConfig? Counts { get; init; }

    [Description("highest: of several rewards the one that pays most. multiply: all, one on the other. highest if not set.")]
    public CampaignCombining? Combining { get; init; }

    [Description("Teams that are set against each other, two and two: [[\"north\", \"south\"]].")]
    public string[][]? Pairs { get; init; }

    [Description("How the standings are shown.")]
    public CampaignBoardConfig? Board { get; init; }

    [Description("The stages, one after the other.")]
    public required CampaignStageConfig[] Stages { get; init; }
}

internal sealed record CampaignSelectorConfig
{
    [Description("What the line sells.")]
    public LineKind? Kind { get; init; }

    [Description("One of these packages is sold.")]
    public string[]? Packages { get; init; }

    [Description("The line is for an item of this service.")]
    public string? Service { get; init; }

    [Description("The line is for one of these maintenance items.")]
    public string[]? Items { get; init; }

    [Description("The slot of the part, for example engine-oil.")]
    public string? Slot { get; init; }

    [Description("The part is of one of these brands, alone or with a specification.")]
    public string[]? Brands { get; init; }
}

internal sealed record CampaignBoardConfig
{
    [Description("How many minutes a board is shown before the next comes out; 15 if not set.")]
    public int? RefreshMinutes { get; init; }

    [Description("How many of the first are praised; 20 if not set.")]
    public int? Praised { get; init; }

    [Description("How many of the last are shown; 20 if not set.")]
    public int? Shown { get; init; }
}

internal sealed record CampaignStageConfig
{
    public required string Id { get; init; }

    [Description("The first day, as 2026-11-01.")]
    public required string From { get; init; }

    [Description("The last day, inclusive.")]
    public required string Until { get; init; }

    [Description("How many sets one person has to sell in the stage.")]
    public int? Target { get; init; }

    [Description("How many sets a team has to sell in the stage.")]
    public int? TeamTarget { get; init; }

    [Description("What is paid beyond the amount for every set; nothing if not set.")]
    public CampaignRewardConfig[]? Rewards { get; init; }
}

[Description("More for some people. Everything that it asks for must hold.")]
internal sealed record CampaignRewardConfig
{
    [Description("target: the person's target is reached. team-target: that of the person's team.")]
    public CampaignGoal? Reached { get; init; }

    [Description("The person is among so many first; who shares the last of these places is too.")]
    public int? Places { get; init; }

    [Description("The person's team is among so many first.")]
    public int? TeamPlaces { get; init; }

    [Description("true: the person's team has sold more than the one it is set against in \"pairs\".")]
    public bool? WinsPair { get; init; }

    [Description("A condition over person.units, person.rank, person.targetReached, person.unitsBefore, team.units, team.rank, team.size and team.targetReached.")]
    public string? When { get; init; }

    [Description("How many times the amount of a set is paid; 2 if not set.")]
    public int? Factor { get; init; }

    [Description("whole: all sets of the person in the stage are paid more. above: only those above the person's target. whole if not set.")]
    public CampaignCounting? Counting { get; init; }
}
