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

    public required ScheduleVehicleConfig Vehicle { get; init; }

    public required ScheduleSourceConfig Source { get; init; }

    public required ScheduleConfidence Confidence { get; init; }

    public string? ConfidenceNote { get; init; }

    public required string Coverage { get; init; }

    public BaseVisitConfig? BaseVisit { get; init; }

    public required RuleConfig[] Rules { get; init; }

    public Dictionary<string, string>? SevereConditions { get; init; }

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

    public IntervalAnchor? Anchor { get; init; }

    public bool? NoServiceRequired { get; init; }

    public bool? MandatoryFirst { get; init; }

    public string? Follows { get; init; }

    public SevereConfig? Severe { get; init; }

    public string[]? EngineCodes { get; init; }

    public string[]? BuildCodes { get; init; }

    public string[]? Models { get; init; }

    public string[]? FittedParts { get; init; }

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
