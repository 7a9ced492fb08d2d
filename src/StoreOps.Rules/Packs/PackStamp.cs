namespace StoreOps.Rules.Packs;

/// <summary>Which rule pack it was, to the letter: what a decision carries so that it can be traced, and what tells the layers of a pack apart.</summary>
/// <param name="Id">The id of the pack.</param>
/// <param name="Version">Its version, in its owner's own counting.</param>
/// <param name="ContentHash">The SHA-256 of its content in hexadecimal.</param>
public sealed record PackStamp(string Id, string Version, string ContentHash)
{
    /// <summary>Returns the id, the version and the start of the content hash.</summary>
    /// <returns>The text, for example "zhengzhou-chain 2026.4 #3fa9c1".</returns>
    public override string ToString() => Id + " " + Version + " #" + ContentHash.Substring(0, Math.Min(6, ContentHash.Length));
}
