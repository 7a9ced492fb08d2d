using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using StoreOps.Domain;
using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>The example that the documentation shows, and ways to spoil it.</summary>
internal static class PackText
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static byte[] Example { get; } = File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "docs", "examples", "rulepack.jsonc"));

    public static JsonObject Tree() => (JsonObject)JsonNode.Parse(Example, documentOptions: Lenient)!;

    /// <summary>Returns the example with one member set, or removed where the value is null.</summary>
    public static JsonObject With(this JsonObject root, string path, string? json)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode node = root;
        foreach (var step in steps[..^1])
            node = step[0] == '[' ? node[int.Parse(step[1..^1], null)]! : node[step]!;
        var last = steps[^1];
        if (last[0] == '[')
            node[int.Parse(last[1..^1], null)] = JsonNode.Parse(json!);
        else if (json is null)
            ((JsonObject)node).Remove(last);
        else
            node[last] = JsonNode.Parse(json);
        return root;
    }

    public static ImmutableArray<LoadIssue> Issues(this JsonObject root)
    {
        var isLoaded = RulePack.TryLoad(Encoding.UTF8.GetBytes(root.ToJsonString()), out var pack, out var issues);
        Assert.Equal(isLoaded, pack is not null);
        Assert.Equal(isLoaded, issues.IsEmpty);
        return issues;
    }

    public static RulePack Load(byte[] utf8Json)
    {
        Assert.True(RulePack.TryLoad(utf8Json, out var pack, out var issues), string.Join("\n", issues));
        Assert.Empty(issues);
        return pack;
    }
}
