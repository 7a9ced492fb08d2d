using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;

using StoreOps.Domain;
using StoreOps.Rules;
using StoreOps.Rules.Packs;

namespace StoreOps.Cli.Packs;

/// <summary>The files of a rule pack: the one that was named, and those that it extends.</summary>
/// <remarks>A base is one of the files given with --base, or else stands beside the pack under its id: vendor.jsonc, vendor.json.</remarks>
internal sealed class PackFiles
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceMap> _maps = new(StringComparer.Ordinal);
    private readonly string _path;

    public PackFiles(string path, IEnumerable<string> bases)
    {
        _path = path;
        Bytes = InputFile.Read(path);
        foreach (var file in bases)
        {
            var bytes = InputFile.Read(file);
            Keep(IdOf(bytes) ?? throw new InputException($"The file \"{file}\" has no id: it is no rule pack."), file, bytes);
        }
    }

    public byte[] Bytes { get; }

    public static Option<string[]> BaseOption() => new("--base")
    {
        Description = "a pack that FILE extends, may be repeated; else it is looked for beside FILE as ID.jsonc or ID.json",
        AllowMultipleArgumentsPerToken = false,
    };

    public bool TryLoad(bool runsTests, out RulePack? pack, out ImmutableArray<LoadIssue> issues) =>
        RulePack.TryLoad(Bytes, new PackLoadOptions { FindBase = Find, RunsTests = runsTests }, out pack, out issues);

    /// <summary>Loads a pack whose rightness is not the question.</summary>
    /// <exception cref="InputException">The pack was refused.</exception>
    public static RulePack Load(string path, IEnumerable<string> bases)
    {
        var files = new PackFiles(path, bases);
        if (files.TryLoad(runsTests: false, out var pack, out var issues))
            return pack!;
        throw new InputException($"The rule pack \"{path}\" was refused:" + string.Concat(issues.Select(issue => Environment.NewLine + files.Describe(issue))));
    }

    /// <summary>Returns where an issue is: its file, line and column.</summary>
    public SourcePlace PlaceOf(LoadIssue issue) => MapOf(issue).Find(issue.Path, issue.Offset);

    public string Describe(LoadIssue issue) => PlaceOf(issue) + ": " + issue;

    /// <summary>Returns the line that an issue is in and a caret under its place.</summary>
    public (string Line, string Caret) Show(LoadIssue issue)
    {
        var place = PlaceOf(issue);
        return CaretLine.Of(MapOf(issue).Line(place.Line), place);
    }

    private SourceMap MapOf(LoadIssue issue)
    {
        var document = issue.Document is { } id && _bytes.ContainsKey(id) ? id : null;
        var key = document ?? string.Empty;
        if (!_maps.TryGetValue(key, out var map))
            _maps.Add(key, map = document is null ? new SourceMap(_path, Bytes) : new SourceMap(_paths[document], _bytes[document]));
        return map;
    }

    private static string? IdOf(byte[] bytes)
    {
        try
        {
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            using var document = JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private byte[]? Find(string id)
    {
        if (_bytes.TryGetValue(id, out var given))
            return given;
        // An id becomes a name of a file only where it can be nothing else, such as a way to another folder.
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') || id[0] == '.')
            return null;
        foreach (var ending in (string[])[".jsonc", ".json"])
        {
            var file = Path.Combine(Path.GetDirectoryName(_path) ?? string.Empty, id + ending);
            if (File.Exists(file))
            {
                Keep(id, file, File.ReadAllBytes(file));
                return _bytes[id];
            }
        }

        return null;
    }

    private void Keep(string id, string path, byte[] bytes)
    {
        _paths[id] = path;
        _bytes[id] = bytes;
    }
}
