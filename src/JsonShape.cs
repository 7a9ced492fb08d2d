using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace StoreOps.Domain;

/// <summary>Reads JSON from strangers: holds it against the schema of a type and reports everything that does not fit, each with its path.</summary>
/// <remarks>The serializer alone stops at the first mistake; a vendor wants to see all of them.</remarks>
internal static class JsonShape
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    /// <summary>Reads a file.</summary>
    /// <param name="utf8Json">The file; comments and trailing commas are allowed.</param>
    /// <param name="type">The shape.</param>
    /// <param name="prefix">The prefix of issue codes: "SOD" or "SOR".</param>
    /// <param name="issues">Receives what does not fit.</param>
    /// <returns>The value; null when something does not fit.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type, string prefix, ImmutableArray<LoadIssue>.Builder issues)
        where T : class
    {
        if (utf8Json.Length > MaxBytes)
        {
            issues.Add(new LoadIssue(prefix + "007", "$", "A file has at most 16 MiB; it was larger."));
            return null;
        }

        if (utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF)
            utf8Json = utf8Json.Slice(3);
        var before = issues.Count;
        try
        {
            using var document = JsonDocument.Parse(utf8Json.ToArray(), Lenient);
            var schema = type.GetJsonSchemaAsNode(Exporter);
            Inline(schema, schema);
            Check(document.RootElement, schema, "$", prefix, issues);
            return issues.Count == before ? Deserialize(utf8Json, type, prefix, issues) : null;
        }
        catch (JsonException error)
        {
            issues.Add(new LoadIssue(prefix + "001", error.Path ?? "$", "This is not JSON as it should be: " + error.Message));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escape that is half a surrogate pair.
            issues.Add(new LoadIssue(prefix + "001", "$", "A text in this file is not valid Unicode."));
            return null;
        }
    }

    /// <summary>Gets how schemas are exported, for checking here and for editors.</summary>
    public static JsonSchemaExporterOptions Exporter { get; } = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>Puts in place what the exporter only points at: it describes a type once, and the second time by a pointer to the first.</summary>
    private static void Inline(JsonNode? node, JsonNode root)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Inline(item, root);
        }

        if (node is not JsonObject schema)
            return;
        if (schema["$ref"] is JsonValue pointer)
        {
            schema.Remove("$ref");
            foreach (var member in (JsonObject)Target((string)pointer!, root))
                schema[member.Key] = member.Value?.DeepClone();
        }

        foreach (var member in schema.ToArray())
            Inline(member.Value, root);
    }

    private static JsonNode Target(string pointer, JsonNode root)
    {
        var node = root;
        foreach (var step in pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/").Replace("~0", "~")))
            node = node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;
        return node;
    }

    // From the bytes, not from the document: an element is read back without the leniency that its document was read with.
    private static T? Deserialize<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type, string prefix, ImmutableArray<LoadIssue>.Builder issues)
        where T : class
    {
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
        try
        {
            return JsonSerializer.Deserialize(ref reader, type);
        }
        catch (JsonException error)
        {
            // The shape is right by now: what is left is half a surrogate pair, or a whole number beyond 32 bits.
            if (error.InnerException is InvalidOperationException)
                issues.Add(new LoadIssue(prefix + "001", error.Path ?? "$", "This text is not valid Unicode."));
            else
                issues.Add(new LoadIssue(prefix + "004", error.Path ?? "$", "This value is not accepted: a whole number is from -2147483648 to 2147483647."));
            return null;
        }
    }

    private static void Check(JsonElement value, JsonNode? schema, string path, string prefix, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (schema is not JsonObject rules)
        {
            Decode(value);
            return;
        }

        if (rules["enum"] is JsonArray allowed)
        {
            if (!allowed.Any(one => Matches(one, value)))
                issues.Add(new LoadIssue(prefix + "005", path, "One of " + string.Join(", ", allowed.Select(Show)) + " is accepted; it was " + Show(value) + "."));
            return;
        }

        if (rules["type"] is { } types && !IsOfType(value, types))
        {
            var accepted = types is JsonArray several ? string.Join(" or ", several.Select(one => (string?)one)) : (string?)types;
            issues.Add(new LoadIssue(prefix + "004", path, "There should be " + accepted + "; it was " + Show(value) + "."));
            return;
        }

        if (value.ValueKind == JsonValueKind.Object)
            CheckMembers(value, rules, path, prefix, issues);
        if (value.ValueKind == JsonValueKind.Array && rules["items"] is { } itemSchema)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Check(item, itemSchema, path + "[" + index++.ToString(CultureInfo.InvariantCulture) + "]", prefix, issues);
        }
    }

    /// <summary>Reads every text in a value of which the type says nothing, so that one that is no Unicode is found now and not when it is used.</summary>
    private static void Decode(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Decode(item);
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in value.EnumerateObject())
        {
            _ = member.Name;
            Decode(member.Value);
        }
    }

    private static void CheckMembers(JsonElement value, JsonObject rules, string path, string prefix, ImmutableArray<LoadIssue>.Builder issues)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = rules["properties"] as JsonObject;
        var isClosed = rules["additionalProperties"] is JsonValue closed && closed.TryGetValue<bool>(out var isOpen) && !isOpen;
        foreach (var member in value.EnumerateObject())
        {
            var memberPath = path + "." + member.Name;
            if (!seen.Add(member.Name))
                issues.Add(new LoadIssue(prefix + "006", memberPath, "A member stands once in an object; this one was there twice."));
            else if (known is not null && known.TryGetPropertyValue(member.Name, out var memberSchema))
                Check(member.Value, memberSchema, memberPath, prefix, issues);
            else if (isClosed)
                issues.Add(new LoadIssue(prefix + "002", memberPath, "This member is not known. Known are " + string.Join(", ", known?.Select(one => one.Key) ?? []) + "."));
            else
                Check(member.Value, rules["additionalProperties"], memberPath, prefix, issues);
        }

        if (rules["required"] is not JsonArray required)
            return;
        foreach (var name in required.Select(one => (string)one!))
        {
            if (!seen.Contains(name))
                issues.Add(new LoadIssue(prefix + "003", path + "." + name, "This member is needed; it was missing."));
        }
    }

    private static bool IsOfType(JsonElement value, JsonNode types) =>
        types is JsonArray several ? several.Any(one => IsOfType(value, (string)one!)) : IsOfType(value, (string)types!);

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

    private static bool Matches(JsonNode? one, JsonElement value) => one is null
        ? value.ValueKind == JsonValueKind.Null
        : value.ValueKind == JsonValueKind.String && value.GetString() == (string?)one;

    private static string Show(JsonNode? one) => one is null ? "null" : "\"" + (string?)one + "\"";

    private static string Show(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "\"" + value.GetString() + "\"",
            _ => value.GetRawText(),
        };
        return text.Length <= 80 ? text : text.Substring(0, 80) + "...";
    }
}
