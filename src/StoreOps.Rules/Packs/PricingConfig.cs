using System.ComponentModel;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Packs;

internal sealed record ServiceConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    [Description("The maintenance items, for example engine-oil.")]
    public required string[] Items { get; init; }
}

internal sealed record LaborConfig
{
    [Description("The maintenance item.")]
    public required string Item { get; init; }

    public required ServiceAction Action { get; init; }

    public required decimal Price { get; init; }

    [Description("The time credited to who does it.")]
    public int? Minutes { get; init; }

    [Description("The first day of this price, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day, inclusive.")]
    public string? Until { get; init; }
}

internal sealed record PackageConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    public required decimal Price { get; init; }

    public required GrantConfig[] Grants { get; init; }

    public required ValidForConfig ValidFor { get; init; }

    [Description("What is added when several years are bought at once.")]
    public ExtraRightConfig[]? ExtraRights { get; init; }

    [Description("The first day it is for sale, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day it is for sale, inclusive.")]
    public string? Until { get; init; }
}

internal sealed record GrantConfig
{
    [Description("The id of a service.")]
    public required string Service { get; init; }

    public required int Uses { get; init; }

    [Description("What one use costs without the package.")]
    public required decimal SinglePrice { get; init; }
}

internal sealed record ValidForConfig
{
    public required int Months { get; init; }
}

internal sealed record ExtraRightConfig
{
    public required int FromYears { get; init; }

    public required int Choose { get; init; }

    public required string[] From { get; init; }
}

internal sealed record StageConfig
{
    public required string Id { get; init; }

    public required GroupConfig[] Groups { get; init; }
}

internal sealed record GroupConfig
{
    public required string Id { get; init; }

    [Description("best: the one in the best combination. first: the first whose condition is met. stack: several.")]
    public required GroupMode Mode { get; init; }

    [Description("How many may apply in mode stack.")]
    public int? AtMost { get; init; }
}

internal sealed record PromotionConfig : DatedConditionConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    [Description("The group it competes in.")]
    public required string Group { get; init; }

    public required EffectConfig Effect { get; init; }

    [Description("The least amount on the lines it is about.")]
    public decimal? Minimum { get; init; }

    [Description("Which amount the minimum and forEvery are counted on; running if not set.")]
    public ThresholdBasis? Threshold { get; init; }

    [Description("The first day, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day, inclusive.")]
    public string? Until { get; init; }

    [Description("The groups and promotions it may be combined with; all if not set.")]
    public string[]? CombinesWith { get; init; }

    [Description("The place within its group; a lower number comes first.")]
    public int? Priority { get; init; }
}

internal sealed record EffectConfig
{
    [Description("A percentage off what is still to pay.")]
    public decimal? PercentOff { get; init; }

    [Description("An amount off.")]
    public decimal? AmountOff { get; init; }

    [Description("The amount off is given for every such amount.")]
    public decimal? ForEvery { get; init; }

    [Description("How many times at most.")]
    public int? AtMost { get; init; }

    public SelectorConfig? On { get; init; }
}

internal sealed record SelectorConfig
{
    public LineKind? Kind { get; init; }

    public string? Item { get; init; }

    public string? Slot { get; init; }

    public string? Package { get; init; }
}
