using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using StoreOps.Domain;

namespace StoreOps.Rules.Packs;

/// <summary>A document of the version before, brought to the current one: a function of the document alone.</summary>
/// <remarks>
/// Only what reads otherwise is written anew, in its place: comments and the look of everything else stay. What is found to be wrong afterwards is
/// told at the path at which its owner wrote it.
/// </remarks>
internal sealed class PackUpgrade
{
    /// <summary>The oldest version that is read.</summary>
    public const int OldestVersion = 1;

    private readonly Dictionary<string, string> _writtenAt;

    private PackUpgrade(byte[] utf8Json, Dictionary<string, string> writtenAt) => (Utf8Json, _writtenAt) = (utf8Json, writtenAt);

    /// <summary>Gets the document in the current version.</summary>
    public byte[] Utf8Json { get; }

    /// <summary>Returns the version of the format that a document says it is of; null where it says none, or is no JSON.</summary>
    public static int? VersionOf(byte[] utf8Json)
    {
        try
        {
            var mark = utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF ? 3 : 0;
            var reader = new Utf8JsonReader(utf8Json.AsSpan(mark), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("schemaVersion"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) ? version : null;
            }
        }
        catch (JsonException)
        {
            // What is wrong is told by who reads all of it.
        }

        return null;
    }

    public static LoadIssue OtherVersion(int version) => new(
        "SOR010", "$.schemaVersion", "Versions " + PackContext.Show(OldestVersion) + " and " + PackContext.Show(RulePack.SchemaVersion) + " are read; it was " + PackContext.Show(version) + ".");

    /// <summary>Brings a document of version 1 to the current version.</summary>
    /// <returns>The document; null where it has not the shape of its version.</returns>
    public static PackUpgrade? TryUpgrade(byte[] utf8Json, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (!JsonShape.Fits(utf8Json, PackShape.VersionOne, "SOR", issues))
            return null;
        if (VersionOf(utf8Json) is var version and not OldestVersion)
        {
            issues.Add(OtherVersion(version ?? 0));
            return null;
        }

        // A document may be right and yet unusual, with a comment after a colon for example: then it is written anew, without its comments.
        var tree = JsonTree.Parse(utf8Json) ?? (Rewritten(utf8Json) is { } rewritten ? JsonTree.Parse(rewritten) : null);
        if (tree is null)
        {
            issues.Add(new LoadIssue("SOR001", "$", "A text in this file is not valid Unicode."));
            return null;
        }

        var edits = new TextEdits(tree.Utf8Json);
        var writtenAt = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = tree.Find(0, "schemaVersion");
        edits.Replace(tree.StartOf(number), tree.LengthOf(number), RulePack.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        ForEach(tree, tree.Find(0, "followUps"), "$.followUps", (at, path) => SplitDays(tree, at, path, edits, writtenAt));
        ForEach(tree, tree.Find(0, "campaigns"), "$.campaigns", (at, path) =>
            ForEach(tree, tree.Find(at, "stages"), path + ".stages", (stage, place) => GatherRewards(tree, stage, place, edits, writtenAt)));
        return new PackUpgrade(edits.Apply(), writtenAt);
    }

    /// <summary>Returns where its owner wrote what stands at a path of the current version.</summary>
    public string Locate(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (_writtenAt.TryGetValue(path.Substring(0, end), out var written))
                return written;
            if (end == 1)
                break;
        }

        return path;
    }

    private static void ForEach(JsonTree tree, int list, string path, Action<int, string> visit)
    {
        if (list < 0 || tree.PartOf(list) != JsonPart.Array)
            return;
        var index = 0;
        for (var item = list + 1; item < tree.Next(list); item = tree.Next(item))
            visit(item, PackContext.At(path, index++));
    }

    /// <summary>In version 1 a day after was a negative day before.</summary>
    private static void SplitDays(JsonTree tree, int rule, string path, TextEdits edits, Dictionary<string, string> writtenAt)
    {
        var list = tree.Find(rule, "daysBefore");
        var before = new List<string>();
        var after = new List<string>();
        for (var item = list + 1; item < tree.Next(list); item = tree.Next(item))
        {
            var day = Encoding.UTF8.GetString(tree.Utf8Json, tree.StartOf(item), tree.LengthOf(item));
            // -0 is no day after.
            if (day[0] == '-' && day.Trim('-', '0').Length > 0)
                after.Add(day.Substring(1));
            else
                before.Add(day);
        }

        if (after.Count == 0)
            return;
        edits.Replace(tree.StartOf(list), tree.LengthOf(list), "[" + string.Join(", ", before) + "], \"daysAfter\": [" + string.Join(", ", after) + "]");
        writtenAt.Add(path + ".daysAfter", path + ".daysBefore");
    }

    /// <summary>In version 1 a stage had a reward for its target and one for the first, both by members of the stage.</summary>
    private static void GatherRewards(JsonTree tree, int stage, string path, TextEdits edits, Dictionary<string, string> writtenAt)
    {
        var rewards = new List<string>();
        void Add(string origin, string start, params (string Name, string Of)[] members)
        {
            if (tree.Find(stage, origin) is var value && (value < 0 || tree.PartOf(value) == JsonPart.Null))
                return;
            var at = PackContext.At(path + ".rewards", rewards.Count);
            writtenAt.Add(at, path + "." + origin);
            var text = start;
            foreach (var (name, of) in members)
            {
                if (tree.Find(stage, of) is not (>= 0 and var member) || tree.PartOf(member) == JsonPart.Null)
                    continue;
                text += ", \"" + name + "\": " + Written(tree, member);
                writtenAt.Add(at + "." + name, path + "." + of);
            }

            rewards.Add("{ " + text + " }");
        }

        Add("target", "\"reached\": \"target\"", ("factor", "factor"), ("counting", "counting"));
        if (tree.Find(stage, "top") is >= 0 and var top && tree.PartOf(top) != JsonPart.Null)
            Add("top", "\"places\": " + Written(tree, top), ("factor", "topFactor"));
        string[] gone = ["factor", "counting", "top", "topFactor"];
        var end = 0;
        var isFirst = true;
        for (var member = stage + 1; member < tree.Next(stage); member = tree.Next(member + 1))
        {
            var after = EndOf(tree, member + 1);
            var isGone = gone.Contains(tree.TextOf(member));
            // With the comma before it, or, where nothing is kept before it, with the one after it.
            if (isGone && isFirst)
                edits.Replace(tree.StartOf(member) - 1, tree.StartOf(tree.Next(member + 1)) - tree.StartOf(member), string.Empty);
            else if (isGone)
                edits.Replace(end, after - end, string.Empty);
            isFirst &= isGone;
            end = after;
        }

        // A stage has an id: something is kept before the rewards, and what is gone has another member after it.
        if (rewards.Count > 0)
            edits.Replace(end, 0, ", \"rewards\": [" + string.Join(", ", rewards) + "]");
    }

    private static int EndOf(JsonTree tree, int value) => tree.StartOf(value) + tree.LengthOf(value) + (tree.PartOf(value) == JsonPart.Text ? 1 : 0);

    private static string Written(JsonTree tree, int value)
    {
        var start = tree.StartOf(value) - (tree.PartOf(value) == JsonPart.Text ? 1 : 0);
        return Encoding.UTF8.GetString(tree.Utf8Json, start, EndOf(tree, value) - start);
    }

    /// <summary>Returns the document without what is unusual; null where a text in it is half a surrogate pair.</summary>
    private static byte[]? Rewritten(byte[] utf8Json)
    {
        var mark = utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF ? 3 : 0;
        using var document = JsonDocument.Parse(utf8Json.AsMemory(mark), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            try
            {
                document.RootElement.WriteTo(writer);
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}
