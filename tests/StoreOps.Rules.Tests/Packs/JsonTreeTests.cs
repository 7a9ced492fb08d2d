using System.Reflection;
using System.Text;
using System.Text.Json;

using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>A pack is read by a reader of its own, which may refuse what is unusual but never takes what the framework's reader refuses.</summary>
public sealed class JsonTreeTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\":", "1", "-0", "-", "01", "1.5", "1.", "1e3", "1E", "true", "false", "null", "nul", " ", "\n", "// x\n", "/* y */", "/*", "//",
        "\"\\u00e4\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\udc00\"", "\"\\q\"", "\"\t\"", "\"机油\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"", "\\", "\u2028", "{\"k\":", "\"k\": [1, 2],", "/",
    ];

    [Fact]
    public void Parse_Anything_IsReadAsTheFrameworkReadsItOrNotAtAll()
    {
        var random = new Random(20261128);
        var read = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var text = new StringBuilder("{\"x\":");
            for (var j = random.Next(1, 12); j > 0; j--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            read += Agree(Encoding.UTF8.GetBytes(text + (random.Next(4) > 0 ? "}" : string.Empty))) ? 1 : 0;
        }

        Assert.InRange(read, 500, 60_000);
    }

    [Fact]
    public void Parse_WoundedPacks_AreReadAsTheFrameworkReadsThemOrNotAtAll()
    {
        var random = new Random(20261129);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = (byte[])PackText.Example.Clone();
            for (var j = random.Next(1, 4); j > 0; j--)
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "\"\\{}[],:/*0 \n"[random.Next(13)]);
            Agree(bytes);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{ \"a\": 1 } // the end")]
    [InlineData("/* first */ { /* a */ \"a\": [ /* b */ 1, // c\n 2, /* d */ ], }")]
    [InlineData("{\"a\":{\"b\":[[],{},[{}]]},\"c\":\"\\u0041\\n\"}")]
    [InlineData("{\"a\":-0.5,\"b\":123456789012345678901234567890}")]
    public void Parse_UsualDocuments_AreRead(string text) => Assert.True(Agree(Encoding.UTF8.GetBytes(text)), text);

    [Fact]
    public void Parse_EveryPackOfTheRepository_IsRead()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Path, "*.jsonc", SearchOption.AllDirectories).Where(file => !file.Contains("artifacts", StringComparison.Ordinal)))
            Assert.True(Agree(File.ReadAllBytes(file)), file);
    }

    /// <summary>Returns whether the document was read; then it has the hash, and so every token, that the framework's reader finds.</summary>
    private static bool Agree(byte[] utf8Json)
    {
        if (Call("JsonTree", "Parse", [typeof(byte[])], utf8Json) is not { } tree)
            return false;
        using var document = JsonDocument.Parse(utf8Json.AsMemory(utf8Json is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0), Lenient);
        Decode(document.RootElement);
        Assert.Equal(SlowHash(utf8Json), Call("ContentHash", "Of", [tree.GetType()], tree));
        return true;
    }

    private static void Decode(JsonElement element)
    {
        // Throws where a text is no Unicode.
        if (element.ValueKind == JsonValueKind.String)
            element.GetString();
        if (element.ValueKind == JsonValueKind.Array)
            element.EnumerateArray().ToList().ForEach(Decode);
        if (element.ValueKind == JsonValueKind.Object)
            element.EnumerateObject().ToList().ForEach(member => Decode(member.Value));
    }

    private static string SlowHash(byte[] utf8Json)
    {
        var said = new MemoryStream();
        var reader = new Utf8JsonReader(utf8Json.AsSpan(utf8Json is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            said.WriteByte((byte)reader.TokenType);
            said.Write(reader.ValueSpan);
            said.WriteByte(0);
        }

        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(said.ToArray()));
    }

    private static object? Call(string type, string method, Type[] parameters, object argument) =>
        typeof(RulePack).Assembly.GetType("StoreOps.Rules.Packs." + type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, parameters)!.Invoke(null, [argument]);
}
