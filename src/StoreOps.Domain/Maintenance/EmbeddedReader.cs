using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StoreOps.Domain.Maintenance;

/// <summary>Builds the library's own catalog and schedules member by member, unchecked.</summary>
/// <remarks>
/// Tests prove that the result equals what the checked loaders read. They cost the first second of a process dearly, because schema
/// and serializer are compiled for every type on first use. What stands here is written to need few methods: no queries, no lambda for
/// what a loop can do, no generic code over value types but for <see cref="Words{T}"/>.
/// </remarks>
internal static class EmbeddedReader
{
    public static MaintenanceCatalog Catalog(EmbeddedNode root)
    {
        var slots = new Dictionary<string, PartSlot>(StringComparer.Ordinal);
        var slotList = Each(root, "slots", one => slots[Text(one, "id")] = new PartSlot(Text(one, "id"), Name(one)));
        var items = Each(root, "items", one => new MaintenanceItem(
            one.GetProperty("number").GetInt32(),
            Text(one, "id"),
            Name(one),
            Words<ServiceAction>(one, "actions"),
            Words<Vehicles.Powertrain>(one, "powertrains"),
            Each(one, "slots", slot => slots[slot.GetString()]),
            Each(one, "relations", relation => new ItemRelation(Word<RelationKind>(relation.GetProperty("kind")), Text(relation, "item")))));
        var components = Each(root, "components", one => new MaintenanceComponent(Text(one, "id"), Name(one), Texts(one, "items")));
        return new MaintenanceCatalog(slotList, items, components);
    }

    public static MaintenanceSchedule Schedule(EmbeddedNode root)
    {
        var vehicle = root.GetProperty("vehicle");
        var source = root.GetProperty("source");
        return new MaintenanceSchedule
        {
            Id = Text(root, "id"),
            Edition = MaybeText(root, "edition"),
            Vehicle = new ScheduleVehicle(
                Text(vehicle, "make"),
                MaybeText(vehicle, "modelText") ?? string.Empty,
                Texts(vehicle, "models"),
                MaybeNumber(vehicle, "fromModelYear"),
                MaybeNumber(vehicle, "toModelYear"),
                MaybeText(vehicle, "market"),
                Words<Vehicles.Powertrain>(vehicle, "powertrains"))
            {
                Keys = Each(vehicle, "keys", key => new ExternalKey(Text(key, "system"), Text(key, "value"))),
            },
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

    private static MaintenanceRule Rule(EmbeddedNode rule) => new()
    {
        ComponentId = Text(rule, "component"),
        Actions = Words<ServiceAction>(rule, "actions"),
        Limits = Limits(rule),
        PointsKilometers = Numbers(rule, "pointsKilometers"),
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

    private static ImmutableArray<SevereCondition> Conditions(EmbeddedNode root)
    {
        var texts = Members(root, "severeConditions", (letter, text) => new SevereCondition(letter, text.GetString()));
        return Member(root, "severeTriggers") is { } triggers ? WithTriggers(texts, triggers) : texts;
    }

    private static ImmutableArray<SevereCondition> WithTriggers(ImmutableArray<SevereCondition> texts, EmbeddedNode triggers)
    {
        var all = texts.ToBuilder();
        for (var i = 0; i < triggers.Values.Length; i++)
        {
            var trigger = Condition(triggers.Names[i], triggers.Values[i]);
            var at = 0;
            while (at < texts.Length && texts[at].Letter != trigger.Letter)
                at++;
            if (at < texts.Length)
                all[at] = trigger with { Text = texts[at].Text };
            else
                all.Add(trigger);
        }

        return all.ToImmutable();
    }

    private static SevereCondition Condition(string letter, EmbeddedNode trigger)
    {
        var driving = DrivingConditions.None;
        foreach (var word in Member(trigger, "driving")?.Values ?? [])
            driving |= (DrivingConditions)Word<DrivingAnswer>(word);
        return new SevereCondition(letter, string.Empty)
        {
            Driving = driving,
            FromAgeYears = MaybeNumber(trigger, "fromAgeYears"),
            FromKilometers = MaybeNumber(trigger, "fromKilometers"),
            IsOilBelowSpecification = MaybeFlag(trigger, "oilBelowSpecification") ?? false,
        };
    }

    private static SevereUse Severe(EmbeddedNode severe) => new()
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

    private static ServiceLimits Limits(EmbeddedNode owner) => new(
        MaybeNumber(owner, "everyKilometers"), MaybeNumber(owner, "everyMonths"), MaybeNumber(owner, "firstKilometers"), MaybeNumber(owner, "firstMonths"));

    private static ImmutableArray<MarketLimits> Markets(EmbeddedNode owner) => Each(owner, "markets", one => new MarketLimits(Texts(one, "markets"), Limits(one)));

    private static ImmutableArray<Annotation> Annotations(EmbeddedNode owner) =>
        Members(owner, "annotations", (key, value) => new Annotation(key, value.GetString()));

    private static EmbeddedNode? Member(EmbeddedNode owner, string name) => owner.Find(name);

    private static LocalizedText Name(EmbeddedNode owner)
    {
        var name = owner.GetProperty("name");
        return new LocalizedText(Text(name, "zh"), Text(name, "en"));
    }

    private static string Text(EmbeddedNode owner, string name) => owner.GetProperty(name).GetString();

    private static string? MaybeText(EmbeddedNode owner, string name) => Member(owner, name)?.GetString();

    private static int? MaybeNumber(EmbeddedNode owner, string name) => Member(owner, name)?.GetInt32();

    private static decimal? MaybeAmount(EmbeddedNode owner, string name) => Member(owner, name)?.GetDecimal();

    private static bool? MaybeFlag(EmbeddedNode owner, string name) => Member(owner, name)?.GetBoolean();

    private static ImmutableArray<string> Texts(EmbeddedNode owner, string name) =>
        owner.Find(name) is { } list ? ImmutableCollectionsMarshal.AsImmutableArray(list.GetTexts()) : ImmutableArray<string>.Empty;

    private static ImmutableArray<int> Numbers(EmbeddedNode owner, string name)
    {
        if (owner.Find(name) is not { } list)
            return ImmutableArray<int>.Empty;
        var all = new int[list.Values.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = list.Values[i].GetInt32();
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private static ImmutableArray<T> Words<T>(EmbeddedNode owner, string name)
        where T : struct, Enum
    {
        var list = owner.Find(name)?.Values;
        if (list is null || list.Length == 0)
            return ImmutableArray<T>.Empty;
        var all = new T[list.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = (T)Parse(typeof(T), list[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private static T Word<T>(EmbeddedNode word)
        where T : struct, Enum => (T)Parse(typeof(T), word);

    // Of a type as a value, not as a parameter: the framework's code for that is there already.
    private static object Parse(Type type, EmbeddedNode word) => Enum.Parse(type, word.GetString().Replace("-", string.Empty), ignoreCase: true);

    private static ImmutableArray<T> Each<T>(EmbeddedNode owner, string name, Func<EmbeddedNode, T> read)
        where T : class
    {
        if (owner.Find(name) is not { } list)
            return ImmutableArray<T>.Empty;
        var all = new T[list.Values.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = read(list.Values[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private static ImmutableArray<T> Members<T>(EmbeddedNode owner, string name, Func<string, EmbeddedNode, T> read)
        where T : class
    {
        if (owner.Find(name) is not { } members)
            return ImmutableArray<T>.Empty;
        var all = new T[members.Values.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = read(members.Names[i], members.Values[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}
