using System.Text.Json;

using StoreOps.Domain.Maintenance;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>The JSON files from which the library's own are made, and the making: each text once, then the values in their order.</summary>
internal sealed class EmbeddedFiles
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<byte> _values = [];

    private EmbeddedFiles()
    {
    }

    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "src", "StoreOps.Domain", "Maintenance", "Data");

    public static byte[] Catalog => File.ReadAllBytes(Path.Combine(Folder, "catalog.json"));

    public static byte[] Generic => File.ReadAllBytes(Path.Combine(Folder, "generic.json"));

    /// <summary>The makers' schedules, in the order in which the library holds them.</summary>
    public static IEnumerable<byte[]> Schedules =>
        Directory.GetFiles(Path.Combine(Folder, "schedules"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    public static IEnumerable<(string Name, byte[] Bytes)> Made()
    {
        var catalog = new EmbeddedFiles();
        catalog.WriteFile(Catalog);
        yield return ("catalog.bin", catalog.Bytes());

        var schedules = new EmbeddedFiles();
        schedules.Tag(7, 2);
        schedules.Text("generic");
        schedules.WriteFile(Generic);
        schedules.Text("schedules");
        schedules.Tag(6, Schedules.Count());
        foreach (var one in Schedules)
            schedules.WriteFile(one);
        yield return ("schedules.bin", schedules.Bytes());
    }

    /// <summary>Makes of one schedule what the library's own file holds of it, and reads that the way the library does.</summary>
    public static MaintenanceSchedule ReadBack(byte[] json)
    {
        var made = new EmbeddedFiles();
        made.WriteFile(json);
        var library = typeof(MaintenanceSchedule).Assembly;
        var node = library.GetType("StoreOps.Domain.Maintenance.EmbeddedNode", throwOnError: true)!.GetMethod("Read")!.Invoke(null, [made.Bytes()]);
        return (MaintenanceSchedule)library.GetType("StoreOps.Domain.Maintenance.EmbeddedReader", throwOnError: true)!.GetMethod("Schedule")!.Invoke(null, [node])!;
    }

    private void WriteFile(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Write(document.RootElement, isRaw: false);
    }

    // What the source says beside the format is carried as it stands: the text of the JSON itself.
    private void Write(JsonElement value, bool isRaw)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Tag(7, value.EnumerateObject().Count());
                foreach (var member in value.EnumerateObject())
                {
                    Text(member.Name);
                    if (isRaw)
                        Tag(5, Place(member.Value.GetRawText()));
                    else
                        Write(member.Value, member.Name == "annotations");
                }

                break;
            case JsonValueKind.Array:
                Tag(6, value.GetArrayLength());
                foreach (var element in value.EnumerateArray())
                    Write(element, isRaw: false);
                break;
            case JsonValueKind.Number when value.TryGetInt32(out var number) && number >= 0:
                Tag(3, number);
                break;
            case JsonValueKind.Number:
                Tag(4, Place(value.GetRawText()));
                break;
            case JsonValueKind.String:
                Tag(5, Place(value.GetString()!));
                break;
            default:
                _values.Add((byte)(value.ValueKind switch { JsonValueKind.True => 2, JsonValueKind.False => 1, _ => 0 }));
                break;
        }
    }

    private void Tag(byte kind, int number)
    {
        _values.Add(kind);
        Integer(_values, number);
    }

    private void Text(string text) => Integer(_values, Place(text));

    private int Place(string text)
    {
        if (_places.TryGetValue(text, out var place))
            return place;
        _places.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    private byte[] Bytes()
    {
        var file = new List<byte>();
        Integer(file, _texts.Count);
        foreach (var text in _texts.Select(System.Text.Encoding.UTF8.GetBytes))
        {
            Integer(file, text.Length);
            file.AddRange(text);
        }

        return [.. file, .. _values];
    }

    private static void Integer(List<byte> bytes, int number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }
}
