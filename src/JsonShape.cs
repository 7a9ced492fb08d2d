using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace StoreOps.Domain;

/// <summary>Reads JSON from strangers: holds it against the schema of a type and reports everything that does not fit, each with its path.</summary>
/// <remarks>The serializer alone stops at the first mistake; a vendor wants to see all of them.</remarks>
internal static class JsonShape
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    // What a type looks like is found once: it costs more than a small file.
    private static readonly ConditionalWeakTable<JsonTypeInfo, JsonShapeNode> Shapes = new();

    /// <summary>Reads a file.</summary>
    /// <param name="utf8Json">The file; comments and trailing commas are allowed.</param>
    /// <param name="type">The shape.</param>
    /// <param name="prefix">The prefix of issue codes: "SOD" or "SOR".</param>
    /// <param name="issues">Receives what does not fit.</param>
    /// <returns>The value; null when something does not fit.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type, string prefix, ImmutableArray<LoadIssue>.Builder issues)
        where T : class => Read(utf8Json, Shapes.GetValue(type, Compile), () => type, prefix, issues);

    /// <summary>Reads a file whose shape is known without getting the serializer ready: that is done only for a file that has it.</summary>
    /// <param name="utf8Json">The file; comments and trailing commas are allowed.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="type">Gives the same shape to the serializer.</param>
    /// <param name="prefix">The prefix of issue codes: "SOD" or "SOR".</param>
    /// <param name="issues">Receives what does not fit.</param>
    /// <returns>The value; null when something does not fit.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json, JsonShapeNode shape, Func<JsonTypeInfo<T>> type, string prefix, ImmutableArray<LoadIssue>.Builder issues)
        where T : class => Fits(utf8Json, shape, prefix, issues) ? Deserialize(WithoutMark(utf8Json), type(), prefix, issues) : null;

    /// <summary>Holds a file against a shape.</summary>
    /// <param name="utf8Json">The file; comments and trailing commas are allowed.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="prefix">The prefix of issue codes: "SOD" or "SOR".</param>
    /// <param name="issues">Receives what does not fit.</param>
    /// <returns>Whether everything fits.</returns>
    public static bool Fits(ReadOnlySpan<byte> utf8Json, JsonShapeNode shape, string prefix, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (utf8Json.Length > MaxBytes)
        {
            issues.Add(new LoadIssue(prefix + "007", "$", "A file has at most 16 MiB; it was larger."));
            return false;
        }

        var before = issues.Count;
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(utf8Json).ToArray(), Lenient);
            new JsonShapeCheck(prefix, issues).Check(document.RootElement, shape);
        }
        catch (JsonException error)
        {
            issues.Add(new LoadIssue(prefix + "001", error.Path ?? "$", "This is not JSON as it should be: " + error.Message));
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escape that is half a surrogate pair.
            issues.Add(new LoadIssue(prefix + "001", "$", "A text in this file is not valid Unicode."));
        }

        return issues.Count == before;
    }

    /// <summary>Gets how schemas are exported, for checking here and for editors.</summary>
    public static JsonSchemaExporterOptions Exporter { get; } = new() { TreatNullObliviousAsNonNullable = true };

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8Json) =>
        utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF ? utf8Json.Slice(3) : utf8Json;

    private static JsonShapeNode Compile(JsonTypeInfo type)
    {
        var schema = type.GetJsonSchemaAsNode(Exporter);
        return JsonShapeNode.Compile(schema, schema);
    }

    // From the bytes, not from the document: an element is read back without the leniency that its document was read with.
    private static T? Deserialize<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type, string prefix, ImmutableArray<LoadIssue>.Builder issues)
        where T : class
    {
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
        try
        {
            return JsonSerializer.Deserialize(ref reader, type);
        }
        catch (JsonException error)
        {
            // The shape is right by now: what is left is half a surrogate pair, or a number beyond its type.
            if (error.InnerException is InvalidOperationException)
                issues.Add(new LoadIssue(prefix + "001", error.Path ?? "$", "This text is not valid Unicode."));
            else
                issues.Add(new LoadIssue(prefix + "004", error.Path ?? "$", "This number is not accepted: a whole number is from -2147483648 to 2147483647, any other has at most 28 digits."));
            return null;
        }
    }
}
