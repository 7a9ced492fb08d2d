using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

internal abstract record LimitsConfig
{
    [Description("The repeat interval in kilometers.")]
    public int? EveryKilometers { get; init; }

    [Description("The repeat interval in months.")]
    public int? EveryMonths { get; init; }

    [Description("The first interval in kilometers, where it differs.")]
    public int? FirstKilometers { get; init; }

    [Description("The first interval in months, where it differs.")]
    public int? FirstMonths { get; init; }

    public ServiceLimits ToLimits() => new(EveryKilometers, EveryMonths, FirstKilometers, FirstMonths);
}

internal sealed record ScheduleConfig
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required int SchemaVersion { get; init; }

    public required string Id { get; init; }

    [Description("The edition, in its owner's words: carried, never interpreted.")]
    public string? Edition { get; init; }

    public required ScheduleVehicleConfig Vehicle { get; init; }

    public required ScheduleSourceConfig Source { get; init; }

    public required ScheduleConfidence Confidence { get; init; }

    public string? ConfidenceNote { get; init; }

    public required string Coverage { get; init; }

    public BaseVisitConfig? BaseVisit { get; init; }

    public required RuleConfig[] Rules { get; init; }

    public Dictionary<string, string>? SevereConditions { get; init; }

    [Description("What makes a severe condition hold, by its letter or word.")]
    public Dictionary<string, SevereTriggerConfig>? SevereTriggers { get; init; }

    public string[]? Notes { get; init; }

    public Dictionary<string, JsonElement>? Annotations { get; init; }
}

internal sealed record ScheduleVehicleConfig
{
    public required string Make { get; init; }

    public string? ModelText { get; init; }

    public required string[] Models { get; init; }

    public int? FromModelYear { get; init; }

    public int? ToModelYear { get; init; }

    public string? Market { get; init; }

    public required Powertrain[] Powertrains { get; init; }

    [Description("The vehicles in other systems, such as a TecDoc KType: carried, never interpreted.")]
    public VehicleKeyConfig[]? Keys { get; init; }
}

internal sealed record VehicleKeyConfig
{
    public required string System { get; init; }

    public required string Value { get; init; }
}

internal sealed record ScheduleSourceConfig
{
    public required string Url { get; init; }

    public required string Kind { get; init; }

    public required string License { get; init; }
}

internal sealed record BaseVisitConfig : LimitsConfig
{
    public string? Text { get; init; }
}

internal sealed record MarketLimitsConfig : LimitsConfig
{
    public required string[] Markets { get; init; }
}

internal sealed record SevereConfig : LimitsConfig
{
    public string[]? When { get; init; }

    public string? FittedPart { get; init; }

    public string? AnchorText { get; init; }

    public bool? TimeIndependent { get; init; }

    public MarketLimitsConfig[]? Markets { get; init; }

    public string? Note { get; init; }

    public string? Source { get; init; }

    public Dictionary<string, JsonElement>? Annotations { get; init; }
}

internal sealed record RuleConfig : LimitsConfig
{
    public required string Component { get; init; }

    public required ServiceAction[] Actions { get; init; }

    [Description("The odometer points at which it is due, ascending, instead of an interval; at most 30.")]
    public int[]? PointsKilometers { get; init; }

    [Description("Whether the list of points starts again after its last.")]
    public bool? PointsRepeat { get; init; }

    [Description("The interval on another meter, such as engine hours.")]
    public MeterLimitConfig? MeterLimit { get; init; }

    [Description("How far before and after its limit the maker lets it be done.")]
    public ToleranceConfig? Tolerance { get; init; }

    [Description("From where the next interval is counted: last-done, grid or due-point.")]
    public IntervalAnchor? Anchor { get; init; }

    [Description("Whether the vehicle's own indicator calls for it; the limits are then the cap.")]
    public bool? Indicator { get; init; }

    [Description("A measured value that makes it due.")]
    public MeasurementConfig? Measurement { get; init; }

    [Description("Events after which it is done at once, for example submersion.")]
    public string[]? Events { get; init; }

    [Description("Oil grades of which the normal limits require one; with a lesser oil the severe limits hold.")]
    public string[]? RequiredOilGrades { get; init; }

    public bool? NoServiceRequired { get; init; }

    public bool? MandatoryFirst { get; init; }

    public string? Follows { get; init; }

    public SevereConfig? Severe { get; init; }

    public string[]? EngineCodes { get; init; }

    public string[]? BuildCodes { get; init; }

    public string[]? Models { get; init; }

    public string[]? FittedParts { get; init; }

    [Description("The grades of the oil filled for which the rule holds.")]
    public string[]? OilGrades { get; init; }

    [Description("The markets in which the rule holds.")]
    public string[]? OnlyMarkets { get; init; }

    public int? FromModelYear { get; init; }

    public int? ToModelYear { get; init; }

    public Powertrain[]? Powertrains { get; init; }

    public MarketLimitsConfig[]? Markets { get; init; }

    public string? Condition { get; init; }

    public string? Trigger { get; init; }

    public string? Meter { get; init; }

    public string? Inferred { get; init; }

    public string? Marks { get; init; }

    public string? Note { get; init; }

    public Dictionary<string, JsonElement>? Annotations { get; init; }
}

/// <summary>The words of <see cref="DrivingConditions"/> in a file, with its numbers; not flags, so that each word stands alone.</summary>
internal enum DrivingAnswer
{
    ShortTrips = (int)DrivingConditions.ShortTrips,
    DustOrUnpaved = (int)DrivingConditions.DustOrUnpaved,
    TowingOrCommercial = (int)DrivingConditions.TowingOrCommercial,
    MountainsOrHeat = (int)DrivingConditions.MountainsOrHeat,
    Idling = (int)DrivingConditions.Idling,
}

internal sealed record SevereTriggerConfig
{
    [Description("The answers to the five questions of which any makes it hold.")]
    public DrivingAnswer[]? Driving { get; init; }

    [Description("The age in years from which on it holds.")]
    public int? FromAgeYears { get; init; }

    [Description("The odometer from which on it holds.")]
    public int? FromKilometers { get; init; }

    [Description("Whether it holds when the oil filled is below what the schedule requires.")]
    public bool? OilBelowSpecification { get; init; }
}

internal sealed record MeterLimitConfig
{
    [Description("The id of the meter, for example engine-hours or hev-km.")]
    public required string Meter { get; init; }

    [Description("The repeat interval in the meter's own unit.")]
    public required int Every { get; init; }

    [Description("The first interval, where it differs.")]
    public int? First { get; init; }
}

internal sealed record ToleranceConfig
{
    public int? Kilometers { get; init; }

    public int? Days { get; init; }
}

internal sealed record MeasurementConfig
{
    [Description("What is measured, for example tread-depth.")]
    public required string Quantity { get; init; }

    [Description("The unit of the threshold, for example mm.")]
    public required string Unit { get; init; }

    [Description("Due at this value and below.")]
    public decimal? AtMost { get; init; }

    [Description("Due at this value and above.")]
    public decimal? AtLeast { get; init; }
}
