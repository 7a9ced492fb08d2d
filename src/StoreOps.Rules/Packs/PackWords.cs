using System.Diagnostics;

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

/// <summary>The words of a pack and what they stand for.</summary>
/// <remarks><see cref="FormatException"/> means another word: the reader that tells which are accepted has to read it again.</remarks>
internal static class PackWords
{
    public static RoundingPolicy ToRoundingPolicy(string word) => word switch
    {
        "half-away-from-zero" => RoundingPolicy.HalfAwayFromZero,
        "half-even" => RoundingPolicy.HalfEven,
        "half-toward-zero" => RoundingPolicy.HalfTowardZero,
        "toward-zero" => RoundingPolicy.TowardZero,
        "away-from-zero" => RoundingPolicy.AwayFromZero,
        "floor" => RoundingPolicy.Floor,
        "ceiling" => RoundingPolicy.Ceiling,
        _ => throw Unknown(),
    };

    public static ServiceAction ToServiceAction(string word) => word switch
    {
        "inspect" => ServiceAction.Inspect,
        "clean" => ServiceAction.Clean,
        "adjust" => ServiceAction.Adjust,
        "tighten" => ServiceAction.Tighten,
        "lubricate" => ServiceAction.Lubricate,
        "add" => ServiceAction.Add,
        "rotate" => ServiceAction.Rotate,
        "service" => ServiceAction.Service,
        "replace" => ServiceAction.Replace,
        _ => throw Unknown(),
    };

    public static GroupMode ToGroupMode(string word) => word switch
    {
        "best" => GroupMode.Best,
        "first" => GroupMode.First,
        "stack" => GroupMode.Stack,
        _ => throw Unknown(),
    };

    public static ThresholdBasis ToThresholdBasis(string word) => word switch
    {
        "running" => ThresholdBasis.Running,
        "list" => ThresholdBasis.List,
        _ => throw Unknown(),
    };

    public static LineKind ToLineKind(string word) => word switch
    {
        "labor" => LineKind.Labor,
        "part" => LineKind.Part,
        "package" => LineKind.Package,
        "other" => LineKind.Other,
        _ => throw Unknown(),
    };

    public static CreditRole ToCreditRole(string word) => word switch
    {
        "sold" => CreditRole.Sold,
        "performed" => CreditRole.Performed,
        _ => throw Unknown(),
    };

    public static CommissionBase ToCommissionBase(string word) => word switch
    {
        "payable" => CommissionBase.Payable,
        "list" => CommissionBase.List,
        _ => throw Unknown(),
    };

    public static CampaignCombining ToCampaignCombining(string word) => word switch
    {
        "highest" => CampaignCombining.Highest,
        "multiply" => CampaignCombining.Multiply,
        _ => throw Unknown(),
    };

    public static CampaignCounting ToCampaignCounting(string word) => word switch
    {
        "whole" => CampaignCounting.Whole,
        "above" => CampaignCounting.Above,
        _ => throw Unknown(),
    };

    public static CampaignGoal ToCampaignGoal(string word) => word switch
    {
        "target" => CampaignGoal.Target,
        "team-target" => CampaignGoal.TeamTarget,
        _ => throw Unknown(),
    };

    public static FollowUpTopic ToFollowUpTopic(string word) => word switch
    {
        "maintenance" => FollowUpTopic.Maintenance,
        "lifecycle" => FollowUpTopic.Lifecycle,
        "benefit" => FollowUpTopic.Benefit,
        _ => throw Unknown(),
    };

    public static TagLevel ToTagLevel(string word) => word switch
    {
        "fact" => TagLevel.Fact,
        "rule" => TagLevel.Rule,
        "prediction" => TagLevel.Prediction,
        _ => throw Unknown(),
    };

    public static LifecycleState[]? ToLifecycleStates(string[]? words)
    {
        if (words is null)
            return null;
        var read = new LifecycleState[words.Length];
        for (var i = 0; i < read.Length; i++)
            read[i] = ToLifecycleState(words[i]);
        return read;
    }

    public static string Of(LifecycleState value) => value switch
    {
        LifecycleState.NeverVisited => "never-visited",
        LifecycleState.New => "new",
        LifecycleState.Active => "active",
        LifecycleState.Core => "core",
        LifecycleState.AtRisk => "at-risk",
        LifecycleState.Dormant => "dormant",
        LifecycleState.Lost => "lost",
        _ => throw new UnreachableException(),
    };

    private static LifecycleState ToLifecycleState(string word) => word switch
    {
        "never-visited" => LifecycleState.NeverVisited,
        "new" => LifecycleState.New,
        "active" => LifecycleState.Active,
        "core" => LifecycleState.Core,
        "at-risk" => LifecycleState.AtRisk,
        "dormant" => LifecycleState.Dormant,
        "lost" => LifecycleState.Lost,
        _ => throw Unknown(),
    };

    public static Weekday[]? ToWeekdays(string[]? words)
    {
        if (words is null)
            return null;
        var read = new Weekday[words.Length];
        for (var i = 0; i < read.Length; i++)
            read[i] = ToWeekday(words[i]);
        return read;
    }

    public static string Of(Weekday value) => value switch
    {
        Weekday.Monday => "monday",
        Weekday.Tuesday => "tuesday",
        Weekday.Wednesday => "wednesday",
        Weekday.Thursday => "thursday",
        Weekday.Friday => "friday",
        Weekday.Saturday => "saturday",
        Weekday.Sunday => "sunday",
        _ => throw new UnreachableException(),
    };

    private static Weekday ToWeekday(string word) => word switch
    {
        "monday" => Weekday.Monday,
        "tuesday" => Weekday.Tuesday,
        "wednesday" => Weekday.Wednesday,
        "thursday" => Weekday.Thursday,
        "friday" => Weekday.Friday,
        "saturday" => Weekday.Saturday,
        "sunday" => Weekday.Sunday,
        _ => throw Unknown(),
    };

    private static FormatException Unknown() => new("This word is not known.");
}
