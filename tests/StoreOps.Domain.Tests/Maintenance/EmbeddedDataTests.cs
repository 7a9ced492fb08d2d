using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>What the library carries with it: sources stated, names in both languages, nothing that points nowhere.</summary>
public class EmbeddedDataTests
{
    private static MaintenanceCatalog Catalog => MaintenanceCatalog.BuiltIn;

    [Fact]
    public void Library_Holds25MakersSchedulesAndAGenericOne()
    {
        Assert.Equal(25, ScheduleLibrary.BuiltIn.Schedules.Length);
        Assert.Equal(26, Workshop.Schedules.Select(schedule => schedule.Id).Distinct().Count());
        Assert.True(ScheduleLibrary.BuiltIn.Generic.IsGeneric);
    }

    [Fact]
    public void Files_AreMadeFromTheJsonBesideThem()
    {
        foreach (var (name, bytes) in EmbeddedFiles.Made())
        {
            var file = Path.Combine(EmbeddedFiles.Folder, name);
            if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
                File.WriteAllBytes(file, bytes);
            Assert.True(
                File.Exists(file) && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file)),
                name + " is not made from the JSON files as they stand: run the tests once with STOREOPS_APPROVE=1, then build and test again.");
        }
    }

    [Fact]
    public void BuiltIn_EqualsWhatTheCheckedLoadersRead()
    {
        Assert.True(MaintenanceCatalog.TryLoad(EmbeddedFiles.Catalog, out var catalog, out var wrong), string.Join("; ", wrong));
        Assert.Equal(Written(catalog), Written(Catalog));

        Assert.Equal(EmbeddedFiles.Schedules.Select(Loaded), ScheduleLibrary.BuiltIn.Schedules.Select(Written));
        Assert.Equal(Loaded(EmbeddedFiles.Generic), Written(ScheduleLibrary.BuiltIn.Generic));

        static string Loaded(byte[] json)
        {
            Assert.True(MaintenanceSchedule.TryLoad(json, out var schedule, out var issues), string.Join("; ", issues));
            return Written(schedule);
        }
    }

    [Fact]
    public void ReadBack_MembersThatNoOwnFileHas_AreThereToo()
    {
        var text = Workshop.Frame
            .Replace("\"id\":\"test\"", "\"id\":\"test\",\"edition\":\"2026-03\"", StringComparison.Ordinal)
            .Replace("\"models\":", """
                "keys":[{"system":"tecdoc-ktype","value":"58312"},{"system":"aces-vehicle","value":"17"}],"models":
                """, StringComparison.Ordinal)
            .Replace("#", DuePointsTests.EveryFeature, StringComparison.Ordinal);
        var json = System.Text.Encoding.UTF8.GetBytes(text);
        Assert.True(MaintenanceSchedule.TryLoad(json, out var loaded, out var issues), string.Join("; ", issues));
        var read = EmbeddedFiles.ReadBack(json);
        Assert.Equal(Written(loaded), Written(read));
        Assert.Equal([new ExternalKey("tecdoc-ktype", "58312"), new ExternalKey("aces-vehicle", "17")], read.Vehicle.Keys.AsEnumerable());
        Assert.Equal("2026-03", read.Edition);
    }

    [Fact]
    public void BuiltIn_WithAnotherSchedule_IsTheOneLibraryPlusOne()
    {
        var added = ScheduleLibrary.BuiltIn.Generic with { Id = "own", Vehicle = ScheduleLibrary.BuiltIn.Generic.Vehicle with { Make = "Own" } };
        var library = ScheduleLibrary.BuiltIn.With([added]);
        Assert.Equal(ScheduleLibrary.BuiltIn.Schedules.Select(one => one.Id).Prepend("own"), library.Schedules.Select(one => one.Id));
        Assert.Same(ScheduleLibrary.BuiltIn.Generic, library.Generic);
        Assert.All(ScheduleLibrary.BuiltIn.Schedules, schedule => Assert.Equal(
            ScheduleLibrary.BuiltIn.Find(Workshop.VehicleOf(schedule)), library.Find(Workshop.VehicleOf(schedule))));
    }

    [Fact]
    public void Schedules_StateTheirSource() => Assert.All(Workshop.Schedules, schedule =>
    {
        Assert.NotEmpty(schedule.Source.Kind);
        Assert.NotEmpty(schedule.Source.License);
        Assert.NotEmpty(schedule.Coverage);
        if (!schedule.IsGeneric)
            Assert.StartsWith("http", schedule.Source.Url, StringComparison.Ordinal);
        Assert.True(Enum.IsDefined(schedule.Confidence));
    });

    [Fact]
    public void Rules_SpeakOfWhatTheCatalogKnows() => Assert.All(Workshop.Schedules.SelectMany(schedule => schedule.Rules), rule =>
    {
        Assert.NotNull(Catalog.FindComponent(rule.ComponentId));
        Assert.True(!rule.Actions.Contains(ServiceAction.Replace) || rule.Action == ServiceAction.Replace, rule.ComponentId + " hides that it is a replacement.");
    });

    [Fact]
    public void Catalog_HasNamesInBothLanguages()
    {
        Assert.Equal(Enumerable.Range(1, 31), Catalog.Items.Select(item => item.Number));
        var names = Catalog.Items.Select(item => item.Name).Concat(Catalog.Components.Select(component => component.Name)).Concat(Catalog.Slots.Select(slot => slot.Name));
        Assert.All(names, name =>
        {
            Assert.Contains(name.Chinese, IsHan);
            Assert.Contains(name.English, char.IsAsciiLetter);
            Assert.DoesNotContain(name.English, IsHan);
        });
    }

    [Fact]
    public void Catalog_EveryItem_HasActionsAndPowertrains() => Assert.All(Catalog.Items, item =>
    {
        Assert.NotEmpty(item.Actions);
        Assert.NotEmpty(item.Powertrains);
        Assert.DoesNotContain(Powertrain.Unknown, item.Powertrains);
        Assert.Same(item, Catalog.FindItem(item.Id));
    });

    [Fact]
    public void Schedules_EveryOne_IsFoundForAVehicleOfItsOwn() => Assert.All(ScheduleLibrary.BuiltIn.Schedules, schedule =>
        Assert.Same(schedule, ScheduleLibrary.BuiltIn.Find(Workshop.VehicleOf(schedule)).Schedule));

    [Fact]
    public void Resources_AreSmall()
    {
        var assembly = typeof(MaintenanceSchedule).Assembly;
        var bytes = assembly.GetManifestResourceNames().Sum(name => assembly.GetManifestResourceStream(name)!.Length);
        Assert.InRange(bytes, 50_000, 2_000_000);
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static string Written<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
}
