using System.Collections.Immutable;
using System.Text.Json;

namespace StoreOps.Rules.Packs;

/// <summary>Compares the documents of two packs.</summary>
internal static class PackComparison
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    public static ImmutableArray<PackChange> Of(ReadOnlyMemory<byte> older, ReadOnlyMemory<byte> newer)
    {
        using var before = JsonDocument.Parse(WithoutMark(older), Lenient);
        using var after = JsonDocument.Parse(WithoutMark(newer), Lenient);
        var changes = ImmutableArray.CreateBuilder<PackChange>();
        var sections = before.RootElement.EnumerateObject().Concat(after.RootElement.EnumerateObject()).Select(member => member.Name)
            .Where(name => !PackSections.IsHead(name)).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
        foreach (var section in sections)
            Compare(section, Entries(section, before.RootElement), Entries(section, after.RootElement), changes);
        return changes.ToImmutable();
    }

    private static void Compare(string section, List<Entry> older, List<Entry> newer, ImmutableArray<PackChange>.Builder changes)
    {
        var before = older.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var after = new HashSet<string>(newer.Select(entry => entry.Key), StringComparer.Ordinal);
        foreach (var entry in newer)
        {
            if (!before.TryGetValue(entry.Key, out var old))
            {
                changes.Add(new PackChange(PackChangeKind.Added, section, entry.Key, entry.Path, null, PackSections.Text(entry.Value), []));
                continue;
            }

            var members = ImmutableArray.CreateBuilder<PackMemberChange>();
            Differences(old.Value, entry.Value, entry.Path, members);
            if (members.Count > 0)
                changes.Add(new PackChange(PackChangeKind.Changed, section, entry.Key, entry.Path, PackSections.Text(old.Value), PackSections.Text(entry.Value), members.ToImmutable()));
        }

        foreach (var entry in older.Where(entry => !after.Contains(entry.Key)))
            changes.Add(new PackChange(PackChangeKind.Removed, section, entry.Key, entry.Path, PackSections.Text(entry.Value), null, []));
        if (section == "stages")
            AddMoves(older.FindAll(entry => after.Contains(entry.Key)), newer.FindAll(entry => before.ContainsKey(entry.Key)), changes);
    }

    private static void AddMoves(List<Entry> older, List<Entry> newer, ImmutableArray<PackChange>.Builder changes)
    {
        for (var i = 0; i < newer.Count; i++)
        {
            if (older[i].Key != newer[i].Key)
                changes.Add(new PackChange(PackChangeKind.Moved, "stages", newer[i].Key, newer[i].Path, null, null, []));
        }
    }

    private static void Differences(JsonElement old, JsonElement value, string path, ImmutableArray<PackMemberChange>.Builder changes)
    {
        if (old.ValueKind == JsonValueKind.Object && value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (old.TryGetProperty(member.Name, out var before))
                    Differences(before, member.Value, path + "." + member.Name, changes);
                else if (member.Value.ValueKind != JsonValueKind.Null)
                    changes.Add(new PackMemberChange(path + "." + member.Name, null, PackSections.Text(member.Value)));
            }

            foreach (var member in old.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null && !value.TryGetProperty(member.Name, out _))
                    changes.Add(new PackMemberChange(path + "." + member.Name, PackSections.Text(member.Value), null));
            }
        }
        else if (old.ValueKind == JsonValueKind.Array && value.ValueKind == JsonValueKind.Array && old.GetArrayLength() == value.GetArrayLength())
        {
            for (var i = 0; i < value.GetArrayLength(); i++)
                Differences(old[i], value[i], PackContext.At(path, i), changes);
        }
        else if (!IsSame(old, value))
        {
            changes.Add(new PackMemberChange(path, Text(old), Text(value)));
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : PackSections.Text(value);

    private static bool IsSame(JsonElement old, JsonElement value)
    {
        if (old.ValueKind != value.ValueKind)
            return false;
        return old.ValueKind switch
        {
            JsonValueKind.Number => old.TryGetDecimal(out var before) && value.TryGetDecimal(out var after) ? before == after : old.GetRawText() == value.GetRawText(),
            JsonValueKind.String => old.GetString() == value.GetString(),
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => true,
            _ => PackSections.Text(old) == PackSections.Text(value),
        };
    }

    private static List<Entry> Entries(string section, JsonElement root)
    {
        var entries = new List<Entry>();
        if (!root.TryGetProperty(section, out var value) || value.ValueKind == JsonValueKind.Null)
            return entries;
        var path = "$." + section;
        if (PackSections.IsList(section))
            entries.AddRange(value.EnumerateArray().Select((entry, i) => new Entry(PackSections.KeyOf(section, entry), PackContext.At(path, i), entry)));
        else if (PackSections.IsMap(section))
            entries.AddRange(value.EnumerateObject().Select(member => new Entry(member.Name, path + "." + member.Name, member.Value)));
        else
            entries.Add(new Entry(section, path, value));
        return entries;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8Json) =>
        utf8Json.Length >= 3 && utf8Json.Span[0] == 0xEF && utf8Json.Span[1] == 0xBB && utf8Json.Span[2] == 0xBF ? utf8Json.Slice(3) : utf8Json;

    private sealed record Entry(string Key, string Path, JsonElement Value);
}
