using System.Text.Json.Nodes;
using System.Text.Json.Schema;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>The shape that a document must have.</summary>
/// <remarks>It follows from the types, and is kept as text: to work it out from them takes longer than to read a thousand rules. A test compares both.</remarks>
internal static class PackShape
{
    private static readonly Lazy<JsonShapeNode> Embedded = new(() => Compile(Text()));

    private static readonly Lazy<JsonShapeNode> First = new(() => Compile(Resource("rulepack.shape.1.json")));

    public static JsonShapeNode Root => Embedded.Value;

    /// <summary>Gets the shape of version 1 of the format, as it was when version 2 came.</summary>
    public static JsonShapeNode VersionOne => First.Value;

    public static string Text() => Resource("rulepack.shape.json");

    private static string Resource(string name)
    {
        using var stream = typeof(PackShape).Assembly.GetManifestResourceStream(name)!;
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
