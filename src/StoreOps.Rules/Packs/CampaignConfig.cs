using System.ComponentModel;

using StoreOps.Domain;
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

    [Description("highest: of a reached target and a place among the first the one that pays more. multiply: both, one on the other. highest if not set.")]
    public CampaignCombining? Combining { get; init; }

    [Description("The stages, one after the other.")]
    public required CampaignStageConfig[] Stages { get; init; }
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

    [Description("How many times the amount is paid to who reaches the target; 2 if not set.")]
    public int? Factor { get; init; }

    [Description("whole: all sets of the stage are paid more. above: only those above the target. whole if not set.")]
    public CampaignCounting? Counting { get; init; }

    [Description("How many of the first are paid more; who shares the last of these places is too.")]
    public int? Top { get; init; }

    [Description("How many times the amount is paid to the first; 2 if not set.")]
    public int? TopFactor { get; init; }
}
