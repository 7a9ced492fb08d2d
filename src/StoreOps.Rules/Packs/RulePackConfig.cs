using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;

namespace StoreOps.Rules.Packs;

[Description("Everything an owner sets for a shop.")]
internal sealed record RulePackConfig
{
    [JsonPropertyName("$schema")]
    [Description("The schema, for editors.")]
    public string? Schema { get; init; }

    [Description("The version of this format: 2. A pack in version 1 is read as well.")]
    public required int SchemaVersion { get; init; }

    [Description("The id of the pack, kebab-case.")]
    public required string Id { get; init; }

    [Description("The version of the pack, in the owner's own counting.")]
    public required string Version { get; init; }

    [Description("The id of the pack that this one lies on: what is not said here is as it says.")]
    public string? Extends { get; init; }

    [Description("What of the packs below does not hold here, by section: ids, names, or item:action (with @from where there is one) for labor.")]
    public RemovedConfig? Removed { get; init; }

    [Description("Where the shop is. Needed in a pack that extends no other.")]
    public ShopConfig? Shop { get; init; }

    [Description("What happens to a fraction of a minor unit; half-away-from-zero if not set.")]
    public RoundingPolicy? Rounding { get; init; }

    [Description("Values with a name, for use in any \"when\": numbers, texts, true or false.")]
    public Dictionary<string, JsonElement>? Constants { get; init; }

    [Description("Conditions with a name, for use in any \"when\".")]
    public Dictionary<string, string>? Expressions { get; init; }

    [Description("Services as customers buy them.")]
    public ServiceConfig[]? Services { get; init; }

    [Description("What the shop charges for work.")]
    public LaborConfig[]? Labor { get; init; }

    [Description("Packages that are paid once and used over time.")]
    public PackageConfig[]? Packages { get; init; }

    [Description("The order of application; the groups of a stage compete inside it.")]
    public StageConfig[]? Stages { get; init; }

    [Description("The ids of stages in the order in which they apply, where that is another than that of the list; stages that are not named come after.")]
    public string[]? StageOrder { get; init; }

    [Description("Promotions that apply to everybody who meets their condition.")]
    public PromotionConfig[]? Promotions { get; init; }

    [Description("Coupons that apply to customers who hold them.")]
    public PromotionConfig[]? Coupons { get; init; }

    [Description("Which brands are preferred and which are not used.")]
    public BrandRuleConfig[]? BrandRules { get; init; }

    [Description("Who earns what.")]
    public CommissionPlanConfig[]? CommissionPlans { get; init; }

    [Description("Campaigns in stages, with an amount for every set sold.")]
    public CampaignConfig[]? Campaigns { get; init; }

    [Description("When a customer counts as at risk, dormant or lost.")]
    public LifecycleConfig? Lifecycle { get; init; }

    [Description("Whom to contact, and when.")]
    public FollowUpConfig[]? FollowUps { get; init; }

    [Description("When a customer carries a tag.")]
    public TagConfig[]? Tags { get; init; }

    [Description("Groups of customers that are worked with.")]
    public SegmentConfig[]? Segments { get; init; }

    [Description("Examples of what must come out; a pack whose examples fail is refused.")]
    public PackTestConfig[]? Tests { get; init; }
}

internal sealed record RemovedConfig
{
    public string[]? Constants { get; init; }

    public string[]? Expressions { get; init; }

    public string[]? Services { get; init; }

    public string[]? Labor { get; init; }

    public string[]? Packages { get; init; }

    public string[]? Stages { get; init; }

    public string[]? Promotions { get; init; }

    public string[]? Coupons { get; init; }

    public string[]? BrandRules { get; init; }

    public string[]? CommissionPlans { get; init; }

    public string[]? Campaigns { get; init; }

    public string[]? FollowUps { get; init; }

    public string[]? Tags { get; init; }

    public string[]? Segments { get; init; }

    public string[]? Tests { get; init; }
}

internal sealed record ShopConfig
{
    [Description("The IANA time zone, for example Asia/Shanghai.")]
    public required string TimeZone { get; init; }

    [Description("The ISO 4217 code, for example CNY.")]
    public required string Currency { get; init; }
}

internal sealed record BrandRuleConfig : ConditionConfig
{
    public required string Id { get; init; }

    [Description("The slot of the part, for example engine-oil.")]
    public required string Slot { get; init; }

    [Description("Brands, or brands with a specification, the best first.")]
    public string[]? Prefer { get; init; }

    public string[]? Forbid { get; init; }

    public BrandScopeConfig? Scope { get; init; }

    [Description("The first day, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day, inclusive.")]
    public string? Until { get; init; }
}

internal sealed record BrandScopeConfig
{
    public string? Shop { get; init; }

    public string? Chain { get; init; }
}

internal sealed record CommissionPlanConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    [Description("The position it is for, for example advisor.")]
    public required string Position { get; init; }

    [Description("What it pays for: sold or performed.")]
    public required CreditRole Role { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    [Description("The first rule that is about a line pays for it.")]
    public required CommissionRuleConfig[] Rules { get; init; }
}

internal sealed record CommissionRuleConfig : DatedConditionConfig
{
    public required string Id { get; init; }

    public SelectorConfig? On { get; init; }

    [Description("An amount for each unit sold.")]
    public decimal? PerUnit { get; init; }

    [Description("A percentage of the line.")]
    public decimal? Percent { get; init; }

    [Description("What the percentage is of; payable if not set.")]
    public CommissionBase? Of { get; init; }

    [Description("An amount for each hour of work.")]
    public decimal? PerLaborHour { get; init; }
}

internal sealed record LifecycleConfig
{
    [Description("The ratio of idle days to the customer's own interval above which a customer is at risk.")]
    public decimal? AtRiskFrom { get; init; }

    public decimal? DormantFrom { get; init; }

    public decimal? LostFrom { get; init; }

    public decimal? WarningFrom { get; init; }

    public int? LostAfterDays { get; init; }

    public int? CoreFromVisits { get; init; }

    [Description("The shop's median days between visits.")]
    public int? DefaultIntervalDays { get; init; }
}

internal sealed record FollowUpConfig
{
    public required string Id { get; init; }

    public required NameConfig Name { get; init; }

    public required FollowUpTopic Topic { get; init; }

    [Description("How many days before; 0 is the day itself.")]
    public int[]? DaysBefore { get; init; }

    [Description("How many days after.")]
    public int[]? DaysAfter { get; init; }

    [Description("The first day on which anything is planned by it, as 2026-11-20.")]
    public string? From { get; init; }

    [Description("The last day, inclusive.")]
    public string? Until { get; init; }
}
