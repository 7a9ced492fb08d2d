using System.Text.Json;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>A document that has the right shape: one layer of a pack.</summary>
/// <param name="config">What it says, in the current version of the format.</param>
/// <param name="utf8Json">The document as its owner wrote it.</param>
/// <param name="contentHash">The fingerprint of what its owner wrote.</param>
/// <param name="upgrade">How it was brought to the current version; null where it is of that version.</param>
internal sealed class PackDocument(RulePackConfig config, byte[] utf8Json, string contentHash, PackUpgrade? upgrade)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    public RulePackConfig Config => config;

    public byte[] Utf8Json => utf8Json;

    /// <summary>Gets the document in the current version of the format.</summary>
    public byte[] Current => upgrade?.Utf8Json ?? utf8Json;

    public PackStamp Stamp { get; } = new(config.Id, config.Version, contentHash);

    /// <summary>Returns the issue as its reader will find it: at the path in the document as it was written.</summary>
    public LoadIssue Locate(LoadIssue issue) => upgrade is null ? issue : issue with { Path = upgrade.Locate(issue.Path) };

    /// <summary>Returns the path in the document as it was written.</summary>
    public string Locate(string path) => upgrade?.Locate(path) ?? path;

    /// <summary>Returns the members of the document, to be put together with those of other layers.</summary>
    public JsonElement Root()
    {
        var current = Current;
        var start = current.Length >= 3 && current[0] == 0xEF && current[1] == 0xBB && current[2] == 0xBF ? 3 : 0;
        using var document = JsonDocument.Parse(current.AsMemory(start), Lenient);
        return document.RootElement.Clone();
    }
}
