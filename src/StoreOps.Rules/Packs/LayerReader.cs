using System.Collections.Immutable;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>Reads a document and all that it extends, and holds each against the shape of a pack.</summary>
internal static class LayerReader
{
    /// <summary>A shop, its region, its chain, its vendor: twice as many are enough.</summary>
    private const int MaxLayers = 8;

    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Returns the layers, the document itself first and what it rests on after it; empty when one of them has not the right shape.</summary>
    public static ImmutableArray<PackDocument> Read(ReadOnlySpan<byte> utf8Json, PackLoadOptions options, ImmutableArray<LoadIssue>.Builder issues)
    {
        var layers = ImmutableArray.CreateBuilder<PackDocument>();
        if (ReadOne(utf8Json.ToArray(), null, issues) is not { } top)
            return [];
        layers.Add(top);
        while (layers[layers.Count - 1].Config.Extends is { } id)
        {
            var owner = layers.Count == 1 ? null : layers[layers.Count - 1].Config.Id;
            if (Obstacle(id, layers) is { } obstacle)
            {
                issues.Add(obstacle with { Document = owner });
                return [];
            }

            if (options.FindBase?.Invoke(id) is not { } bytes)
            {
                issues.Add(new LoadIssue("SOR090", "$.extends", "The pack \"" + id + "\" was not found" + (options.FindBase is null ? ": no packs to extend were given." : ".")) { Document = owner });
                return [];
            }

            if (ReadOne(bytes, id, issues) is not { } layer)
                return [];
            layers.Add(layer);
            if (layer.Config.Id != id)
            {
                issues.Add(new LoadIssue("SOR092", "$.id", "This pack was asked for as \"" + id + "\"; its id was \"" + layer.Config.Id + "\".") { Document = id });
                return [];
            }
        }

        return layers.ToImmutable();
    }

    private static LoadIssue? Obstacle(string id, ImmutableArray<PackDocument>.Builder layers)
    {
        if (layers.Any(layer => layer.Config.Id == id))
            return new LoadIssue("SOR091", "$.extends", "A pack does not extend itself; the circle is " + string.Join(" > ", layers.Select(layer => layer.Config.Id)) + " > " + id + ".");
        return layers.Count == MaxLayers
            ? new LoadIssue("SOR093", "$.extends", "A pack has at most 8 layers; \"" + id + "\" would be one more.")
            : null;
    }

    private static PackDocument? ReadOne(byte[] utf8Json, string? document, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (utf8Json.Length <= MaxBytes && JsonTree.Parse(utf8Json) is { } tree && PackReader.TryRead(tree) is { } read && read.SchemaVersion == RulePack.SchemaVersion)
            return new PackDocument(read, utf8Json, ContentHash.Of(tree), null);
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var layer = ReadWithCare(utf8Json, found);
        foreach (var issue in found)
            issues.Add(document is null ? issue : issue with { Document = document });
        return layer;
    }

    /// <summary>Reads a document that is of an older version, unusual or wrong, and tells all that is wrong with it.</summary>
    private static PackDocument? ReadWithCare(byte[] utf8Json, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (PackUpgrade.VersionOf(utf8Json) == PackUpgrade.OldestVersion)
            return ReadOlder(utf8Json, issues);
        if (JsonShape.Read(utf8Json, PackShape.Root, () => RulePackJson.Default.RulePackConfig, "SOR", issues) is not { } config)
            return null;
        if (config.SchemaVersion == RulePack.SchemaVersion)
            return new PackDocument(config, utf8Json, ContentHash.Of(utf8Json), null);
        issues.Add(PackUpgrade.OtherVersion(config.SchemaVersion));
        return null;
    }

    private static PackDocument? ReadOlder(byte[] utf8Json, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (PackUpgrade.TryUpgrade(utf8Json, issues) is not { } upgrade)
            return null;
        var before = issues.Count;
        var config = (JsonTree.Parse(upgrade.Utf8Json) is { } tree ? PackReader.TryRead(tree) : null)
            ?? JsonShape.Read(upgrade.Utf8Json, PackShape.Root, () => RulePackJson.Default.RulePackConfig, "SOR", issues);
        for (var i = before; i < issues.Count; i++)
            issues[i] = issues[i] with { Path = upgrade.Locate(issues[i].Path) };
        return config is null ? null : new PackDocument(config, utf8Json, ContentHash.Of(utf8Json), upgrade);
    }
}
