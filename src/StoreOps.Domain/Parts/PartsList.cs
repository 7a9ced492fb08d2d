using System.Collections.Immutable;

namespace StoreOps.Domain.Parts;

/// <summary>What one shop has to offer, looked up by slot and by part. Immutable; safe for many threads.</summary>
public sealed class PartsList
{
    private readonly Dictionary<string, ImmutableArray<StockedPart>> _bySlot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StockedPart> _byId = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="PartsList"/> class.</summary>
    /// <param name="parts">The parts; their order is kept within a slot.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentException">Two parts have the same identifier.</exception>
    public PartsList(IEnumerable<StockedPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        All = [.. parts];
        foreach (var stocked in All)
        {
            if (_byId.ContainsKey(stocked.Part.Id))
                throw new ArgumentException("A part stands once in a list; \"" + stocked.Part.Id + "\" was there twice.", nameof(parts));
            _byId.Add(stocked.Part.Id, stocked);
        }

        foreach (var slot in All.GroupBy(stocked => stocked.Part.Slot, StringComparer.Ordinal))
            _bySlot.Add(slot.Key, [.. slot]);
    }

    /// <summary>Gets a list without parts.</summary>
    public static PartsList Empty { get; } = new([]);

    /// <summary>Gets all parts in the order given.</summary>
    public ImmutableArray<StockedPart> All { get; }

    /// <summary>Returns the parts that fill a slot.</summary>
    /// <param name="slot">The slot, for example "engine-oil".</param>
    /// <returns>The parts in the order given; none for a slot that is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    public ImmutableArray<StockedPart> ForSlot(string slot) => _bySlot.TryGetValue(slot, out var parts) ? parts : [];

    /// <summary>Returns a part by its identifier.</summary>
    /// <param name="partId">The identifier.</param>
    /// <returns>The part, or null when the list does not have it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="partId"/> is null.</exception>
    public StockedPart? Find(string partId) => _byId.TryGetValue(partId, out var part) ? part : null;
}
