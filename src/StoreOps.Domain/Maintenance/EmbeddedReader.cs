using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace StoreOps.Domain.Maintenance;

/// <summary>Builds the library's own catalog and schedules member by member, unchecked.</summary>
/// <remarks>
/// Tests prove that the result equals what the checked loaders read. They cost the first second of a process dearly, because schema
/// and serializer are compiled for every type on first use; a walk over elements is compiled once.
/// </remarks>
internal static class EmbeddedReader
{
    public static MaintenanceCatalog Catalog(JsonElement root)
    {
        var slots = new Dictionary<string, PartSlot>(StringComparer.Ordinal);
        var slotList = Each(root, "slots", one => slots[Text(one, "id")] = new PartSlot(Text(one, "id"), Name(one)));
        var items = Each(root, "items", one => new MaintenanceItem(
            one.GetProperty("number").GetInt32(),
            Text(one, "id"),
            Name(one),
            Words<ServiceAction>(one, "actions"),
            Words<Vehicles.Powertrain>(one, "powertrains"),
            Each(one, "slots", slot => slots[slot.GetString()!]),
            Each(one, "relations", relation => new ItemRelation(Word<RelationKind>(relation.GetProperty("kind")), Text(relation, "item")))));
        var components = Each(root, "components", one => new MaintenanceComponent(Text(one, "id"), Name(one), Texts(one, "items")));
        return new MaintenanceCatalog(slotList, items.Sort((left, right) => left.Number.CompareTo(right.Number)), components);
    }

    public static MaintenanceSchedule Schedule(JsonElement root)
    {
        var vehicle = root.GetProperty("vehicle");
        var source = root.GetProperty("source");
        return new MaintenanceSchedule
        {
            Id = Text(root, "id"),
            Vehicle = new ScheduleVehicle(
                Text(vehicle, "make"),
                MaybeText(vehicle, "modelText") ?? string.Empty,
                Texts(vehicle, "models"),
                MaybeNumber(vehicle, "fromModelYear"),
                MaybeNumber(vehicle, "toModelYear"),
                MaybeText(vehicle, "market"),
                Words<Vehicles.Powertrain>(vehicle, "powertrains")),
            Source = new ScheduleSource(Text(source, "url"), Text(source, "kind"), Text(source, "license")),
            Confidence = Word<ScheduleConfidence>(root.GetProperty("confidence")),
            ConfidenceNote = MaybeText(root, "confidenceNote"),
            Coverage = Text(root, "coverage"),
            BaseVisit = Member(root, "baseVisit") is { } visit ? new BaseVisit(Limits(visit), MaybeText(visit, "text")) : null,
            Rules = Each(root, "rules", Rule),
            SevereConditions = Conditions(root),
            Notes = Texts(root, "notes"),
            Annotations = Annotations(root),
        };
    }

    private static MaintenanceRule Rule(JsonElement rule) => new()
    {
        ComponentId = Text(rule, "component"),
        Actions = Words<ServiceAction>(rule, "actions"),
        Limits = Limits(rule),
        PointsKilometers = Each(rule, "pointsKilometers", one => one.GetInt32()),
        DoPointsRepeat = MaybeFlag(rule, "pointsRepeat") ?? false,
        MeterLimit = Member(rule, "meterLimit") is { } meter
            ? new MeterLimit(Text(meter, "meter"), meter.GetProperty("every").GetInt32(), MaybeNumber(meter, "first"))
            : null,
        Tolerance = Member(rule, "tolerance") is { } tolerance
            ? new ServiceTolerance(MaybeNumber(tolerance, "kilometers"), MaybeNumber(tolerance, "days"))
            : default,
        HasIndicator = MaybeFlag(rule, "indicator") ?? false,
        Measurement = Member(rule, "measurement") is { } measured
            ? new MeasurementTrigger(Text(measured, "quantity"), Text(measured, "unit"), MaybeAmount(measured, "atMost"), MaybeAmount(measured, "atLeast"))
            : null,
        Events = Texts(rule, "events"),
        RequiredOilGrades = Texts(rule, "requiredOilGrades"),
        Anchor = Member(rule, "anchor") is { } anchor ? Word<IntervalAnchor>(anchor) : IntervalAnchor.LastDone,
        IsNoServiceRequired = MaybeFlag(rule, "noServiceRequired") ?? false,
        IsMandatoryFirst = MaybeFlag(rule, "mandatoryFirst") ?? false,
        FollowsComponentId = MaybeText(rule, "follows"),
        Severe = Member(rule, "severe") is { } severe ? Severe(severe) : null,
        Scope = new RuleScope
        {
            EngineCodes = Texts(rule, "engineCodes"),
            BuildCodes = Texts(rule, "buildCodes"),
            Models = Texts(rule, "models"),
            FittedParts = Texts(rule, "fittedParts"),
            OilGrades = Texts(rule, "oilGrades"),
            Markets = Texts(rule, "onlyMarkets"),
            FromModelYear = MaybeNumber(rule, "fromModelYear"),
            ToModelYear = MaybeNumber(rule, "toModelYear"),
            Powertrains = Words<Vehicles.Powertrain>(rule, "powertrains"),
        },
        Markets = Markets(rule),
        ConditionText = MaybeText(rule, "condition"),
        TriggerText = MaybeText(rule, "trigger"),
        Meter = MaybeText(rule, "meter"),
        InferredFrom = MaybeText(rule, "inferred"),
        Marks = MaybeText(rule, "marks"),
        Note = MaybeText(rule, "note"),
        Annotations = Annotations(rule),
    };

    private static ImmutableArray<SevereCondition> Conditions(JsonElement root)
    {
        var texts = Members(root, "severeConditions", one => new SevereCondition(one.Name, one.Value.GetString()!));
        var triggers = Members(root, "severeTriggers", one => Condition(one.Name, one.Value));
        return
        [
            .. texts.Select(one => triggers.FirstOrDefault(trigger => trigger.Letter == one.Letter) is { } trigger ? trigger with { Text = one.Text } : one),
            .. triggers.Where(trigger => texts.All(one => one.Letter != trigger.Letter)),
        ];
    }

    private static SevereCondition Condition(string letter, JsonElement trigger) => new(letter, string.Empty)
    {
        Driving = Words<DrivingAnswer>(trigger, "driving").Aggregate(DrivingConditions.None, (all, one) => all | (DrivingConditions)one),
        FromAgeYears = MaybeNumber(trigger, "fromAgeYears"),
        FromKilometers = MaybeNumber(trigger, "fromKilometers"),
        IsOilBelowSpecification = MaybeFlag(trigger, "oilBelowSpecification") ?? false,
    };

    private static SevereUse Severe(JsonElement severe) => new()
    {
        Limits = Limits(severe),
        When = Texts(severe, "when"),
        FittedPart = MaybeText(severe, "fittedPart"),
        AnchorText = MaybeText(severe, "anchorText"),
        IsTimeIndependent = MaybeFlag(severe, "timeIndependent"),
        Markets = Markets(severe),
        Note = MaybeText(severe, "note"),
        Source = MaybeText(severe, "source"),
        Annotations = Annotations(severe),
    };

    private static ServiceLimits Limits(JsonElement owner) => new(
        MaybeNumber(owner, "everyKilometers"), MaybeNumber(owner, "everyMonths"), MaybeNumber(owner, "firstKilometers"), MaybeNumber(owner, "firstMonths"));

    private static ImmutableArray<MarketLimits> Markets(JsonElement owner) => Each(owner, "markets", one => new MarketLimits(Texts(one, "markets"), Limits(one)));

    private static ImmutableArray<Annotation> Annotations(JsonElement owner) =>
        Members(owner, "annotations", one => new Annotation(one.Name, one.Value.GetRawText()));

    private static JsonElement? Member(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static LocalizedText Name(JsonElement owner)
    {
        var name = owner.GetProperty("name");
        return new LocalizedText(Text(name, "zh"), Text(name, "en"));
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString()!;

    private static string? MaybeText(JsonElement owner, string name) => Member(owner, name)?.GetString();

    private static int? MaybeNumber(JsonElement owner, string name) => Member(owner, name)?.GetInt32();

    private static decimal? MaybeAmount(JsonElement owner, string name) => Member(owner, name)?.GetDecimal();

    private static bool? MaybeFlag(JsonElement owner, string name) => Member(owner, name)?.GetBoolean();

    private static ImmutableArray<string> Texts(JsonElement owner, string name) => Each(owner, name, one => one.GetString()!);

    private static ImmutableArray<T> Words<T>(JsonElement owner, string name)
        where T : struct, Enum => Member(owner, name) is { } list && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Select(Word<T>)] : [];

    private static T Word<T>(JsonElement word)
        where T : struct, Enum => Enum.TryParse<T>(word.GetString()!.Replace("-", string.Empty), ignoreCase: true, out var value)
            ? value
            : throw new UnreachableException("The library's files have an unknown word: " + word.GetRawText());

    private static ImmutableArray<T> Each<T>(JsonElement owner, string name, Func<JsonElement, T> read)
    {
        if (Member(owner, name) is not { } list)
            return [];
        var all = ImmutableArray.CreateBuilder<T>(list.GetArrayLength());
        foreach (var one in list.EnumerateArray())
            all.Add(read(one));
        return all.MoveToImmutable();
    }

    private static ImmutableArray<T> Members<T>(JsonElement owner, string name, Func<JsonProperty, T> read)
    {
        if (Member(owner, name) is not { } members)
            return [];
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var one in members.EnumerateObject())
            all.Add(read(one));
        return all.ToImmutable();
    }
}
