using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Maintenance;

/// <summary>What a vendor, a chain, a shop or a vehicle's owner adds to the makers' schedules: schedules of their own, and changed intervals.</summary>
public sealed record ScheduleLayer
{
    /// <summary>Gets the id, for example "north-chain-2026".</summary>
    public required string Id { get; init; }

    /// <summary>Gets the edition, in its owner's words, for example "2026-03".</summary>
    /// <value>Null where none is stated; carried, never interpreted.</value>
    public string? Edition { get; init; }

    /// <summary>Gets who speaks.</summary>
    public required LayerOrigin Origin { get; init; }

    /// <summary>Gets the schedules it adds.</summary>
    public ImmutableArray<MaintenanceSchedule> Schedules { get; init; } = [];

    /// <summary>Gets the intervals it changes, with their history.</summary>
    public ImmutableArray<IntervalOverride> Overrides { get; init; } = [];

    /// <summary>Writes the JSON Schema of the file format, for editors and other tools.</summary>
    /// <returns>The schema as indented JSON; it is the file schema/maintenance-overlay.schema.json.</returns>
    public static string JsonSchema() => SchemaText.Of(MaintenanceJson.Default.ScheduleLayerConfig);

    /// <summary>Reads a layer.</summary>
    /// <param name="utf8Json">The file; its format is described in docs/overlays.md.</param>
    /// <param name="layer">Receives the layer; null when the file was refused.</param>
    /// <param name="issues">Receives everything that is wrong.</param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out ScheduleLayer? layer, out ImmutableArray<LoadIssue> issues) =>
        ScheduleLayerLoader.TryLoad(utf8Json, out layer, out issues);

    /// <summary>Writes the layer as a file that reads as the same layer; the same layer is always written alike.</summary>
    /// <returns>UTF-8 JSON, without comments. A layer that code has made and no file could hold is refused when it is read, not here.</returns>
    /// <exception cref="System.Text.Json.JsonException">An annotation is not JSON.</exception>
    public byte[] ToUtf8Json() => ScheduleWriter.Write(this);
}
