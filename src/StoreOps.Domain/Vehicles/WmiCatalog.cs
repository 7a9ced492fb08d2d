using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace StoreOps.Domain.Vehicles;

/// <summary>The world manufacturer identifiers that are known. Immutable; safe for many threads.</summary>
/// <remarks>What no lawful source lists is not known, and never guessed from a neighbor: several new Chinese makers are among it. A host adds them with <see cref="With"/>.</remarks>
public sealed class WmiCatalog
{
    private static readonly Lazy<WmiCatalog> Embedded = new(LoadEmbedded);

    private readonly ulong[] _keys;
    private readonly WmiEntry[] _entries;

    private WmiCatalog(ulong[] keys, WmiEntry[] entries)
    {
        _keys = keys;
        _entries = entries;
    }

    /// <summary>Gets the identifiers that come with the library.</summary>
    public static WmiCatalog BuiltIn => Embedded.Value;

    /// <summary>Gets the number of identifiers.</summary>
    public int Count => _entries.Length;

    /// <summary>Gets the entries in the order of their identifiers.</summary>
    public ImmutableArray<WmiEntry> Entries => [.. _entries];

    /// <summary>Finds who built a vehicle. Allocates nothing.</summary>
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
        for (var i = 0; i < _keys.Length; i++)
            all[_keys[i]] = _entries[i];
        foreach (var entry in entries)
        {
            if (entry?.Wmi is not { } wmi)
                throw new ArgumentException("An entry has an identifier; it was null.", nameof(entries));
            if (!VinAlphabet.TryPack(wmi, out var key))
                throw new ArgumentException("An identifier has three or six characters of a VIN; it was \"" + wmi + "\".", nameof(entries));
            all[key] = entry.Makes.IsDefault ? entry with { Makes = [] } : entry;
        }

        return new WmiCatalog([.. all.Keys], [.. all.Values]);
    }

    private static WmiCatalog LoadEmbedded()
    {
        using var packed = typeof(WmiCatalog).Assembly.GetManifestResourceStream("StoreOps.Domain.Vehicles.wmi.txt.gz")
            ?? throw new UnreachableException("The library lacks its table of makers.");
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var entries = new List<(ulong Key, WmiEntry Entry)>(5_000);
        var makes = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (!VinAlphabet.TryPack(fields[0], out var key))
                continue;
            if (!makes.TryGetValue(fields[2], out var list))
                makes.Add(fields[2], list = fields[2].Length == 0 ? [] : [.. fields[2].Split(';')]);
            var sources = WmiSources.None;
            foreach (var letter in fields[1])
                sources |= letter switch { 'v' => WmiSources.Vpic, 'c' => WmiSources.China, _ => WmiSources.World };
            entries.Add((key, new WmiEntry(fields[0], fields[3], list, fields[4].Length == 0 ? null : fields[4], sources)
            {
                CycleMark = fields[5] switch { "l" => CycleMark.Binding, "t" => CycleMark.Likely, _ => CycleMark.None },
            }));
        }

        entries.Sort((left, right) => left.Key.CompareTo(right.Key));
        return new WmiCatalog([.. entries.Select(one => one.Key)], [.. entries.Select(one => one.Entry)]);
    }

    private WmiEntry? Find(ulong key)
    {
        var position = Array.BinarySearch(_keys, key);
        return position < 0 ? null : _entries[position];
    }
}
