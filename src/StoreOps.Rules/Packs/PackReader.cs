using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>Reads a document that is right. By hand: a serializer takes four times as long to get ready as this takes to read a thousand rules.</summary>
/// <remarks>
/// What is not right, and what is unusual, is left to the serializer: null, and it has to be asked. A test holds both against each other over every
/// member of every type, and over documents with mistakes of all kinds.
/// </remarks>
internal static partial class PackReader
{
    public static RulePackConfig? TryRead(JsonTree tree)
    {
        try
        {
            var config = Read(new PackNode(tree, 0));
            return tree.IsAllTaken() ? config : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static RulePackConfig Read(PackNode value) => new()
    {
        Schema = value.TextOrNull("$schema"),
        SchemaVersion = value.Whole("schemaVersion"),
        Id = value.Text("id"),
        Version = value.Text("version"),
        Extends = value.TextOrNull("extends"),
        Removed = value.PartOrNull("removed", Removed),
        Shop = value.PartOrNull("shop", Shop),
        Rounding = value.TextOrNull("rounding") is { } roundingPolicy ? PackWords.ToRoundingPolicy(roundingPolicy) : null,
        Constants = value.ValuesOrNull("constants"),
        Expressions = value.NamedTextsOrNull("expressions"),
        Services = value.ListOrNull("services", Service),
        Labor = value.ListOrNull("labor", Labor),
        Packages = value.ListOrNull("packages", Package),
        Stages = value.ListOrNull("stages", Stage),
        StageOrder = value.TextsOrNull("stageOrder"),
        Promotions = value.ListOrNull("promotions", Promotion),
        Coupons = value.ListOrNull("coupons", Promotion),
        BrandRules = value.ListOrNull("brandRules", BrandRule),
        CommissionPlans = value.ListOrNull("commissionPlans", CommissionPlan),
        Campaigns = value.ListOrNull("campaigns", Campaign),
        Lifecycle = value.PartOrNull("lifecycle", Lifecycle),
        FollowUps = value.ListOrNull("followUps", FollowUp),
        Tags = value.ListOrNull("tags", Tag),
        Segments = value.ListOrNull("segments", Segment),
        Tests = value.ListOrNull("tests", PackTest),
    };

    private static RemovedConfig Removed(PackNode value) => new()
    {
        Constants = value.TextsOrNull("constants"),
        Expressions = value.TextsOrNull("expressions"),
        Services = value.TextsOrNull("services"),
        Labor = value.TextsOrNull("labor"),
        Packages = value.TextsOrNull("packages"),
        Stages = value.TextsOrNull("stages"),
        Promotions = value.TextsOrNull("promotions"),
        Coupons = value.TextsOrNull("coupons"),
        BrandRules = value.TextsOrNull("brandRules"),
        CommissionPlans = value.TextsOrNull("commissionPlans"),
        Campaigns = value.TextsOrNull("campaigns"),
        FollowUps = value.TextsOrNull("followUps"),
        Tags = value.TextsOrNull("tags"),
        Segments = value.TextsOrNull("segments"),
        Tests = value.TextsOrNull("tests"),
    };

    private static ShopConfig Shop(PackNode value) => new()
    {
        TimeZone = value.Text("timeZone"),
        Currency = value.Text("currency"),
    };

    private static BrandRuleConfig BrandRule(PackNode value) => new()
    {
        Id = value.Text("id"),
        Slot = value.Text("slot"),
        Prefer = value.TextsOrNull("prefer"),
        Forbid = value.TextsOrNull("forbid"),
        Scope = value.PartOrNull("scope", BrandScope),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
        When = value.TextOrNull("when"),
        MinimumTotal = value.NumberOrNull("minimumTotal"),
        MinimumVisits = value.WholeOrNull("minimumVisits"),
        CustomerStates = PackWords.ToLifecycleStates(value.TextsOrNull("customerStates")),
        CustomerTags = value.TextsOrNull("customerTags"),
        Makes = value.TextsOrNull("makes"),
    };

    private static BrandScopeConfig BrandScope(PackNode value) => new()
    {
        Shop = value.TextOrNull("shop"),
        Chain = value.TextOrNull("chain"),
    };

    private static CommissionPlanConfig CommissionPlan(PackNode value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        Position = value.Text("position"),
        Role = PackWords.ToCreditRole(value.Text("role")),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
        Rules = value.List("rules", CommissionRule),
    };

    private static CommissionRuleConfig CommissionRule(PackNode value) => new()
    {
        Id = value.Text("id"),
        On = value.PartOrNull("on", Selector),
        PerUnit = value.NumberOrNull("perUnit"),
        Percent = value.NumberOrNull("percent"),
        Of = value.TextOrNull("of") is { } commissionBase ? PackWords.ToCommissionBase(commissionBase) : null,
        PerLaborHour = value.NumberOrNull("perLaborHour"),
        When = value.TextOrNull("when"),
        MinimumTotal = value.NumberOrNull("minimumTotal"),
        MinimumVisits = value.WholeOrNull("minimumVisits"),
        CustomerStates = PackWords.ToLifecycleStates(value.TextsOrNull("customerStates")),
        CustomerTags = value.TextsOrNull("customerTags"),
        Makes = value.TextsOrNull("makes"),
        ValidOn = PackWords.ToWeekdays(value.TextsOrNull("validOn")),
    };

    private static LifecycleConfig Lifecycle(PackNode value) => new()
    {
        AtRiskFrom = value.NumberOrNull("atRiskFrom"),
        DormantFrom = value.NumberOrNull("dormantFrom"),
        LostFrom = value.NumberOrNull("lostFrom"),
        WarningFrom = value.NumberOrNull("warningFrom"),
        LostAfterDays = value.WholeOrNull("lostAfterDays"),
        CoreFromVisits = value.WholeOrNull("coreFromVisits"),
        DefaultIntervalDays = value.WholeOrNull("defaultIntervalDays"),
    };

    private static FollowUpConfig FollowUp(PackNode value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        Topic = PackWords.ToFollowUpTopic(value.Text("topic")),
        DaysBefore = value.WholesOrNull("daysBefore"),
        DaysAfter = value.WholesOrNull("daysAfter"),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
    };

    private static NameConfig Name(PackNode value) => new()
    {
        Chinese = value.Text("zh"),
        English = value.Text("en"),
    };
}
