using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StoreOps.Domain.Maintenance;

/// <summary>The maintenance items of a shop, the parts they take and how they bear on one another. Immutable; safe for many threads.</summary>
public sealed class MaintenanceCatalog
{
    private static readonly Lazy<MaintenanceCatalog> Embedded = new(() => EmbeddedData.Catalog());

    private readonly Dictionary<string, MaintenanceItem> _items;
    private readonly Dictionary<string, MaintenanceComponent> _components;

    internal MaintenanceCatalog(
        ImmutableArray<PartSlot> slots,
        ImmutableArray<MaintenanceItem> items,
        ImmutableArray<MaintenanceComponent> components,
        ImmutableArray<(string? Component, string? Slot, ExternalKey Key)> keys = default,
        ImmutableArray<DrivingQuestion> questions = default)
    {
        Keys = keys.IsDefault ? [] : keys;
        DrivingQuestions = questions.IsDefault ? DrivingQuestion.All : questions;
        Slots = slots;
        Items = items;
        Components = components;
        _items = new Dictionary<string, MaintenanceItem>(items.Length, StringComparer.Ordinal);
        foreach (var item in items)
            _items.Add(item.Id, item);
        _components = new Dictionary<string, MaintenanceComponent>(components.Length, StringComparer.Ordinal);
        foreach (var component in components)
            _components.Add(component.Id, component);
    }

    /// <summary>Gets the catalog of 31 items that comes with the library.</summary>
    public static MaintenanceCatalog BuiltIn => Embedded.Value;

    /// <summary>Gets the items in the order of their numbers.</summary>
    public ImmutableArray<MaintenanceItem> Items { get; }

    /// <summary>Gets the slots that items name.</summary>
    public ImmutableArray<PartSlot> Slots { get; }

    /// <summary>Gets the finer components that schedules speak of, beside the items themselves.</summary>
    public ImmutableArray<MaintenanceComponent> Components { get; }

    /// <summary>Gets the questions about severe use, in the order in which they are best asked.</summary>
    /// <value>Five, as <see cref="DrivingQuestion.All"/> words them unless an overlay has other words.</value>
    public ImmutableArray<DrivingQuestion> DrivingQuestions { get; }

    internal ImmutableArray<(string? Component, string? Slot, ExternalKey Key)> Keys { get; }

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

    /// <summary>Puts an overlay on this catalog: wholly or not at all.</summary>
    /// <param name="overlay">The overlay.</param>
    /// <param name="catalog">Receives the new catalog; null when the overlay does not fit.</param>
    /// <param name="issues">Receives everything that does not fit, with its place in the overlay; "$" for what only shows in the whole.</param>
    /// <returns>Whether it fits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overlay"/> is null.</exception>
    public bool TryWith(CatalogOverlay overlay, [NotNullWhen(true)] out MaintenanceCatalog? catalog, out ImmutableArray<LoadIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(overlay);
        catalog = new CatalogMerge(this, overlay.Config).Run(out issues);
        return catalog is not null;
    }

    /// <summary>Returns this catalog with an overlay on it.</summary>
    /// <param name="overlay">The overlay.</param>
    /// <returns>The new catalog.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overlay"/> is null.</exception>
    /// <exception cref="ArgumentException">It does not fit; <see cref="TryWith"/> says all reasons.</exception>
    public MaintenanceCatalog With(CatalogOverlay overlay) =>
        TryWith(overlay, out var catalog, out var issues) ? catalog : throw new ArgumentException(issues[0].ToString(), nameof(overlay));

    /// <summary>Gets the identifiers of other systems for an item, a component or a slot.</summary>
    /// <param name="id">The id; an item and a slot of one id share their keys here.</param>
    /// <returns>The keys, in the order in which they were added.</returns>
    public ImmutableArray<ExternalKey> KeysOf(string id) => [.. Keys.Where(one => one.Component == id || one.Slot == id).Select(one => one.Key)];

    /// <summary>Finds the items and components that have a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Their ids; empty when there is none.</returns>
    public ImmutableArray<string> FindComponentIds(ExternalKey key) => [.. Keys.Where(one => one.Key == key && one.Component is not null).Select(one => one.Component!)];

    /// <summary>Finds the slots that have a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Their ids; empty when there is none.</returns>
    public ImmutableArray<string> FindSlotIds(ExternalKey key) => [.. Keys.Where(one => one.Key == key && one.Slot is not null).Select(one => one.Slot!)];
}
