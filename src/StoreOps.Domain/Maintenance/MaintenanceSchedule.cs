using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Maintenance;

/// <summary>A maker's maintenance schedule as rules, with its source and how far it is to be trusted.</summary>
public sealed record MaintenanceSchedule
{
    /// <summary>Gets the id, for example "mazda3-2016-au-petrol".</summary>
    public required string Id { get; init; }

    /// <summary>Gets the edition, in its owner's words, for example "2026-03".</summary>
    /// <value>Null where none is stated; carried, never interpreted.</value>
    public string? Edition { get; init; }

    /// <summary>Gets which vehicles it is for.</summary>
    public required ScheduleVehicle Vehicle { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required ScheduleSource Source { get; init; }

    /// <summary>Gets how far it is to be trusted.</summary>
    public required ScheduleConfidence Confidence { get; init; }

    /// <summary>Gets why it is to be trusted no further.</summary>
    public string? ConfidenceNote { get; init; }

    /// <summary>Gets how much of the maker's document it covers, in words.</summary>
    public required string Coverage { get; init; }

    /// <summary>Gets the grid of visits.</summary>
    /// <value>Null when the source has none.</value>
    public BaseVisit? BaseVisit { get; init; }

    /// <summary>Gets the rules.</summary>
    public required ImmutableArray<MaintenanceRule> Rules { get; init; }

    /// <summary>Gets the kinds of severe use it names.</summary>
    public ImmutableArray<SevereCondition> SevereConditions { get; init; } = [];

    /// <summary>Gets remarks.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets what else the source says, carried and not interpreted.</summary>
    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    /// <summary>Gets a value indicating whether it is the generic schedule: medians, and no maker's word.</summary>
    public bool IsGeneric => Vehicle.Make == "*";

    /// <summary>Writes the JSON Schema of the file format, for editors and other tools.</summary>
    /// <returns>The schema as indented JSON; it is the file schema/schedule.schema.json.</returns>
    public static string JsonSchema() => SchemaText.Of(MaintenanceJson.Default.ScheduleConfig);

    /// <summary>Reads a schedule.</summary>
    /// <param name="utf8Json">The file; its format is described in docs/schedule-format.md.</param>
    /// <param name="schedule">Receives the schedule; null when the file was refused.</param>
    /// <param name="issues">Receives everything that is wrong.</param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out MaintenanceSchedule? schedule, out ImmutableArray<LoadIssue> issues) =>
        ScheduleLoader.TryLoad(utf8Json, out schedule, out issues);
}
