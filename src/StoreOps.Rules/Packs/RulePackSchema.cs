using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Packs;

/// <summary>Exports the JSON Schema of the pack's format from the types that read it.</summary>
internal static class RulePackSchema
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = JsonShape.Exporter.TreatNullObliviousAsNonNullable,
        TransformSchemaNode = (context, node) =>
        {
            var provider = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
            var description = provider.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault();
            if (node is not JsonObject schema)
                return node;
            if (Values(context.PropertyInfo?.Name) is { } values)
                schema["additionalProperties"] = values;
            if (context.PropertyInfo?.Name == "schemaVersion")
                (schema["minimum"], schema["maximum"]) = (RulePack.OldestSchemaVersion, RulePack.SchemaVersion);
            if (context.PropertyInfo?.Name == "facts")
                schema["properties"] = Facts();
            if (description is not null)
                schema.Insert(0, "description", description.Description);
            return node;
        },
    };

    /// <summary>Returns what the values under free names may be, where the types leave it open and the loader checks it.</summary>
    private static JsonNode? Values(string? member) => member switch
    {
        "constants" => JsonNode.Parse("""{ "type": ["string", "number", "boolean"] }"""),
        "facts" => false,
        "expect" => JsonNode.Parse("""{ "enum": [true, false, "unknown"] }"""),
        _ => null,
    };

    /// <summary>Returns the declared facts, so that an editor completes and explains their names.</summary>
    private static JsonObject Facts()
    {
        var facts = new JsonObject();
        foreach (var fact in StandardFacts.Schema.Facts)
        {
            var schema = new JsonObject { ["description"] = fact.Doc.English, ["type"] = new JsonArray(TypeOf(fact.Type), "null") };
            if (fact.Type.Equals(CelType.StringList))
                schema["items"] = new JsonObject { ["type"] = "string" };
            if (Json(fact.Example) is { } example)
                schema["examples"] = new JsonArray(example);
            facts[fact.Name] = schema;
        }

        return facts;
    }

    private static JsonNode? Json(CelValue value) => value.Kind switch
    {
        CelKind.Bool => JsonValue.Create(value.IsTrue),
        CelKind.Int or CelKind.Decimal => JsonValue.Create(value.Number),
        CelKind.String => JsonValue.Create(value.Text),
        CelKind.List => new JsonArray([.. value.List!.Select(Json)]),
        _ => null,
    };

    private static string TypeOf(CelType type) => type.Kind switch
    {
        CelKind.Bool => "boolean",
        CelKind.Int => "integer",
        CelKind.Decimal => "number",
        CelKind.List => "array",
        _ => "string",
    };

    private static JsonObject Requires(string member, string type) => new()
    {
        ["required"] = new JsonArray((JsonNode)member),
        ["properties"] = new JsonObject { [member] = new JsonObject { ["type"] = type } },
    };

    public static string Text()
    {
        var schema = (JsonObject)RulePackJson.Default.RulePackConfig.GetJsonSchemaAsNode(Options);
        // What the loader checks over all layers: somebody says where the shop is.
        schema["anyOf"] = new JsonArray(Requires("shop", "object"), Requires("extends", "string"));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Replace("\r\n", "\n") + "\n";
    }
}
