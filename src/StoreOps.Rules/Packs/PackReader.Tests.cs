namespace StoreOps.Rules.Packs;

internal static partial class PackReader
{
    private static TagConfig Tag(PackNode value) => new()
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

    private static SegmentConfig Segment(PackNode value) => new()
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

    private static PackTestConfig PackTest(PackNode value) => new()
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

    private static TestLineConfig TestLine(PackNode value) => new()
    {
        Kind = PackWords.ToLineKind(value.Text("kind")),
        Amount = value.Number("amount"),
        Item = value.TextOrNull("item"),
        Slot = value.TextOrNull("slot"),
        Package = value.TextOrNull("package"),
    };
}
