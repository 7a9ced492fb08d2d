using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Maintenance;

/// <summary>What a shop or a vendor adds to a catalog: items, components, slots, names, relations, keys, and other words for the questions about severe use. Immutable; safe for many threads.</summary>
/// <remarks>It is checked against the catalog when it is applied: <see cref="MaintenanceCatalog.TryWith"/>.</remarks>
public sealed class CatalogOverlay
{
    private CatalogOverlay(CatalogOverlayConfig config) => Config = config;

    /// <summary>Gets the id.</summary>
    public string Id => Config.Id;

    internal CatalogOverlayConfig Config { get; }

    /// <summary>Writes the JSON Schema of the file format, for editors and other tools.</summary>
    /// <returns>The schema as indented JSON; it is the file schema/catalog-overlay.schema.json.</returns>
    public static string JsonSchema() => SchemaText.Of(MaintenanceJson.Default.CatalogOverlayConfig);

    /// <summary>Reads an overlay.</summary>
    /// <param name="utf8Json">The file; its format is described in docs/overlays.md.</param>
    /// <param name="overlay">Receives the overlay; null when the file was refused.</param>
    /// <param name="issues">Receives everything that is wrong with its shape.</param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CatalogOverlay? overlay, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, MaintenanceJson.Default.CatalogOverlayConfig, "SOD", found);
        if (config is not null && config.SchemaVersion != 1)
            found.Add(new LoadIssue("SOD010", "$.schemaVersion", "Version 1 is read; it was another."));
        overlay = config is null || found.Count > 0 ? null : new CatalogOverlay(config);
        issues = found.ToImmutable();
        return overlay is not null;
    }

    /// <summary>Writes the overlay as a file that reads as the same overlay; the same overlay is always written alike.</summary>
    /// <returns>UTF-8 JSON, without comments.</returns>
    public byte[] ToUtf8Json() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Config, MaintenanceJson.Default.CatalogOverlayConfig);
}
