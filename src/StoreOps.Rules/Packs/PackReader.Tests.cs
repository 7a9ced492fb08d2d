using System.Text.Json;

namespace StoreOps.Rules.Packs;

internal static partial class PackReader
{
    private static TagConfig Tag(JsonElement value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        Level = PackWords.ToTagLevel(value.Text("level")),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
        When = value.TextOrNull("when"),
        MinimumTotal = value.NumberOrNull("minimumTotal"),
        MinimumVisits = value.WholeOrNull("minimumVisits"),
        CustomerStates = PackWords.ToLifecycleStates(value.TextsOrNull("customerStates")),
        CustomerTags = value.TextsOrNull("customerTags"),
        Makes = value.TextsOrNull("makes"),
        ValidOn = PackWords.ToWeekdays(value.TextsOrNull("validOn")),
    };

    private static SegmentConfig Segment(JsonElement value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
        When = value.TextOrNull("when"),
        MinimumTotal = value.NumberOrNull("minimumTotal"),
        MinimumVisits = value.WholeOrNull("minimumVisits"),
        CustomerStates = PackWords.ToLifecycleStates(value.TextsOrNull("customerStates")),
        CustomerTags = value.TextsOrNull("customerTags"),
        Makes = value.TextsOrNull("makes"),
        ValidOn = PackWords.ToWeekdays(value.TextsOrNull("validOn")),
    };

    private static PackTestConfig PackTest(JsonElement value) => new()
    {
        Name = value.Text("name"),
        Facts = value.ValuesOrNull("facts"),
        Expect = value.ValuesOrNull("expect"),
        Date = value.TextOrNull("date"),
        Order = value.ListOrNull("order", TestLine),
        Coupons = value.TextsOrNull("coupons"),
        Applied = value.TextsOrNull("applied"),
        Payable = value.NumberOrNull("payable"),
    };

    private static TestLineConfig TestLine(JsonElement value) => new()
    {
        Kind = PackWords.ToLineKind(value.Text("kind")),
        Amount = value.Number("amount"),
        Item = value.TextOrNull("item"),
        Slot = value.TextOrNull("slot"),
        Package = value.TextOrNull("package"),
    };

    private static CampaignConfig Campaign(JsonElement value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        From = value.Text("from"),
        Until = value.Text("until"),
        PerUnit = value.Number("perUnit"),
        Combining = value.TextOrNull("combining") is { } combining ? PackWords.ToCampaignCombining(combining) : null,
        Stages = value.List("stages", CampaignStage),
    };

    private static CampaignStageConfig CampaignStage(JsonElement value) => new()
    {
        Id = value.Text("id"),
        From = value.Text("from"),
        Until = value.Text("until"),
        Target = value.WholeOrNull("target"),
        Factor = value.WholeOrNull("factor"),
        Counting = value.TextOrNull("counting") is { } counting ? PackWords.ToCampaignCounting(counting) : null,
        Top = value.WholeOrNull("top"),
        TopFactor = value.WholeOrNull("topFactor"),
    };
}
