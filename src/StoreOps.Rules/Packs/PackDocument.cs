using System.Text.Json;

namespace StoreOps.Rules.Packs;

/// <summary>A document that has the right shape: one layer of a pack.</summary>
internal sealed class PackDocument(RulePackConfig config, byte[] utf8Json)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    public RulePackConfig Config => config;

    public byte[] Utf8Json => utf8Json;

    public PackStamp Stamp { get; } = new(config.Id, config.Version, ContentHash.Of(utf8Json));

    /// <summary>Returns the members of the document, to be put together with those of other layers.</summary>
    public JsonElement Root()
    {
        var start = utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF ? 3 : 0;
        using var document = JsonDocument.Parse(utf8Json.AsMemory(start), Lenient);
        return document.RootElement.Clone();
    }
}
