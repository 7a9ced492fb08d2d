using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StoreOps.Domain;

/// <summary>What a value of a type may look like: its schema, arranged so that large files are held against it quickly. Immutable.</summary>
internal sealed class JsonShapeNode
{
    /// <summary>The largest number of members that are told apart by bits; a type with more would not be a readable file format.</summary>
    private const int MaxMembers = 64;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private JsonShapeNode(JsonObject? schema, JsonNode root)
    {
        if (schema is null)
            return;
        Allowed = schema["enum"] is JsonArray allowed ? [.. allowed.Select(one => (string?)one)] : default;
        Types = schema["type"] switch
        {
            null => [],
            JsonArray several => [.. several.Select(one => (string)one!)],
            var one => [(string)one!],
        };
        Items = schema["items"] is { } items ? Compile(items, root) : null;
        var required = new HashSet<string>((schema["required"] as JsonArray)?.Select(one => (string)one!) ?? [], StringComparer.Ordinal);
        if (schema["properties"] is JsonObject properties)
        {
            if (properties.Count > MaxMembers)
                throw new NotSupportedException("A type of a file format has at most 64 members.");
            var members = ImmutableArray.CreateBuilder<JsonShapeNode>(properties.Count);
            var names = ImmutableArray.CreateBuilder<string>(properties.Count);
            foreach (var member in properties)
            {
                if (required.Contains(member.Key))
                    Required |= 1UL << members.Count;
                _places.Add(member.Key, members.Count);
                names.Add(member.Key);
                members.Add(Compile(member.Value, root));
            }

            Members = members.ToImmutable();
            Names = names.ToImmutable();
        }

        IsClosed = schema["additionalProperties"] is JsonValue closed && closed.TryGetValue<bool>(out var isOpen) && !isOpen;
        Others = schema["additionalProperties"] is JsonObject others ? Compile(others, root) : null;
    }

    /// <summary>Gets the words that are accepted, null among them; default for any value.</summary>
    public ImmutableArray<string?> Allowed { get; }

    /// <summary>Gets the JSON types that are accepted; empty for any.</summary>
    public ImmutableArray<string> Types { get; } = [];

    /// <summary>Gets what the items of a list look like.</summary>
    public JsonShapeNode? Items { get; }

    /// <summary>Gets the names of the members in their order.</summary>
    public ImmutableArray<string> Names { get; } = [];

    /// <summary>Gets what the members look like, in the order of their names.</summary>
    public ImmutableArray<JsonShapeNode> Members { get; } = [];

    /// <summary>Gets which members are needed, one bit each.</summary>
    public ulong Required { get; }

    /// <summary>Gets a value indicating whether no other members are accepted.</summary>
    public bool IsClosed { get; }

    /// <summary>Gets what other members look like; null for anything.</summary>
    public JsonShapeNode? Others { get; }

    /// <summary>Gets a value indicating whether nothing is said about the value.</summary>
    public bool IsAnything => Types.IsEmpty && Allowed.IsDefault && Members.IsEmpty;

    public static JsonShapeNode Compile(JsonNode? schema, JsonNode root)
    {
        // The exporter describes a type once, and the second time by a pointer to the first.
        if (schema is JsonObject pointing && pointing["$ref"] is JsonValue pointer)
            return Compile(Target((string)pointer!, root), root);
        return new JsonShapeNode(schema as JsonObject, root);
    }

    public int PlaceOf(string member) => _places.TryGetValue(member, out var place) ? place : -1;

    public bool Accepts(JsonElement value)
    {
        foreach (var type in Types)
        {
            if (IsOfType(value, type))
                return true;
        }

        return Types.IsEmpty;
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static JsonNode Target(string pointer, JsonNode root)
    {
        var node = root;
        foreach (var step in pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/").Replace("~0", "~")))
            node = node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;
        return node;
    }
}
