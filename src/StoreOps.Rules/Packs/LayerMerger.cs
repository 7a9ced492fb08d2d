using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>Puts the layers of a pack on one another, the farthest base first: one document comes out, and what overrode what.</summary>
/// <remarks>Entries are merged whole, by id; a replaced entry keeps its place, a new one goes to the end.</remarks>
internal sealed class LayerMerger
{
    private readonly ImmutableArray<PackDocument> _layers;
    private readonly ImmutableArray<LoadIssue>.Builder _issues;
    private readonly Dictionary<string, List<Entry>> _sections = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PackOverride>.Builder _overrides = ImmutableArray.CreateBuilder<PackOverride>();

    private LayerMerger(ImmutableArray<PackDocument> layers, ImmutableArray<LoadIssue>.Builder issues)
    {
        _layers = layers;
        _issues = issues;
    }

    public ImmutableArray<PackOverride> Overrides => _overrides.ToImmutable();

    public static LayerMerger Merge(ImmutableArray<PackDocument> layers, ImmutableArray<LoadIssue>.Builder issues)
    {
        var merger = new LayerMerger(layers, issues);
        for (var layer = layers.Length - 1; layer >= 0; layer--)
            merger.Add(layer);
        return merger;
    }

    /// <summary>Writes the document that says by itself what the layers say together.</summary>
    public byte[] ToUtf8Json()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", RulePack.SchemaVersion);
            writer.WriteString("id", _layers[0].Config.Id);
            writer.WriteString("version", _layers[0].Config.Version);
            foreach (var section in _sections.OrderBy(one => one.Key, StringComparer.Ordinal))
                Write(writer, section.Key, section.Value);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Returns the issue as its reader will find it: at the path in the layer that it is in.</summary>
    public LoadIssue Locate(LoadIssue issue)
    {
        var path = issue.Path;
        var end = path.IndexOfAny(['.', '['], Math.Min(2, path.Length));
        var section = path.Length < 2 ? string.Empty : path.Substring(2, (end < 0 ? path.Length : end) - 2);
        if (!_sections.TryGetValue(section, out var entries))
            return issue;
        if (!PackSections.IsList(section))
            return At(issue, path, PackSections.IsMap(section) && end >= 0 ? entries.Find(one => one.Key == path.Substring(end + 1)) : OnlyLayerOf(entries));
        var close = end < 0 ? -1 : path.IndexOf(']', end);
        if (close < 0)
            return issue;
        var entry = entries[int.Parse(path.Substring(end + 1, close - end - 1), CultureInfo.InvariantCulture)];
        return At(issue, entry.Path + path.Substring(close + 1), entry);
    }

    private LoadIssue At(LoadIssue issue, string path, Entry? entry) =>
        entry is null ? issue : issue with { Path = _layers[entry.Layer].Locate(path), Document = entry.Layer == 0 ? null : _layers[entry.Layer].Config.Id };

    /// <summary>Returns an entry of the layer that all come from; null when they come from several, whose issue is then the uppermost's.</summary>
    private static Entry? OnlyLayerOf(List<Entry> entries) =>
        entries.Count > 0 && entries.TrueForAll(entry => entry.Layer == entries[0].Layer) ? entries[0] : null;

    private static void Write(Utf8JsonWriter writer, string section, List<Entry> entries)
    {
        var isList = PackSections.IsList(section);
        var isMap = PackSections.IsMap(section);
        writer.WritePropertyName(section);
        if (isList)
            writer.WriteStartArray();
        else if (isMap)
            writer.WriteStartObject();
        foreach (var entry in entries)
        {
            if (isMap)
                writer.WritePropertyName(entry.Key);
            entry.Value.WriteTo(writer);
        }

        if (isList)
            writer.WriteEndArray();
        else if (isMap)
            writer.WriteEndObject();
    }

    private void Add(int layer)
    {
        var root = _layers[layer].Root();
        if (root.TryGetProperty("removed", out var removed) && removed.ValueKind == JsonValueKind.Object)
        {
            foreach (var section in removed.EnumerateObject())
                Remove(layer, section.Name, section.Value, root);
        }

        foreach (var member in root.EnumerateObject())
        {
            var path = "$." + member.Name;
            if (PackSections.IsHead(member.Name) || member.Value.ValueKind == JsonValueKind.Null)
                continue;
            var entries = Section(member.Name);
            // What stands below is replaced; the same id twice in one layer is kept, so that it is found to be wrong.
            var below = Below(entries);
            if (PackSections.IsList(member.Name))
            {
                var index = 0;
                foreach (var value in member.Value.EnumerateArray())
                    Put(member.Name, entries, below, new Entry(PackSections.KeyOf(member.Name, value), value, layer, PackContext.At(path, index++)));
            }
            else if (PackSections.IsMap(member.Name))
            {
                foreach (var value in member.Value.EnumerateObject())
                    Put(member.Name, entries, below, new Entry(value.Name, value.Value, layer, path + "." + value.Name));
            }
            else
            {
                Put(member.Name, entries, below, new Entry(member.Name, member.Value, layer, path));
            }
        }
    }

    private void Put(string section, List<Entry> entries, Dictionary<string, int> below, Entry entry)
    {
        if (!below.TryGetValue(entry.Key, out var place))
        {
            entries.Add(entry);
            return;
        }

        var old = entries[place];
        below.Remove(entry.Key);
        entries[place] = entry;
        _overrides.Add(new PackOverride(
            section, entry.Key, _layers[entry.Layer].Config.Id, _layers[entry.Layer].Locate(entry.Path), _layers[old.Layer].Config.Id, PackSections.Text(old.Value), PackSections.Text(entry.Value)));
    }

    private void Remove(int layer, string section, JsonElement keys, JsonElement root)
    {
        if (keys.ValueKind != JsonValueKind.Array)
            return;
        var entries = Section(section);
        var below = Below(entries);
        var own = OwnKeys(section, root);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var key in keys.EnumerateArray().Select(one => one.GetString()!))
        {
            var path = PackContext.At("$.removed." + section, index++);
            if (own.Contains(key))
                Report(layer, "SOR095", path, "What a layer removes it does not set as well; \"" + key + "\" stands in $." + section + " too. An entry with the same id replaces the one below.");
            else if (!below.TryGetValue(key, out var place) || !gone.Add(key))
                Report(layer, "SOR094", path, "There is no \"" + key + "\" in the " + section + " of the layers below.");
            else
                _overrides.Add(Removal(section, entries[place], layer, path));
        }

        entries.RemoveAll(entry => gone.Contains(entry.Key));
    }

    private PackOverride Removal(string section, Entry old, int layer, string path) =>
        new(section, old.Key, _layers[layer].Config.Id, path, _layers[old.Layer].Config.Id, PackSections.Text(old.Value), null);

    private void Report(int layer, string code, string path, string detail) =>
        _issues.Add(new LoadIssue(code, path, detail) { Document = layer == 0 ? null : _layers[layer].Config.Id });

    private List<Entry> Section(string name)
    {
        if (!_sections.TryGetValue(name, out var entries))
            _sections.Add(name, entries = []);
        return entries;
    }

    private static Dictionary<string, int> Below(List<Entry> entries)
    {
        var below = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
            below[entries[i].Key] = i;
        return below;
    }

    private static HashSet<string> OwnKeys(string section, JsonElement root)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (!root.TryGetProperty(section, out var own) || own.ValueKind == JsonValueKind.Null)
            return keys;
        if (PackSections.IsList(section))
            keys.UnionWith(own.EnumerateArray().Select(entry => PackSections.KeyOf(section, entry)));
        else
            keys.UnionWith(own.EnumerateObject().Select(member => member.Name));
        return keys;
    }

    private sealed record Entry(string Key, JsonElement Value, int Layer, string Path);
}
