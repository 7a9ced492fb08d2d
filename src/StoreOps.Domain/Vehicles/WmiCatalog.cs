using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>The world manufacturer identifiers that are known. Immutable; safe for many threads.</summary>
/// <remarks>What no lawful source lists is not known, and never guessed from a neighbor: several new Chinese makers are among it. A host adds them with <see cref="With(WmiOverlay)"/>.</remarks>
public sealed class WmiCatalog
{
    private static readonly Lazy<WmiCatalog> Embedded = new(() => new WmiCatalog(WmiTable.Load(), [], []));

    private readonly WmiTable _table;

    // What was added, sorted; it goes before the table.
    private readonly ulong[] _addedKeys;
    private readonly WmiEntry[] _added;

    private WmiCatalog(WmiTable table, ulong[] addedKeys, WmiEntry[] added)
    {
        _table = table;
        _addedKeys = addedKeys;
        _added = added;
        Count = table.Count;
        foreach (var key in addedKeys)
            Count += table.IndexOf(key) < 0 ? 1 : 0;
    }

    /// <summary>Gets the identifiers that come with the library.</summary>
    public static WmiCatalog BuiltIn => Embedded.Value;

    /// <summary>Gets the number of identifiers.</summary>
    public int Count { get; }

    /// <summary>Gets the entries in the order of their identifiers. It makes them all: thousands of objects.</summary>
    public ImmutableArray<WmiEntry> Entries
    {
        get
        {
            var all = ImmutableArray.CreateBuilder<WmiEntry>(Count);
            var next = 0;
            for (var i = 0; i < _table.Count; i++)
            {
                var key = _table.KeyAt(i);
                while (next < _added.Length && _addedKeys[next] < key)
                    all.Add(_added[next++]);
                all.Add(next < _added.Length && _addedKeys[next] == key ? _added[next++] : _table[i]);
            }

            while (next < _added.Length)
                all.Add(_added[next++]);
            return all.MoveToImmutable();
        }
    }

    /// <summary>Finds who built a vehicle. Allocates nothing, save when an entry is asked for the first time.</summary>
    /// <param name="vin">The VIN.</param>
    /// <returns>The entry of the small maker where the VIN is one's, else of the first three characters; null when it is not known.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="vin"/> is the default value.</exception>
    public WmiEntry? Find(Vin vin)
    {
        if (vin.IsSmallMaker && Find(vin.SmallMakerKey) is { } small)
            return small;
        return Find(vin.WmiKey);
    }

    /// <summary>Returns a catalog in which further entries replace or join these.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The new catalog.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">An entry is null, or its identifier has not three or six characters of the VIN's alphabet.</exception>
    public WmiCatalog With(IEnumerable<WmiEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var all = new SortedDictionary<ulong, WmiEntry>();
        for (var i = 0; i < _added.Length; i++)
            all[_addedKeys[i]] = _added[i];
        foreach (var entry in entries)
        {
            if (entry?.Wmi is not { } wmi)
                throw new ArgumentException("An entry has an identifier; it was null.", nameof(entries));
            if (!VinAlphabet.TryPack(wmi, out var key))
                throw new ArgumentException("An identifier has three or six characters of a VIN; it was \"" + wmi + "\".", nameof(entries));
            all[key] = entry.Makes.IsDefault ? entry with { Makes = [] } : entry;
        }

        return new WmiCatalog(_table, [.. all.Keys], [.. all.Values]);
    }

    /// <summary>Returns a catalog over which a list is put: where both have an identifier, the list's entry holds.</summary>
    /// <param name="overlay">The list. Of several the vendor's goes first, then the chain's, then the shop's.</param>
    /// <returns>The new catalog.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overlay"/> is null.</exception>
    public WmiCatalog With(WmiOverlay overlay)
    {
        ArgumentNullException.ThrowIfNull(overlay);
        return With(overlay.Entries);
    }

    internal WmiEntry? Find(string wmi) => VinAlphabet.TryPack(wmi, out var key) ? Find(key) : null;

    private WmiEntry? Find(ulong key)
    {
        if (_added.Length > 0 && Array.BinarySearch(_addedKeys, key) is >= 0 and var position)
            return _added[position];
        var index = _table.IndexOf(key);
        return index < 0 ? null : _table[index];
    }
}
