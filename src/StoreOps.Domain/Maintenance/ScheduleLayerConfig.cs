using System.ComponentModel;
using System.Text.Json.Serialization;

namespace StoreOps.Domain.Maintenance;

internal sealed record ScheduleLayerConfig
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required int SchemaVersion { get; init; }

    [Description("The id of the layer, kebab-case.")]
    public required string Id { get; init; }

    [Description("The edition, in its owner's words: carried, never interpreted.")]
    public string? Edition { get; init; }

    [Description("Who speaks: a vehicle before a shop before a chain before a vendor.")]
    public required LayerOrigin Origin { get; init; }

    [Description("Schedules in the schedule format.")]
    public ScheduleConfig[]? Schedules { get; init; }

    [Description("Changed intervals. Several for one rule, with different days, are the history of its changes.")]
    public IntervalOverrideConfig[]? Overrides { get; init; }
}

internal sealed record IntervalOverrideConfig : LimitsConfig
{
    [Description("The id of a schedule; left out, every schedule of the make.")]
    public string? Schedule { get; init; }

    [Description("A make; left out, every make.")]
    public string? Make { get; init; }

    public required string Component { get; init; }

    public required ServiceAction Action { get; init; }

    [Description("New limits of severe use; none above those of normal use.")]
    public SevereLimitsConfig? Severe { get; init; }

    [Description("The first day on which it holds, as 2026-03-01.")]
    public required string EffectiveFrom { get; init; }

    [Description("Why, in words.")]
    public required string Reason { get; init; }

    public string? Author { get; init; }
}

internal sealed record SevereLimitsConfig : LimitsConfig;
