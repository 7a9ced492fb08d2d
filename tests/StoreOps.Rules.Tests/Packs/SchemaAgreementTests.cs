using System.Text;
using System.Text.Json.Nodes;

using NJsonSchema;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>An editor that reads the schema and the loader accept and refuse the same documents, as far as their shape goes.</summary>
public sealed class SchemaAgreementTests
{
    /// <summary>What the schema can know; prices, names and conditions it cannot.</summary>
    private static readonly HashSet<string> ShapeCodes = ["SOR010", "SOR002", "SOR003", "SOR004", "SOR005", "SOR031", "SOR101", "SOR102", "SOR103"];

    private static readonly string[] Replacements = ["null", "true", "7", "-0.5", "\"text\"", "[]", "{}", "[\"text\", 1]"];

    // The document that the repository ships, not the text of the moment: it is what editors read.
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(RulePack.JsonSchema()));

    [Fact]
    public async Task Schema_RightDocuments_AreAcceptedByBoth()
    {
        var schema = await Schema.Value;
        foreach (var document in new[] { PackText.Tree().ToJsonString(), LayerText.Vendor, LayerText.Chain, LayerText.Shop })
            Assert.Empty(schema.Validate(document));
    }

    /// <summary>Every value of the example replaced, every member taken away, and a member added to every object: one change at a time.</summary>
    [Fact]
    public async Task Schema_EveryPlaceSpoiledInEveryWay_AgreesWithTheLoader()
    {
        var schema = await Schema.Value;
        var disagreements = new List<string>();
        var refused = 0;
        var accepted = 0;
        foreach (var (what, document) in Spoiled())
        {
            var isRightToSchema = schema.Validate(document).Count == 0;
            RulePack.TryLoad(Encoding.UTF8.GetBytes(document), new() { RunsTests = false, FindBase = _ => null }, out _, out var issues);
            var isRightToLoader = !issues.Any(issue => ShapeCodes.Contains(issue.Code));
            if (isRightToSchema != isRightToLoader)
                disagreements.Add(what + ": the schema says " + isRightToSchema + ", the loader " + string.Join("; ", issues));
            refused += isRightToLoader ? 0 : 1;
            accepted += isRightToLoader ? 1 : 0;
        }

        Assert.Empty(disagreements);
        Assert.True(refused > 1_000 && accepted > 200, refused + " refused, " + accepted + " accepted");
    }

    private static IEnumerable<(string What, string Document)> Spoiled()
    {
        foreach (var path in Places(PackText.Tree(), []))
        {
            foreach (var replacement in Replacements)
            {
                var tree = PackText.Tree();
                Replace(tree, path, JsonNode.Parse(replacement));
                yield return (string.Join('.', path) + " = " + replacement, tree.ToJsonString());
            }

            if (path[^1] is string)
            {
                var tree = PackText.Tree();
                ((JsonObject)At(tree, path[..^1])).Remove((string)path[^1]);
                yield return (string.Join('.', path) + " removed", tree.ToJsonString());
            }

            if (At(PackText.Tree(), path) is JsonObject)
            {
                var tree = PackText.Tree();
                ((JsonObject)At(tree, path))["unheardOf"] = 1;
                yield return (string.Join('.', path) + ".unheardOf added", tree.ToJsonString());
            }
        }
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] path)
    {
        if (path.Length > 0)
            yield return path;
        if (node is JsonObject members)
        {
            foreach (var inner in members.SelectMany(member => Places(member.Value, [.. path, member.Key])))
                yield return inner;
        }

        if (node is JsonArray items)
        {
            foreach (var inner in items.Take(2).SelectMany((item, i) => Places(item, [.. path, i])))
                yield return inner;
        }
    }

    private static JsonNode At(JsonNode root, object[] path) =>
        path.Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);

    private static void Replace(JsonNode root, object[] path, JsonNode? value)
    {
        var parent = At(root, path[..^1]);
        if (path[^1] is int index)
            parent[index] = value;
        else
            parent[(string)path[^1]] = value;
    }
}
