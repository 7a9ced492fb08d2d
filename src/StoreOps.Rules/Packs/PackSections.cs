using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StoreOps.Rules.Packs;

/// <summary>How the sections of the document are made: which are lists, which have names, and what tells one entry from another.</summary>
internal static class PackSections
{
    private static readonly ImmutableArray<string> Lists =
        ["services", "labor", "packages", "stages", "promotions", "coupons", "brandRules", "commissionPlans", "campaigns", "followUps", "tags", "segments", "tests"];

    private static readonly ImmutableArray<string> Maps = ["constants", "expressions", "lifecycle"];

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsList(string section) => Lists.Contains(section);

    public static bool IsMap(string section) => Maps.Contains(section);

    /// <summary>Tells whether a member is about the document itself and not about the shop.</summary>
    public static bool IsHead(string section) => section is "$schema" or "schemaVersion" or "id" or "version" or "extends" or "removed";

    /// <summary>Returns what tells an entry of a list from the others; the entry has the right shape.</summary>
    public static string KeyOf(string section, JsonElement entry) => section switch
    {
        "labor" => entry.GetProperty("item").GetString() + ":" + entry.GetProperty("action").GetString()
            + (entry.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.String ? "@" + from.GetString() : string.Empty),
        "tests" => entry.GetProperty("name").GetString()!,
        _ => entry.GetProperty("id").GetString()!,
    };

    /// <summary>Returns an element without white space and comments.</summary>
    public static string Text(JsonElement element)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Compact))
            element.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
