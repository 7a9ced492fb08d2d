using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Maintenance;

/// <summary>The maintenance items of a shop, the parts they take and how they bear on one another. Immutable; safe for many threads.</summary>
public sealed class MaintenanceCatalog
{
    private static readonly Lazy<MaintenanceCatalog> Embedded = new(() => EmbeddedData.Catalog());

    private readonly Dictionary<string, MaintenanceItem> _items;
    private readonly Dictionary<string, MaintenanceComponent> _components;

    internal MaintenanceCatalog(ImmutableArray<PartSlot> slots, ImmutableArray<MaintenanceItem> items, ImmutableArray<MaintenanceComponent> components)
    {
        Slots = slots;
        Items = items;
        Components = components;
        _items = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        _components = components.ToDictionary(component => component.Id, StringComparer.Ordinal);
    }

    /// <summary>Gets the catalog of 31 items that comes with the library.</summary>
    public static MaintenanceCatalog BuiltIn => Embedded.Value;

    /// <summary>Gets the items in the order of their numbers.</summary>
    public ImmutableArray<MaintenanceItem> Items { get; }

    /// <summary>Gets the slots that items name.</summary>
    public ImmutableArray<PartSlot> Slots { get; }

    /// <summary>Gets the finer components that schedules speak of, beside the items themselves.</summary>
    public ImmutableArray<MaintenanceComponent> Components { get; }

    /// <summary>Reads a catalog.</summary>
    /// <param name="utf8Json">The file.</param>
    /// <param name="catalog">Receives the catalog; null when the file was refused.</param>
    /// <param name="issues">Receives everything that is wrong.</param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out MaintenanceCatalog? catalog, out ImmutableArray<LoadIssue> issues) =>
        CatalogLoader.TryLoad(utf8Json, out catalog, out issues);

    /// <summary>Finds an item.</summary>
    /// <param name="itemId">The id, for example "engine-oil".</param>
    /// <returns>The item, or null when the catalog does not have it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="itemId"/> is null.</exception>
    public MaintenanceItem? FindItem(string itemId) => _items.TryGetValue(itemId, out var item) ? item : null;

    /// <summary>Finds what a schedule or a history speaks of: an item, or a finer component.</summary>
    /// <param name="componentId">The id of an item or a component.</param>
    /// <returns>The component, an item counting as its own component; null when the catalog has neither.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="componentId"/> is null.</exception>
    public MaintenanceComponent? FindComponent(string componentId)
    {
        if (_components.TryGetValue(componentId, out var component))
            return component;
        return _items.TryGetValue(componentId, out var item) ? new MaintenanceComponent(item.Id, item.Name, [item.Id]) : null;
    }
}
