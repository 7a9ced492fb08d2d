namespace StoreOps.Rules.Packs;

internal static partial class PackReader
{
    private static ServiceConfig Service(PackNode value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        Items = value.Texts("items"),
    };

    private static LaborConfig Labor(PackNode value) => new()
    {
        Item = value.Text("item"),
        Action = PackWords.ToServiceAction(value.Text("action")),
        Price = value.Number("price"),
        Minutes = value.WholeOrNull("minutes"),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
    };

    private static PackageConfig Package(PackNode value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        Price = value.Number("price"),
        Grants = value.List("grants", Grant),
        ValidFor = value.Part("validFor", ValidFor),
        ExtraRights = value.ListOrNull("extraRights", ExtraRight),
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
    };

    private static GrantConfig Grant(PackNode value) => new()
    {
        Service = value.Text("service"),
        Uses = value.Whole("uses"),
        SinglePrice = value.Number("singlePrice"),
    };

    private static ValidForConfig ValidFor(PackNode value) => new()
    {
        Months = value.Whole("months"),
    };

    private static ExtraRightConfig ExtraRight(PackNode value) => new()
    {
        FromYears = value.Whole("fromYears"),
        Choose = value.Whole("choose"),
        From = value.Texts("from"),
    };

    private static StageConfig Stage(PackNode value) => new()
    {
        Id = value.Text("id"),
        Groups = value.List("groups", Group),
    };

    private static GroupConfig Group(PackNode value) => new()
    {
        Id = value.Text("id"),
        Mode = PackWords.ToGroupMode(value.Text("mode")),
        AtMost = value.WholeOrNull("atMost"),
    };

    private static PromotionConfig Promotion(PackNode value) => new()
    {
        Id = value.Text("id"),
        Name = value.Part("name", Name),
        Group = value.Text("group"),
        Effect = value.Part("effect", Effect),
        Minimum = value.NumberOrNull("minimum"),
        Threshold = value.TextOrNull("threshold") is { } thresholdBasis ? PackWords.ToThresholdBasis(thresholdBasis) : null,
        From = value.TextOrNull("from"),
        Until = value.TextOrNull("until"),
        CombinesWith = value.TextsOrNull("combinesWith"),
        Priority = value.WholeOrNull("priority"),
        When = value.TextOrNull("when"),
        MinimumTotal = value.NumberOrNull("minimumTotal"),
        MinimumVisits = value.WholeOrNull("minimumVisits"),
        CustomerStates = PackWords.ToLifecycleStates(value.TextsOrNull("customerStates")),
        CustomerTags = value.TextsOrNull("customerTags"),
        Makes = value.TextsOrNull("makes"),
        ValidOn = PackWords.ToWeekdays(value.TextsOrNull("validOn")),
    };

    private static EffectConfig Effect(PackNode value) => new()
    {
        PercentOff = value.NumberOrNull("percentOff"),
        AmountOff = value.NumberOrNull("amountOff"),
        ForEvery = value.NumberOrNull("forEvery"),
        AtMost = value.WholeOrNull("atMost"),
        On = value.PartOrNull("on", Selector),
    };

    private static SelectorConfig Selector(PackNode value) => new()
    {
        Kind = value.TextOrNull("kind") is { } lineKind ? PackWords.ToLineKind(lineKind) : null,
        Item = value.TextOrNull("item"),
        Slot = value.TextOrNull("slot"),
        Package = value.TextOrNull("package"),
    };
}
