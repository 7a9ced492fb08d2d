using System.Collections.Immutable;
using System.Text.Json;

namespace StoreOps.Domain.Maintenance;

/// <summary>Makes the domain's schedule of a file that was found in order.</summary>
internal static class ScheduleBuilder
{
    public static MaintenanceSchedule ToSchedule(ScheduleConfig config) => new()
    {
        Id = config.Id,
        Edition = config.Edition,
        Vehicle = new ScheduleVehicle(
            config.Vehicle.Make,
            config.Vehicle.ModelText ?? string.Empty,
            [.. config.Vehicle.Models],
            config.Vehicle.FromModelYear,
            config.Vehicle.ToModelYear,
            config.Vehicle.Market,
            [.. config.Vehicle.Powertrains])
        {
            Keys = [.. (config.Vehicle.Keys ?? []).Select(key => new ExternalKey(key.System, key.Value))],
        },
        Source = new ScheduleSource(config.Source.Url, config.Source.Kind, config.Source.License),
        Confidence = config.Confidence,
        ConfidenceNote = config.ConfidenceNote,
        Coverage = config.Coverage,
        BaseVisit = config.BaseVisit is { } visit ? new BaseVisit(visit.ToLimits(), visit.Text) : null,
        Rules = [.. config.Rules.Select(ToRule)],
        SevereConditions = ToConditions(config.SevereConditions ?? [], config.SevereTriggers ?? []),
        Notes = [.. config.Notes ?? []],
        Annotations = ToAnnotations(config.Annotations),
    };

    // A condition may be explained, have a trigger, or both; one with a trigger alone has no text.
    private static ImmutableArray<SevereCondition> ToConditions(Dictionary<string, string> texts, Dictionary<string, SevereTriggerConfig> triggers) =>
    [
        .. texts.Select(pair => ToCondition(pair.Key, pair.Value, triggers.TryGetValue(pair.Key, out var trigger) ? trigger : null)),
        .. triggers.Where(pair => !texts.ContainsKey(pair.Key)).Select(pair => ToCondition(pair.Key, string.Empty, pair.Value)),
    ];

    private static SevereCondition ToCondition(string letter, string text, SevereTriggerConfig? trigger) => new(letter, text)
    {
        Driving = (trigger?.Driving ?? []).Aggregate(DrivingConditions.None, (all, one) => all | (DrivingConditions)one),
        FromAgeYears = trigger?.FromAgeYears,
        FromKilometers = trigger?.FromKilometers,
        IsOilBelowSpecification = trigger?.OilBelowSpecification ?? false,
    };

    private static MaintenanceRule ToRule(RuleConfig rule) => new()
    {
        ComponentId = rule.Component,
        Actions = [.. rule.Actions],
        Limits = rule.ToLimits(),
        PointsKilometers = [.. rule.PointsKilometers ?? []],
        DoPointsRepeat = rule.PointsRepeat ?? false,
        MeterLimit = rule.MeterLimit is { } meter ? new MeterLimit(meter.Meter, meter.Every, meter.First) : null,
        Tolerance = rule.Tolerance is { } tolerance ? new ServiceTolerance(tolerance.Kilometers, tolerance.Days) : default,
        Anchor = rule.Anchor ?? IntervalAnchor.LastDone,
        HasIndicator = rule.Indicator ?? false,
        Measurement = rule.Measurement is { } measurement
            ? new MeasurementTrigger(measurement.Quantity, measurement.Unit, measurement.AtMost, measurement.AtLeast)
            : null,
        Events = [.. rule.Events ?? []],
        RequiredOilGrades = [.. rule.RequiredOilGrades ?? []],
        IsNoServiceRequired = rule.NoServiceRequired ?? false,
        IsMandatoryFirst = rule.MandatoryFirst ?? false,
        FollowsComponentId = rule.Follows,
        Severe = rule.Severe is { } severe ? ToSevere(severe) : null,
        Scope = new RuleScope
        {
            EngineCodes = [.. rule.EngineCodes ?? []],
            BuildCodes = [.. rule.BuildCodes ?? []],
            Models = [.. rule.Models ?? []],
            FittedParts = [.. rule.FittedParts ?? []],
            OilGrades = [.. rule.OilGrades ?? []],
            Markets = [.. rule.OnlyMarkets ?? []],
            FromModelYear = rule.FromModelYear,
            ToModelYear = rule.ToModelYear,
            Powertrains = [.. rule.Powertrains ?? []],
        },
        Markets = ToMarkets(rule.Markets),
        ConditionText = rule.Condition,
        TriggerText = rule.Trigger,
        Meter = rule.Meter,
        InferredFrom = rule.Inferred,
        Marks = rule.Marks,
        Note = rule.Note,
        Annotations = ToAnnotations(rule.Annotations),
    };

    private static SevereUse ToSevere(SevereConfig severe) => new()
    {
        Limits = severe.ToLimits(),
        When = [.. severe.When ?? []],
        FittedPart = severe.FittedPart,
        AnchorText = severe.AnchorText,
        IsTimeIndependent = severe.TimeIndependent,
        Markets = ToMarkets(severe.Markets),
        Note = severe.Note,
        Source = severe.Source,
        Annotations = ToAnnotations(severe.Annotations),
    };

    private static ImmutableArray<MarketLimits> ToMarkets(MarketLimitsConfig[]? markets) =>
        [.. (markets ?? []).Select(market => new MarketLimits([.. market.Markets], market.ToLimits()))];

    private static ImmutableArray<Annotation> ToAnnotations(Dictionary<string, JsonElement>? annotations) =>
        [.. (annotations ?? []).Select(pair => new Annotation(pair.Key, pair.Value.GetRawText()))];
}
