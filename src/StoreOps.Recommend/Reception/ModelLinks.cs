using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Parts;
using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Reception;

/// <summary>Where a shop's parts and the catalog's items stand in a trained model, looked up once when a desk is opened.</summary>
/// <remarks>A part is found by its id; an item that takes no part, such as an alignment, where the model names a part as the item.</remarks>
internal sealed class ModelLinks
{
    private readonly Dictionary<string, int[]> _ofSlot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _ofItem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public ModelLinks(PartsModel model, PartsList parts, MaintenanceCatalog catalog, Func<StockedPart, double>? worthOf)
    {
        Model = model;
        Catalog = catalog;
        (Stocked, Items, Worths) = (new StockedPart?[model.PartCount], new MaintenanceItem?[model.PartCount], new double[model.PartCount]);
        (IsFirstSlot, Known) = (new bool[model.PartCount], []);
        ItemPlaces = new int[model.PartCount];
        foreach (var stocked in parts.All)
        {
            if (model.FindPart(stocked.Part.Id) is not (>= 0 and var part))
                continue;
            Stocked[part] = stocked;
            Worths[part] = worthOf?.Invoke(stocked) ?? 1;
            if (!(Worths[part] >= 0) || double.IsPositiveInfinity(Worths[part]))
                throw new ArgumentException("A worth is a number of zero or above; that of \"" + stocked.Part.Id + "\" was not.", nameof(worthOf));
        }

        foreach (var slot in parts.All.Where(stocked => model.FindPart(stocked.Part.Id) >= 0).GroupBy(stocked => stocked.Part.Slot, StringComparer.Ordinal))
            _ofSlot.Add(slot.Key, [.. slot.Select(stocked => model.FindPart(stocked.Part.Id))]);
        for (var place = 0; place < catalog.Items.Length; place++)
            Link(catalog.Items[place], place);
        for (var part = 0; part < model.PartCount; part++)
        {
            if (Stocked[part] is not null || Items[part] is not null)
                Known.Add(part);
        }
    }

    public PartsModel Model { get; }

    public MaintenanceCatalog Catalog { get; }

    /// <summary>Gets the shop's part of each part of the model; null where the shop has none.</summary>
    public StockedPart?[] Stocked { get; }

    /// <summary>Gets the item that each part of the model serves, the first that names its slot.</summary>
    public MaintenanceItem?[] Items { get; }

    /// <summary>Gets the place of that item in the catalog; meaningless where there is none.</summary>
    public int[] ItemPlaces { get; }

    /// <summary>Gets whether the part is what its item is about, and no small part beside it.</summary>
    public bool[] IsFirstSlot { get; }

    public double[] Worths { get; }

    /// <summary>Gets the parts of the model that the shop has or does, in order of their numbers.</summary>
    public List<int> Known { get; }

    /// <summary>Returns the parts of the model that fill a slot.</summary>
    public ReadOnlySpan<int> OfSlot(string slot) => _ofSlot.TryGetValue(slot, out var parts) ? parts : [];

    /// <summary>Returns the parts of the model that an item takes, and the item itself where the model has it.</summary>
    public ReadOnlySpan<int> OfItem(string itemId) => _ofItem.TryGetValue(itemId, out var parts) ? parts : [];

    /// <summary>Returns the place of an item in the catalog; -1 for none.</summary>
    public int PlaceOf(string itemId) => _places.TryGetValue(itemId, out var place) ? place : -1;

    /// <summary>Returns what is done with an item, where it is more than looked at.</summary>
    public static ServiceAction MainAction(MaintenanceItem item) => item.Actions.IsDefaultOrEmpty ? ServiceAction.Inspect : item.Actions.Max();

    private void Link(MaintenanceItem item, int place)
    {
        _places.Add(item.Id, place);
        var own = new List<int>();
        if (Model.FindPart(item.Id) is >= 0 and var service && Stocked[service] is null)
        {
            (Items[service], ItemPlaces[service], Worths[service], IsFirstSlot[service]) = (item, place, 1, true);
            own.Add(service);
        }

        for (var i = 0; i < item.Slots.Length; i++)
        {
            foreach (var part in OfSlot(item.Slots[i].Id))
            {
                own.Add(part);
                if (Items[part] is null)
                    (Items[part], ItemPlaces[part], IsFirstSlot[part]) = (item, place, i == 0);
            }
        }

        if (own.Count > 0)
            _ofItem.Add(item.Id, [.. own]);
    }
}
