using StoreOps.Rules.Packs;

namespace StoreOps.Samples.VendorRulePack;

/// <summary>A folder of rule packs: the library reads no files, so this is the host's part.</summary>
internal sealed class PackFolder(string folder)
{
    public const string Top = "huayuan-road";

    public PackLoadOptions Options => new() { FindBase = Find };

    public string PathOf(string id) => Path.Combine(folder, id + ".jsonc");

    public byte[] Read(string id) => File.ReadAllBytes(PathOf(id));

    /// <summary>Returns what all files say now, to be compared with what they said before.</summary>
    public string State() => string.Join("|", Directory.GetFiles(folder, "*.jsonc").Order(StringComparer.Ordinal)
        .Select(file => file + File.GetLastWriteTimeUtc(file).Ticks + ":" + new FileInfo(file).Length));

    private byte[]? Find(string id)
    {
        // Only a plain name: the id comes out of a file and must lead to no other folder.
        var isName = id.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        return isName && File.Exists(PathOf(id)) ? Read(id) : null;
    }
}
