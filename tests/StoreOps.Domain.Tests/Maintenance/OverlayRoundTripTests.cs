using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>What is written reads as what was there, for both kinds of overlays.</summary>
public class OverlayRoundTripTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Texts = ["a", "机油 5W-30", "quote \" and \\", "line\nbreak", "<&>'", "🚗", " "];

    private static readonly MaintenanceSchedule[] Pool =
        [.. Workshop.Schedules.Append(SemanticCaseTests.Severe10Years()).Append(Workshop.Rules(DuePointsTests.EveryFeature)).Select(Minified)];

    [Fact]
    public void ToUtf8Json_AnyLayer_IsReadAsTheSame() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var layer = AnyLayer(new Random(seed));
        var written = layer.ToUtf8Json();
        Assert.True(ScheduleLayer.TryLoad(written, out var again, out var issues), string.Join("; ", issues) + Encoding.UTF8.GetString(written));
        Assert.Equal(Shown(layer), Shown(again));
        Assert.Equal(written, again.ToUtf8Json());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void ToUtf8Json_TheDocumentedLayer_SaysNoMoreThanTheFile()
    {
        var file = File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "docs", "examples", "maintenance-overlay.json"));
        Assert.True(ScheduleLayer.TryLoad(file, out var layer, out _));
        using var one = JsonDocument.Parse(file);
        using var other = JsonDocument.Parse(layer.ToUtf8Json());
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement));
    }

    [Fact]
    public void ToUtf8Json_AnAnnotationThatIsNotJson_Throws()
    {
        var schedule = Pool[0] with { Annotations = [new Annotation("a", "not json")] };
        Assert.ThrowsAny<JsonException>(() => new ScheduleLayer { Id = "x", Origin = LayerOrigin.Shop, Schedules = [schedule] }.ToUtf8Json());
    }

    [Fact]
    public void ToUtf8Json_AnyCatalogOverlay_IsReadAsTheSame() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var text = AnyCatalogOverlay(new Random(seed));
        Assert.True(CatalogOverlay.TryLoad(Encoding.UTF8.GetBytes(text), out var overlay, out var issues), string.Join("; ", issues) + text);
        var written = overlay.ToUtf8Json();
        Assert.True(CatalogOverlay.TryLoad(written, out var again, out issues), string.Join("; ", issues) + Encoding.UTF8.GetString(written));
        Assert.Equal(overlay.Id, again.Id);
        Assert.Equal(written, again.ToUtf8Json());

        // What it says is what it does: both make the same catalog, or are refused for the same.
        var fits = MaintenanceCatalog.BuiltIn.TryWith(overlay, out var one, out var wrong);
        Assert.Equal(fits, MaintenanceCatalog.BuiltIn.TryWith(again, out var other, out var wrongAgain));
        Assert.Equal(wrong.AsEnumerable(), wrongAgain.AsEnumerable());
        Assert.Equal(Shown(one), Shown(other));
        Assert.Equal(one?.DrivingQuestions.AsEnumerable(), other?.DrivingQuestions.AsEnumerable());
        Assert.Equal(one?.KeysOf("engine-oil").AsEnumerable(), other?.KeysOf("engine-oil").AsEnumerable());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static ScheduleLayer AnyLayer(Random random) => new()
    {
        Id = "layer-" + random.Next(100),
        Edition = Maybe(random, Text),
        Origin = (LayerOrigin)random.Next(1, 5),
        Schedules = [.. Enumerable.Range(0, random.Next(3)).Select(i => AnySchedule(random, i))],
        Overrides = [.. Enumerable.Range(0, random.Next(4)).Select(i => AnyOverride(random, i))],
    };

    private static MaintenanceSchedule AnySchedule(Random random, int i)
    {
        var schedule = Pool[random.Next(Pool.Length)];
        return schedule with
        {
            Id = "schedule-" + i,
            Edition = Maybe(random, Text),
            Confidence = (ScheduleConfidence)random.Next(3),
            Coverage = Text(random),
            Vehicle = schedule.Vehicle with
            {
                Powertrains = [.. Enum.GetValues<Powertrain>().Where(_ => random.Next(3) == 0)],
                Keys = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new ExternalKey(Text(random), Text(random)))],
            },
            Annotations = [.. Enumerable.Range(0, random.Next(3)).Select(at => new Annotation("note-" + at, JsonSerializer.Serialize(Text(random), Plain)))],
        };
    }

    private static IntervalOverride AnyOverride(Random random, int i)
    {
        var named = random.Next(3);
        return new IntervalOverride
        {
            ScheduleId = named == 0 ? Text(random) : null,
            Make = named == 1 ? Text(random) : null,
            ComponentId = Text(random),
            Action = (ServiceAction)random.Next(Enum.GetValues<ServiceAction>().Length),
            Limits = new ServiceLimits(Number(random, 2_000_000), random.Next(10, 601), Number(random, 2_000_000), null),
            SevereLimits = random.Next(2) == 0 ? default : new ServiceLimits(null, random.Next(1, 11), null, random.Next(1, 11)),
            EffectiveFrom = new LocalDate(2026, 1, 1).PlusDays((i * 400) + random.Next(400)),
            Reason = "because " + Text(random),
            Author = Maybe(random, Text),
        };
    }

    private static string AnyCatalogOverlay(Random random)
    {
        var slots = Enumerable.Range(0, random.Next(3)).Select(i => new { id = "slot-" + i, name = Name(random) }).ToArray();
        var ids = Enumerable.Range(0, random.Next(4)).Select(i => "item-" + i).ToArray();
        string Item() => ids.Length > 0 && random.Next(2) == 0 ? ids[random.Next(ids.Length)] : MaintenanceCatalog.BuiltIn.Items[random.Next(31)].Id;
        string Kind() => new[] { "requires", "includes", "suppresses", "together", "conflicts" }[random.Next(5)];
        var members = new Dictionary<string, object> { ["schemaVersion"] = 1, ["id"] = Text(random) };
        if (slots.Length > 0)
            members["slots"] = slots;
        if (ids.Length > 0)
        {
            members["items"] = ids.Select((id, i) => new
            {
                number = 32 + i,
                id,
                name = Name(random),
                actions = new[] { "service" },
                powertrains = new[] { "petrol", "electric" }.Take(random.Next(3)),
                slots = slots.Select(slot => slot.id).Take(random.Next(3)),
                relations = Enumerable.Range(0, random.Next(2)).Select(_ => new { kind = Kind(), item = Item() }),
            });
        }

        if (random.Next(2) == 0)
            members["components"] = new[] { new { id = "component-0", name = Name(random), items = new[] { Item() } } };
        if (random.Next(2) == 0)
            members["renames"] = new[] { new { component = Item(), name = Name(random) } };
        if (random.Next(2) == 0)
            members["relations"] = new[] { new { of = Item(), kind = Kind(), item = Item() } };
        if (random.Next(2) == 0)
            members["questions"] = new[] { "short-trips", "dust-or-unpaved", "idling" }.Take(random.Next(1, 4)).Select(condition => new { condition, text = Name(random) });
        if (random.Next(2) == 0)
            members["keys"] = new[] { new { component = "engine-oil", system = Text(random), value = Text(random) } };
        return JsonSerializer.Serialize(members);
    }

    private static object Name(Random random) => new { zh = Text(random), en = Text(random) };

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static string? Maybe(Random random, Func<Random, string> make) => random.Next(2) == 0 ? null : make(random);

    private static int? Number(Random random, int most) => random.Next(2) == 0 ? null : random.Next(1, most + 1);

    private static string Shown<T>(T value) => JsonSerializer.Serialize(value, Plain);

    // What the source says beside the format is written without its white space.
    private static MaintenanceSchedule Minified(MaintenanceSchedule schedule) => schedule with
    {
        Annotations = Minified(schedule.Annotations),
        Rules =
        [
            .. schedule.Rules.Select(rule => rule with
            {
                Annotations = Minified(rule.Annotations),
                Severe = rule.Severe is { } severe ? severe with { Annotations = Minified(severe.Annotations) } : null,
            }),
        ],
    };

    private static ImmutableArray<Annotation> Minified(ImmutableArray<Annotation> annotations) =>
        [.. annotations.Select(one => one with { Json = JsonSerializer.Serialize(JsonDocument.Parse(one.Json).RootElement, Plain) })];
}
