using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Vehicles;

/// <summary>A shop's or vendor's own list of makers: what no public list has, or has otherwise.</summary>
public sealed class WmiOverlay
{
    internal WmiOverlay(ImmutableArray<WmiEntry> entries) => Entries = entries;

    /// <summary>Gets the entries in the order of the file.</summary>
    public ImmutableArray<WmiEntry> Entries { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="utf8Json">The file; its format is described in docs/vin.md.</param>
    /// <param name="overlay">Receives the list; null when the file was refused.</param>
    /// <param name="issues">Receives everything that is wrong.</param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out WmiOverlay? overlay, out ImmutableArray<LoadIssue> issues) =>
        WmiOverlayLoader.TryLoad(utf8Json, out overlay, out issues);

    /// <summary>Writes the JSON Schema of the file format, for editors and other tools.</summary>
    /// <returns>The schema as indented JSON; it is the file schema/wmi-overlay.schema.json.</returns>
    public static string JsonSchema() => SchemaText.Of(WmiOverlayJson.Default.WmiOverlayConfig);

    /// <summary>Tells where this list contradicts a catalog: both name makes for an identifier, and none of them is the same.</summary>
    /// <param name="catalog">The catalog that this list is to be put over.</param>
    /// <returns>The conflicts in the order of the file. <see cref="WmiCatalog.With(WmiOverlay)"/> lets the list win.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public ImmutableArray<WmiConflict> ConflictsWith(WmiCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var conflicts = ImmutableArray.CreateBuilder<WmiConflict>();
        foreach (var entry in Entries)
        {
            if (catalog.Find(entry.Wmi) is { Makes.IsEmpty: false } known && !entry.Makes.IsEmpty
                && !known.Makes.Any(make => entry.Makes.Contains(make, StringComparer.OrdinalIgnoreCase)))
                conflicts.Add(new WmiConflict(known, entry));
        }

        return conflicts.ToImmutable();
    }
}
