using System.Text;
using System.Text.Json.Nodes;

using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Vehicles;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Vehicles;

public class WmiOverlayTests
{
    private const string File = """
        {
          "$schema": "wmi-overlay.schema.json",
          "schemaVersion": 1,
          "makers": [
            { "wmi": "LZZ", "manufacturer": "Example Motors", "makes": ["Example"], "chineseName": "示例汽车", "country": "China", "source": "vehicle licenses" },
            { "wmi": "he9083", "manufacturer": "Example Trucks", "makes": [] },
            { "wmi": "LFV", "manufacturer": "FAW-Volkswagen", "makes": ["Jetta"] }, // Ours.
          ],
        }
        """;

    [Fact]
    public void TryLoad_List_IsPutOverTheCatalog()
    {
        var catalog = WmiCatalog.BuiltIn.With(Load(File));
        var decoded = new VinDecoder(catalog).Decode(Vin.Parse("LZZ11111111111111"));
        Assert.Equal("Example", decoded.Make);
        Assert.Equal("China", decoded.Maker?.Country);
        Assert.Equal("vehicle licenses", decoded.Maker?.Reference);
        Assert.Equal("示例汽车", decoded.Maker?.ChineseName);
        Assert.Equal(WmiSources.Host, decoded.Maker?.Sources);
        Assert.Equal("Jetta", new VinDecoder(catalog).Decode(Vin.Parse("LFV11111111111111")).Make);
        Assert.Equal("BYD", new VinDecoder(catalog).Decode(Vin.Parse("LGX11111111111111")).Make);
    }

    // The number is hutool's example of a maker of fewer than a thousand vehicles a year.
    [Fact]
    public void TryLoad_SmallMaker_IsToldByPositionsTwelveToFourteen()
    {
        var decoder = new VinDecoder(WmiCatalog.BuiltIn.With(Load(File)));
        var vin = Vin.Parse("HE9XR1C48PS083871");
        Assert.Equal("HE9083", vin.MakerCode);
        Assert.Equal("HE9083", decoder.Decode(vin).Maker?.Wmi);
        Assert.Null(decoder.Decode(Vin.Parse("HE9XR1C48PS084871")).Maker);
        Assert.Null(new VinDecoder().Decode(vin).Maker);
        Assert.Equal("LFV", Vin.Parse("LFV11111111111111").MakerCode);
    }

    [Fact]
    public void ConflictsWith_OtherMake_IsReported()
    {
        var overlay = Load(File);
        var conflict = Assert.Single(overlay.ConflictsWith(WmiCatalog.BuiltIn));
        Assert.Equal("LFV", conflict.Stated.Wmi);
        Assert.Contains("Volkswagen", conflict.Known.Makes);
        Assert.Contains("is now Jetta", conflict.ToString(), StringComparison.Ordinal);
        Assert.Empty(overlay.ConflictsWith(WmiCatalog.BuiltIn.With(overlay)));
    }

    [Fact]
    public void With_SeveralLists_LastHolds()
    {
        var vendor = Load("""{ "schemaVersion": 1, "makers": [{ "wmi": "LZZ", "manufacturer": "V", "makes": ["Vendor"] }, { "wmi": "LZY", "manufacturer": "V", "makes": ["Vendor"] }] }""");
        var catalog = WmiCatalog.BuiltIn.With(vendor).With(Load(File));
        Assert.Equal("Example", catalog.Find(Vin.Parse("LZZ11111111111111"))?.Makes[0]);
        Assert.Contains(catalog.Entries, entry => entry.Wmi == "LZZ" && entry.Makes[0] == "Example");
        Assert.Equal(catalog.Count, catalog.Entries.Select(entry => entry.Wmi).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void TryLoad_ManyMistakes_ReportsAll()
    {
        const string Wrong = """
            { "schemaVersion": 2, "makers": [
              { "wmi": "LIO", "manufacturer": "a", "makes": [] },
              { "wmi": "LA9", "manufacturer": "a", "makes": [] },
              { "wmi": "LAB123", "manufacturer": "a", "makes": [] },
              { "wmi": "LZZ", "manufacturer": " ", "makes": [""] },
              { "wmi": "lzz", "manufacturer": "a", "makes": [], "country": "" } ] }
            """;
        Assert.False(WmiOverlay.TryLoad(Encoding.UTF8.GetBytes(Wrong), out var overlay, out var issues));
        Assert.Null(overlay);
        Assert.Equal(
            [
                "SOD010 $.schemaVersion", "SOD060 $.makers[0].wmi", "SOD061 $.makers[1].wmi", "SOD062 $.makers[2].wmi",
                "SOD064 $.makers[3].manufacturer", "SOD064 $.makers[3].makes[0]", "SOD064 $.makers[4].country", "SOD063 $.makers[4].wmi",
            ],
            issues.Select(issue => issue.Code + " " + issue.Path));
    }

    [Theory]
    [InlineData("""{ "schemaVersion": 1 }""", "SOD003", "$.makers")]
    [InlineData("""{ "schemaVersion": 1, "makers": [{ "wmi": "LZZ", "manufacturer": "a", "makes": [], "maker": "b" }] }""", "SOD002", "$.makers[0].maker")]
    [InlineData("""{ "schemaVersion": 1, "makers": [{ "wmi": 5, "manufacturer": "a", "makes": [] }] }""", "SOD004", "$.makers[0].wmi")]
    [InlineData("[", "SOD001", "$")]
    public void TryLoad_OtherShape_NamesThePlace(string json, string code, string path)
    {
        Assert.False(WmiOverlay.TryLoad(Encoding.UTF8.GetBytes(json), out _, out var issues));
        Assert.Contains(issues, issue => issue.Code == code && issue.Path == path);
    }

    [Theory]
    [InlineData("""{ "schemaVersion": 1, "makers": [{ "wmi": "LZZ", "manufacturer": "a", "makes": [null] }] }""")]
    [InlineData("""{ "schemaVersion": 1, "makers": [null] }""")]
    [InlineData("""{ "schemaVersion": 1, "makers": null }""")]
    public void TryLoad_NullInAList_IsRefusedAndNotThrown(string json)
    {
        Assert.False(WmiOverlay.TryLoad(Encoding.UTF8.GetBytes(json), out _, out var issues));
        Assert.NotEmpty(issues);
    }

    [Fact]
    public void TryLoad_MutatedBytes_NeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(File);
        var mutations =
            from position in Gen.Choose(0, bytes.Length - 1)
            from value in Gen.Choose(0, 255)
            from cut in Gen.Choose(0, 20)
            select (Position: position, Value: (byte)value, Cut: cut);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(mutations.ToArbitrary(), one =>
        {
            var copy = bytes.ToArray();
            copy[one.Position] = one.Value;
            var isRight = WmiOverlay.TryLoad(copy.AsSpan(one.Cut == 0 ? one.Position : 0), out var overlay, out var issues);
            return isRight == issues.IsEmpty && isRight == (overlay is not null);
        }));
    }

    [Fact]
    public void JsonSchema_IsTheCommittedFile()
    {
        var path = Path.Combine(RepositoryFolder.Path, "schema", "wmi-overlay.schema.json");
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            System.IO.File.WriteAllText(path, WmiOverlay.JsonSchema());
        Assert.Equal(System.IO.File.ReadAllText(path), WmiOverlay.JsonSchema());
        var maker = JsonNode.Parse(WmiOverlay.JsonSchema())!["properties"]!["makers"]!["items"]!;
        Assert.False((bool)maker["additionalProperties"]!);
        Assert.Equal("The manufacturer's name.", (string?)maker["properties"]!["manufacturer"]!["description"]);
    }

    [Fact]
    public void With_Null_Throws() => Assert.Throws<ArgumentNullException>(() => WmiCatalog.BuiltIn.With((WmiOverlay)null!));

    private static WmiOverlay Load(string json)
    {
        Assert.True(WmiOverlay.TryLoad(Encoding.UTF8.GetBytes(json), out var overlay, out var issues), string.Join('\n', issues));
        return overlay!;
    }
}
