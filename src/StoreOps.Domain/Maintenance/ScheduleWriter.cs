using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

using NodaTime.Text;

namespace StoreOps.Domain.Maintenance;

/// <summary>Makes a file of a layer and its schedules: what <see cref="ScheduleBuilder"/> does, backwards. What says nothing is left out.</summary>
internal static class ScheduleWriter
{
    public static byte[] Write(ScheduleLayer layer)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(writer, Layer(layer), MaintenanceJson.Default.ScheduleLayerConfig);
        return stream.ToArray();
    }

    private static ScheduleLayerConfig Layer(ScheduleLayer layer) => new()
    {
        SchemaVersion = 1,
        Id = layer.Id,
        Edition = layer.Edition,
        Origin = layer.Origin,
        Schedules = Each(layer.Schedules, Schedule),
        Overrides = Each(layer.Overrides, Override),
    };

    private static IntervalOverrideConfig Override(IntervalOverride one) => Limited(one.Limits, new IntervalOverrideConfig
    {
        Schedule = one.ScheduleId,
        Make = one.Make,
        Component = one.ComponentId,
        Action = one.Action,
        Severe = one.SevereLimits.IsEmpty ? null : Limited(one.SevereLimits, new SevereLimitsConfig()),
        EffectiveFrom = LocalDatePattern.Iso.Format(one.EffectiveFrom),
        Reason = one.Reason,
        Author = one.Author,
    });

    private static ScheduleConfig Schedule(MaintenanceSchedule schedule) => new()
    {
        SchemaVersion = 1,
        Id = schedule.Id,
        Edition = schedule.Edition,
        Vehicle = new ScheduleVehicleConfig
        {
            Make = schedule.Vehicle.Make,
            ModelText = schedule.Vehicle.ModelText.Length == 0 ? null : schedule.Vehicle.ModelText,
            Models = [.. schedule.Vehicle.Models],
            FromModelYear = schedule.Vehicle.FromModelYear,
            ToModelYear = schedule.Vehicle.ToModelYear,
            Market = schedule.Vehicle.Market,
            Powertrains = [.. schedule.Vehicle.Powertrains],
            Keys = Each(schedule.Vehicle.Keys, key => new VehicleKeyConfig { System = key.System, Value = key.Value }),
        },
        Source = new ScheduleSourceConfig { Url = schedule.Source.Url, Kind = schedule.Source.Kind, License = schedule.Source.License },
        Confidence = schedule.Confidence,
        ConfidenceNote = schedule.ConfidenceNote,
        Coverage = schedule.Coverage,
        BaseVisit = schedule.BaseVisit is { } visit ? Limited(visit.Limits, new BaseVisitConfig { Text = visit.Text }) : null,
        Rules = [.. schedule.Rules.Select(Rule)],
        SevereConditions = Members(schedule.SevereConditions, condition => condition.Letter, condition => condition.Text),
        SevereTriggers = Members([.. schedule.SevereConditions.Where(HasTrigger)], condition => condition.Letter, Trigger),
        Notes = Each(schedule.Notes, note => note),
        Annotations = Annotations(schedule.Annotations),
    };

    private static bool HasTrigger(SevereCondition condition) =>
        condition.Driving != DrivingConditions.None || (condition.FromAgeYears ?? condition.FromKilometers) is not null || condition.IsOilBelowSpecification;

    private static SevereTriggerConfig Trigger(SevereCondition condition) => new()
    {
        Driving = Answers(condition.Driving),
        FromAgeYears = condition.FromAgeYears,
        FromKilometers = condition.FromKilometers,
        OilBelowSpecification = Flag(condition.IsOilBelowSpecification),
    };

    private static DrivingAnswer[]? Answers(DrivingConditions driving)
    {
        DrivingAnswer[] all =
            [DrivingAnswer.ShortTrips, DrivingAnswer.DustOrUnpaved, DrivingAnswer.TowingOrCommercial, DrivingAnswer.MountainsOrHeat, DrivingAnswer.Idling];
        return driving == DrivingConditions.None ? null : [.. all.Where(one => driving.HasFlag((DrivingConditions)one))];
    }

    private static RuleConfig Rule(MaintenanceRule rule) => Limited(rule.Limits, new RuleConfig
    {
        Component = rule.ComponentId,
        Actions = [.. rule.Actions],
        PointsKilometers = Each(rule.PointsKilometers, point => point),
        PointsRepeat = Flag(rule.DoPointsRepeat),
        MeterLimit = rule.MeterLimit is { } meter ? new MeterLimitConfig { Meter = meter.Meter, Every = meter.Every, First = meter.First } : null,
        Tolerance = rule.Tolerance.IsEmpty ? null : new ToleranceConfig { Kilometers = rule.Tolerance.Kilometers, Days = rule.Tolerance.Days },
        Anchor = rule.Anchor == IntervalAnchor.LastDone ? null : rule.Anchor,
        Indicator = Flag(rule.HasIndicator),
        Measurement = rule.Measurement is { } measured
            ? new MeasurementConfig { Quantity = measured.Quantity, Unit = measured.Unit, AtMost = measured.AtMost, AtLeast = measured.AtLeast }
            : null,
        Events = Each(rule.Events, word => word),
        RequiredOilGrades = Each(rule.RequiredOilGrades, grade => grade),
        NoServiceRequired = Flag(rule.IsNoServiceRequired),
        MandatoryFirst = Flag(rule.IsMandatoryFirst),
        Follows = rule.FollowsComponentId,
        Severe = rule.Severe is { } severe ? Severe(severe) : null,
        EngineCodes = Each(rule.Scope.EngineCodes, code => code),
        BuildCodes = Each(rule.Scope.BuildCodes, code => code),
        Models = Each(rule.Scope.Models, model => model),
        FittedParts = Each(rule.Scope.FittedParts, part => part),
        OilGrades = Each(rule.Scope.OilGrades, grade => grade),
        OnlyMarkets = Each(rule.Scope.Markets, market => market),
        FromModelYear = rule.Scope.FromModelYear,
        ToModelYear = rule.Scope.ToModelYear,
        Powertrains = Each(rule.Scope.Powertrains, one => one),
        Markets = Markets(rule.Markets),
        Condition = rule.ConditionText,
        Trigger = rule.TriggerText,
        Meter = rule.Meter,
        Inferred = rule.InferredFrom,
        Marks = rule.Marks,
        Note = rule.Note,
        Annotations = Annotations(rule.Annotations),
    });

    private static SevereConfig Severe(SevereUse severe) => Limited(severe.Limits, new SevereConfig
    {
        When = Each(severe.When, letter => letter),
        FittedPart = severe.FittedPart,
        AnchorText = severe.AnchorText,
        TimeIndependent = severe.IsTimeIndependent,
        Markets = Markets(severe.Markets),
        Note = severe.Note,
        Source = severe.Source,
        Annotations = Annotations(severe.Annotations),
    });

    private static MarketLimitsConfig[]? Markets(ImmutableArray<MarketLimits> markets) =>
        Each(markets, one => Limited(one.Limits, new MarketLimitsConfig { Markets = [.. one.Markets] }));

    private static T Limited<T>(ServiceLimits limits, T config)
        where T : LimitsConfig => (T)(config with
        {
            EveryKilometers = limits.EveryKilometers,
            EveryMonths = limits.EveryMonths,
            FirstKilometers = limits.FirstKilometers,
            FirstMonths = limits.FirstMonths,
        });

    private static bool? Flag(bool value) => value ? true : null;

    private static TTo[]? Each<TFrom, TTo>(ImmutableArray<TFrom> list, Func<TFrom, TTo> write) =>
        list.IsDefaultOrEmpty ? null : [.. list.Select(write)];

    private static Dictionary<string, T>? Members<TFrom, T>(ImmutableArray<TFrom> list, Func<TFrom, string> name, Func<TFrom, T> value)
    {
        if (list.IsDefaultOrEmpty)
            return null;
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var one in list)
            members[name(one)] = value(one);
        return members;
    }

    private static Dictionary<string, JsonElement>? Annotations(ImmutableArray<Annotation> annotations) =>
        Members(annotations, one => one.Name, one =>
        {
            using var document = JsonDocument.Parse(one.Json);
            return document.RootElement.Clone();
        });
}
