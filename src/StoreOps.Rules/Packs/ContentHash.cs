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
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[4_096];
        var used = 0;
        while (reader.Read())
        {
            Append(sha, buffer, ref used, [(byte)reader.TokenType]);
            Append(sha, buffer, ref used, reader.ValueSpan);
            // Separates a token from the next: the value 0 occurs in no JSON text.
            Append(sha, buffer, ref used, [0]);
        }

        sha.AppendData(buffer, 0, used);
        return Hexadecimal(sha.GetHashAndReset());
    }

    /// <summary>Fingerprints a document that has been read, the same way.</summary>
    public static string Of(JsonTree tree)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[4_096];
        var used = 0;
        var open = new int[64];
        var depth = 0;
        for (var i = 0; i <= tree.Count; i++)
        {
            for (; depth > 0 && tree.Next(open[depth - 1]) == i; depth--)
                Token(tree.PartOf(open[depth - 1]) == JsonPart.Object ? JsonTokenType.EndObject : JsonTokenType.EndArray, tree.PartOf(open[depth - 1]) == JsonPart.Object ? "}"u8 : "]"u8);
            if (i == tree.Count)
                break;
            switch (tree.PartOf(i))
            {
                case JsonPart.Object:
                    open[depth++] = i;
                    Token(JsonTokenType.StartObject, "{"u8);
                    break;
                case JsonPart.Array:
                    open[depth++] = i;
                    Token(JsonTokenType.StartArray, "["u8);
                    break;
                default:
                    Token(TypeOf(tree.PartOf(i)), tree.BytesOf(i));
                    break;
            }
        }

        sha.AppendData(buffer, 0, used);
        return Hexadecimal(sha.GetHashAndReset());

        void Token(JsonTokenType type, ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length + 2 <= buffer.Length - used)
            {
                buffer[used++] = (byte)type;
                bytes.CopyTo(buffer.AsSpan(used));
                used += bytes.Length;
                buffer[used++] = 0;
                return;
            }

            Append(sha, buffer, ref used, [(byte)type]);
            Append(sha, buffer, ref used, bytes);
            Append(sha, buffer, ref used, [0]);
        }
    }

    /// <summary>Fingerprints several documents in their order by their own fingerprints.</summary>
    public static string OfLayers(IEnumerable<string> hashes)
    {
        using var sha = SHA256.Create();
        return Hexadecimal(sha.ComputeHash(Encoding.ASCII.GetBytes(string.Join("+", hashes))));
    }

    private static JsonTokenType TypeOf(JsonPart part) => part switch
    {
        JsonPart.Name => JsonTokenType.PropertyName,
        JsonPart.Text => JsonTokenType.String,
        JsonPart.Number => JsonTokenType.Number,
        JsonPart.True => JsonTokenType.True,
        JsonPart.False => JsonTokenType.False,
        _ => JsonTokenType.Null,
    };

    private static void Append(IncrementalHash sha, byte[] buffer, ref int used, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > buffer.Length - used)
        {
            var part = buffer.Length - used;
            bytes.Slice(0, part).CopyTo(buffer.AsSpan(used));
            sha.AppendData(buffer, 0, buffer.Length);
            bytes = bytes.Slice(part);
            used = 0;
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private static string Hexadecimal(byte[] hash)
    {
        var text = new StringBuilder(hash.Length * 2);
        foreach (var one in hash)
            text.Append("0123456789abcdef"[one >> 4]).Append("0123456789abcdef"[one & 15]);
        return text.ToString();
    }
}
