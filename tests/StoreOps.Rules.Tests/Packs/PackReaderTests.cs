using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>A document is read by hand, because a serializer takes long to get ready; the serializer is what it has to agree with.</summary>
public sealed class PackReaderTests
{
    private static readonly Assembly Rules = typeof(RulePack).Assembly;

    private static readonly JsonTypeInfo Serializer = (JsonTypeInfo)Static("RulePackJson", "get_Default")!.GetType().GetProperty("RulePackConfig")!
        .GetValue(Static("RulePackJson", "get_Default"))!;

    [Fact]
    public void Shape_KeptInTheLibrary_IsThatOfTheTypes()
    {
        var shape = (string)Static("PackShape", "OfTypes")!;
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            File.WriteAllText(Path.Combine(RepositoryFolder.Path, "src", "StoreOps.Rules", "Packs", "rulepack.shape.json"), shape);
        Assert.Equal(shape, (string)Static("PackShape", "Text")!);
    }

    [Fact]
    public void Read_EveryMemberOfEveryType_IsWhatTheSerializerReads()
    {
        var shape = JsonNode.Parse((string)Static("PackShape", "OfTypes")!)!;
        // Each word of each enumeration is met: there are at most nine of them.
        for (var round = 0; round < 9; round++)
        {
            Agree(Example(shape, shape, round, withOptional: true)!.ToJsonString());
            Agree(Example(shape, shape, round, withOptional: false)!.ToJsonString());
        }
    }

    [Fact]
    public void Read_NullWhereItIsAllowed_IsWhatTheSerializerReads()
    {
        var shape = JsonNode.Parse((string)Static("PackShape", "OfTypes")!)!;
        var full = Example(shape, shape, 0, withOptional: true)!;
        Agree(NullsOf(full).ToJsonString());
    }

    [Fact]
    public void Read_Example_IsWhatTheSerializerReads() => Agree(PackText.Tree().ToJsonString());

    private static void Agree(string json)
    {
        var tree = Static("JsonTree", "Parse", System.Text.Encoding.UTF8.GetBytes(json))!;
        var read = Static("PackReader", "TryRead", tree)!;
        Assert.Equal(Shown(JsonSerializer.Deserialize(json, Serializer)!), Shown(read));
    }

    private static string Shown(object config) => JsonSerializer.Serialize(config, Serializer);

    /// <summary>Returns a value of the shape; texts and numbers are all different, so that none can be taken for another.</summary>
    private static JsonNode? Example(JsonNode schema, JsonNode root, int round, bool withOptional, string name = "")
    {
        if (schema is JsonValue)
            return JsonNode.Parse("[1.50, \"any\", null]");
        if (schema["$ref"] is { } pointer)
            schema = ((string)pointer!).Split('/').Skip(1).Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        if (schema["enum"] is JsonArray words)
        {
            var all = words.Where(word => word is not null).ToArray();
            return all[round % all.Length]!.DeepClone();
        }

        var type = schema["type"] switch
        {
            JsonArray several => several.Select(one => (string)one!).First(one => one != "null"),
            JsonNode one => (string)one!,
            _ => string.Empty,
        };
        switch (type)
        {
            case "string":
                return "文 " + name + round;
            case "integer":
                return name.Sum(c => c) + round;
            case "number":
                return JsonNode.Parse(name.Sum(c => c) + round + ".250");
            case "boolean":
                return round % 2 == 0;
            case "array":
                return new JsonArray(Example(schema["items"]!, root, round, withOptional, name + "0"), Example(schema["items"]!, root, round + 1, withOptional, name + "1"));
            case "object":
                break;
            default:
                return JsonNode.Parse("{ \"any\": 1.50 }");
        }

        var value = new JsonObject();
        foreach (var (member, shape) in schema["properties"] as JsonObject ?? [])
        {
            if (withOptional || (schema["required"] as JsonArray ?? []).Any(one => (string)one! == member))
                value[member] = Example(shape!, root, round, withOptional, name + member);
        }

        if (schema["additionalProperties"] is { } others && !(others is JsonValue closed && closed.TryGetValue<bool>(out var isOpen) && !isOpen))
            (value["first"], value["的"]) = (Example(others, root, round, withOptional, name + "a"), Example(others, root, round, withOptional, name + "b"));
        return value;
    }

    /// <summary>Returns a document with null in every optional section.</summary>
    private static JsonObject NullsOf(JsonNode full)
    {
        var needed = new[] { "schemaVersion", "id", "version" };
        var nulls = new JsonObject();
        foreach (var (name, value) in (JsonObject)full)
            nulls[name] = needed.Contains(name, StringComparer.Ordinal) ? value!.DeepClone() : null;
        nulls["promotions"] = JsonNode.Parse("""
            [{ "id": "a", "name": { "zh": "a", "en": "b" }, "group": "g", "when": null, "minimum": null, "threshold": null, "from": null, "until": null,
               "combinesWith": null, "priority": null,
               "effect": { "percentOff": null, "amountOff": null, "forEvery": null, "atMost": null, "on": { "kind": null, "item": null, "slot": null, "package": null } } }]
            """);
        return nulls;
    }

    private static object? Static(string type, string method, params object[] arguments) =>
        Rules.GetType("StoreOps.Rules.Packs." + type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);
}
