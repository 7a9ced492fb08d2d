using System.Text.Json;
using System.Text.Json.Serialization;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Rules.Packs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [
        typeof(KebabEnum<RoundingPolicy>), typeof(KebabEnum<ServiceAction>), typeof(KebabEnum<GroupMode>), typeof(KebabEnum<ThresholdBasis>),
        typeof(KebabEnum<LineKind>), typeof(KebabEnum<CreditRole>), typeof(KebabEnum<CommissionBase>), typeof(KebabEnum<FollowUpTopic>),
        typeof(KebabEnum<TagLevel>), typeof(KebabEnum<LifecycleState>), typeof(KebabEnum<Weekday>),
        typeof(KebabEnum<CampaignCombining>), typeof(KebabEnum<CampaignCounting>), typeof(KebabEnum<CampaignGoal>)])]
[JsonSerializable(typeof(RulePackConfig))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class RulePackJson : JsonSerializerContext;
