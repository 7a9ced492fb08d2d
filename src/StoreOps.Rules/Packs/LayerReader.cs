using System.Collections.Immutable;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>Reads a document and all that it extends, and holds each against the shape of a pack.</summary>
internal static class LayerReader
{
    /// <summary>A shop, its region, its chain, its vendor: twice as many are enough.</summary>
    private const int MaxLayers = 8;

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
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, PackShape.Root, PackReader.Read, () => RulePackJson.Default.RulePackConfig, "SOR", found);
        if (config is not null && config.SchemaVersion != RulePack.SchemaVersion)
            found.Add(new LoadIssue("SOR010", "$.schemaVersion", "Version 1 is read; it was " + PackContext.Show(config.SchemaVersion) + "."));
        foreach (var issue in found)
            issues.Add(document is null ? issue : issue with { Document = document });
        return config is null ? null : new PackDocument(config, utf8Json);
    }
}
