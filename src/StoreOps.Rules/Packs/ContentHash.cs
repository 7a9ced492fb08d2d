using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StoreOps.Rules.Packs;

/// <summary>Fingerprints a document by what it says: comments, white space and trailing commas do not count, everything else does.</summary>
internal static class ContentHash
{
    public static string Of(ReadOnlySpan<byte> utf8Json)
    {
        var start = utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF ? 3 : 0;
        var reader = new Utf8JsonReader(utf8Json.Slice(start), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using var tokens = new MemoryStream(utf8Json.Length);
        while (reader.Read())
        {
            tokens.WriteByte((byte)reader.TokenType);
            foreach (var one in reader.ValueSpan)
                tokens.WriteByte(one);
            // Separates a token from the next: the value 0 occurs in no JSON text.
            tokens.WriteByte(0);
        }

        return Hexadecimal(tokens.ToArray());
    }

    /// <summary>Fingerprints several documents in their order by their own fingerprints.</summary>
    public static string OfLayers(IEnumerable<string> hashes) => Hexadecimal(Encoding.ASCII.GetBytes(string.Join("+", hashes)));

    private static string Hexadecimal(byte[] content)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(content);
        var text = new StringBuilder(hash.Length * 2);
        foreach (var one in hash)
            text.Append("0123456789abcdef"[one >> 4]).Append("0123456789abcdef"[one & 15]);
        return text.ToString();
    }
}
