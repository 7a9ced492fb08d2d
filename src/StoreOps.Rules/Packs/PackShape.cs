using System.Text.Json.Nodes;
using System.Text.Json.Schema;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>The shape that a document must have.</summary>
/// <remarks>It follows from the types, and is kept as text: to work it out from them takes longer than to read a thousand rules. A test compares both.</remarks>
internal static class PackShape
{
    private static readonly Lazy<JsonShapeNode> Embedded = new(() => Compile(Text()));

    public static JsonShapeNode Root => Embedded.Value;

    public static string Text()
    {
        using var stream = typeof(PackShape).Assembly.GetManifestResourceStream("rulepack.shape.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Works the shape out from the types.</summary>
    public static string OfTypes() => RulePackJson.Default.RulePackConfig.GetJsonSchemaAsNode(JsonShape.Exporter).ToJsonString() + "\n";

    private static JsonShapeNode Compile(string text)
    {
        var schema = JsonNode.Parse(text)!;
        return JsonShapeNode.Compile(schema, schema);
    }
}
