using System.Collections.Immutable;
using System.Text;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>The library's own files, damaged: reading never throws, and a refusal always says why.</summary>
public class LoaderFuzzTests
{
    private static readonly string[] Words =
    [
        "null", "true", "[]", "{}", "-1", "0", "1e9", "99999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", ",", ":", "\"", "\\", "[[", "}}", "/*", "//", "NaN", "\u0000",
    ];

    [Fact]
    public void TryLoad_4000DamagedSchedules_NeverThrows() => Damage(EmbeddedFiles.Schedules, 160, bytes =>
        (MaintenanceSchedule.TryLoad(bytes, out var schedule, out var issues), schedule is not null, issues));

    [Fact]
    public void TryLoad_2000DamagedSchedulesOfEveryFeature_NeverThrows() => Damage(
        [Encoding.UTF8.GetBytes(Workshop.Frame.Replace("#", DuePointsTests.EveryFeature, StringComparison.Ordinal)
            .Replace("\"rules\"", "\"severeTriggers\":{\"A\":{\"driving\":[\"idling\"],\"fromAgeYears\":10,\"fromKilometers\":9,\"oilBelowSpecification\":true}},\"rules\"", StringComparison.Ordinal))],
        2_000,
        bytes => (MaintenanceSchedule.TryLoad(bytes, out var schedule, out var issues), schedule is not null, issues));

    [Fact]
    public void TryLoad_400DamagedCatalogs_NeverThrows() => Damage([EmbeddedFiles.Catalog], 400, bytes =>
        (MaintenanceCatalog.TryLoad(bytes, out var catalog, out var issues), catalog is not null, issues));

    [Fact]
    public void TryLoad_1000DamagedLayers_NeverThrows() => Damage(
        [File.ReadAllBytes(Path.Combine(StoreOps.Testing.RepositoryFolder.Path, "docs", "examples", "maintenance-overlay.json"))],
        1_000,
        bytes => (ScheduleLayer.TryLoad(bytes, out var layer, out var issues), layer is not null, issues));

    [Fact]
    public void TryLoad_2000DamagedCatalogOverlays_NeverThrows() => Damage([Encoding.UTF8.GetBytes(CatalogOverlayText)], 2_000, bytes =>
    {
        var isRead = CatalogOverlay.TryLoad(bytes, out var overlay, out var issues);
        if (overlay is not null)
            isRead = MaintenanceCatalog.BuiltIn.TryWith(overlay, out var catalog, out issues) && catalog is not null;
        return (isRead, isRead, issues);
    });

    private const string CatalogOverlayText = """
        {
          "schemaVersion": 1,
          "id": "shop",
          "slots": [{ "id": "ceramic-coat",
            "name": { "zh": "镀晶", "en": "Ceramic coat" } }],
          "items": [{ "number": 32,
            "id": "ceramic-coating",
            "name": { "zh": "漆面镀晶", "en": "Ceramic coating" },
            "actions": ["service"],
            "powertrains": [],
            "slots": ["ceramic-coat"],
            "relations": [{ "kind": "together", "item": "engine-oil" }] }],
          "components": [{ "id": "coating-lamp",
            "name": { "zh": "固化灯", "en": "Curing lamp" },
            "items": ["ceramic-coating"] }],
          "relations": [{ "of": "ceramic-coating",
            "kind": "requires",
            "item": "brake-fluid" },
            { "of": "brake-fluid",
            "kind": "together",
            "item": "ceramic-coating" }],
          "renames": [{ "component": "engine-oil",
            "name": { "zh": "小保养", "en": "Small service" } }],
          "keys": [{ "component": "engine-oil",
            "system": "aces-part-type",
            "value": "5340" }]
        }
        """;

    private static void Damage(IEnumerable<byte[]> files, int times, Func<byte[], (bool IsRead, bool IsThere, ImmutableArray<LoadIssue> Issues)> load)
    {
        // A fixed seed: a damage that throws is found again.
        var random = new Random(20260731);
        var refused = 0;
        foreach (var original in files)
        {
            Assert.True(load(original).IsRead, Encoding.UTF8.GetString(original));
            for (var i = 0; i < times; i++)
            {
                var bytes = Mutate(original, random, i % 5);
                var (isRead, isThere, issues) = load(bytes);
                Assert.True(isRead == isThere && isRead == issues.IsEmpty, Encoding.UTF8.GetString(bytes));
                refused += isRead ? 0 : 1;
            }
        }

        Assert.NotEqual(0, refused);
    }

    private static byte[] Mutate(byte[] original, Random random, int kind)
    {
        var at = random.Next(original.Length);
        var to = Math.Min(original.Length, at + random.Next(40));
        switch (kind)
        {
            case 0:
                var flipped = (byte[])original.Clone();
                for (var i = random.Next(1, 5); i > 0; i--)
                    flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
                return flipped;
            case 1:
                return original[..at];
            case 2:
                return [.. original[..at], .. original[to..]];
            case 3:
                return [.. original[..to], .. original[at..]];
            default:
                // In place of a whole value, so that the shape stays JSON and the checks behind it are reached.
                var colon = Array.IndexOf(original, (byte)':', at);
                var end = colon < 0 ? -1 : Array.IndexOf(original, (byte)'\n', colon);
                if (end < 0)
                    return [.. original[..at], .. Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]), .. original[at..]];
                var tail = original[end - 1] == ',' ? end - 1 : end;
                return [.. original[..(colon + 1)], .. Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]), .. original[tail..]];
        }
    }
}
