using System.Text;
using System.Text.RegularExpressions;

using StoreOps.Domain.Maintenance;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Maintenance;

public class CatalogOverlayTests
{
    private const string Item = """{"number":#,"id":"$","name":{"zh":"新","en":"New"},"actions":["service"],"powertrains":["petrol"],"slots":[],"relations":[%]}""";

    [Fact]
    public void With_TheDocumentedExample_AddsRenamesAndKeepsKeys()
    {
        var catalog = MaintenanceCatalog.BuiltIn.With(Read(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "examples", "catalog-overlay.json"))));
        Assert.Equal(32, catalog.Items.Length);
        Assert.Equal("ozone-cartridge", Assert.Single(catalog.FindItem("ozone-cleaning")!.Slots).Id);
        Assert.Equal("Oil service", catalog.FindItem("engine-oil")!.Name.In(Language.English));
        var key = new ExternalKey("oe-number", "1K0 819 653 B");
        Assert.Equal("ozone-cartridge", Assert.Single(catalog.FindSlotIds(key)));
        Assert.Empty(catalog.FindComponentIds(key));
        Assert.Equal(key, Assert.Single(catalog.KeysOf("ozone-cartridge")));
        Assert.Equal(31, MaintenanceCatalog.BuiltIn.Items.Length);
        Assert.Equal("Do you mostly drive within the town?", catalog.DrivingQuestions[0].Text.In(Language.English));
        Assert.Equal("平时是不是只在县城里跑？", catalog.DrivingQuestions[0].Text.In(Language.Chinese));
        Assert.Equal(DrivingQuestion.All.Select(one => one.Condition), catalog.DrivingQuestions.Select(one => one.Condition));
        Assert.Equal(DrivingQuestion.All.Skip(1), catalog.DrivingQuestions.Skip(1));
        Assert.Equal(DrivingQuestion.All.AsEnumerable(), MaintenanceCatalog.BuiltIn.DrivingQuestions);
        Assert.Equal(catalog.DrivingQuestions.AsEnumerable(), catalog.With(Read("""{"schemaVersion":1,"id":"later"}""")).DrivingQuestions);
    }

    [Theory]
    [InlineData("\"items\":[@31,new,]", "SOD040", "$.items[0].number")]
    [InlineData("\"questions\":[{\"condition\":\"idling\",\"text\":{\"zh\":\"a\",\"en\":\"a\"}},{\"condition\":\"idling\",\"text\":{\"zh\":\"a\",\"en\":\"a\"}}]", "SOD048", "$.questions[1].condition")]
    [InlineData("\"questions\":[{\"condition\":\"idling\",\"text\":{\"zh\":\" \",\"en\":\"a\"}}]", "SOD049", "$.questions[0].text")]
    [InlineData("\"items\":[@32,engine-oil,]", "SOD041", "$.items[0].id")]
    [InlineData("\"renames\":[{\"component\":\"none\",\"name\":{\"zh\":\"a\",\"en\":\"a\"}}]", "SOD012", "$.renames[0]")]
    [InlineData("\"keys\":[{\"system\":\"a\",\"value\":\"b\"}]", "SOD047", "$.keys[0]")]
    [InlineData("\"relations\":[{\"of\":\"engine-oil\",\"kind\":\"requires\",\"item\":\"engine-oil\"}]", "SOD043", "$.relations[0].item")]
    [InlineData("\"items\":[@32,a,requires b],\"relations\":[{\"of\":\"a\",\"kind\":\"together\",\"item\":\"none\"}]", "SOD012", "$.items[0].relations[0].item")]
    [InlineData("\"items\":[@32,a,requires b,@33,b,requires a]", "SOD013", "$.items[0].relations[0].item")]
    [InlineData("\"items\":[@32,a,includes b,@33,b,includes a]", "SOD013", "$.items[0].relations[0].item")]
    [InlineData("\"items\":[@32,a,requires b,@33,b,conflicts a]", "SOD045", "$.items[0].relations[0].item")]
    [InlineData("\"relations\":[{\"of\":\"none\",\"kind\":\"together\",\"item\":\"engine-oil\"}]", "SOD012", "$.relations[0].of")]
    [InlineData("\"items\":[@32,a,,@33,b,together a,@34,c,],\"relations\":[{\"of\":\"c\",\"kind\":\"together\",\"item\":\"b\"},{\"of\":\"c\",\"kind\":\"together\",\"item\":\"b\"}]", "SOD044", "$.relations[1]")]
    [InlineData("\"items\":[@32,a,,@33,b,,@34,c,],\"relations\":[{\"of\":\"c\",\"kind\":\"requires\",\"item\":\"a\"},{\"of\":\"a\",\"kind\":\"requires\",\"item\":\"b\"},{\"of\":\"b\",\"kind\":\"requires\",\"item\":\"a\"}]", "SOD013", "$.relations[1].item")]
    public void TryWith_WhatDoesNotFit_IsRefusedWhole(string members, string code, string path)
    {
        var overlay = Read("{\"schemaVersion\":1,\"id\":\"x\"," + Expand(members) + "}");
        Assert.False(MaintenanceCatalog.BuiltIn.TryWith(overlay, out var catalog, out var issues));
        Assert.Null(catalog);
        Assert.Equal((code, path), (issues[0].Code, issues[0].Path));
        Assert.Throws<ArgumentException>(() => MaintenanceCatalog.BuiltIn.With(overlay));
    }

    [Fact]
    public void ToUtf8Json_IsReadAsTheSameOverlay()
    {
        var overlay = Read("{\"schemaVersion\":1,\"id\":\"x\"," + Expand("\"items\":[@32,a,requires b,@33,b,]") + ",\"keys\":[{\"component\":\"a\",\"system\":\"s\",\"value\":\"机油\"}]}");
        var written = overlay.ToUtf8Json();
        var again = Read(Encoding.UTF8.GetString(written));
        Assert.Equal(written, again.ToUtf8Json());
        var (one, other) = (MaintenanceCatalog.BuiltIn.With(overlay), MaintenanceCatalog.BuiltIn.With(again));
        Assert.Equal(one.Items.Select(item => item.Id), other.Items.Select(item => item.Id));
        Assert.Equal(new ExternalKey("s", "机油"), Assert.Single(other.KeysOf("a")));
    }

    [Fact]
    public void TryWith_NothingToAdd_Fits() => Assert.Equal(31, MaintenanceCatalog.BuiltIn.With(Read("""{"schemaVersion":1,"id":"x"}""")).Items.Length);

    [Fact]
    public void JsonSchema_IsTheCommittedFile()
    {
        var path = Path.Combine(RepositoryFolder.Path, "schema", "catalog-overlay.schema.json");
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            File.WriteAllText(path, CatalogOverlay.JsonSchema());
        Assert.Equal(File.ReadAllText(path), CatalogOverlay.JsonSchema());
    }

    private static string Expand(string members) => Regex.Replace(
        members,
        "@(?<number>[0-9]+),(?<id>[a-z-]+),((?<kind>[a-z]+) (?<other>[a-z]+))?",
        match => Item
            .Replace("#", match.Groups["number"].Value, StringComparison.Ordinal)
            .Replace("$", match.Groups["id"].Value, StringComparison.Ordinal)
            .Replace("%", match.Groups["kind"].Success ? $$"""{"kind":"{{match.Groups["kind"].Value}}","item":"{{match.Groups["other"].Value}}"}""" : string.Empty, StringComparison.Ordinal),
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    private static CatalogOverlay Read(string text)
    {
        Assert.True(CatalogOverlay.TryLoad(Encoding.UTF8.GetBytes(text), out var overlay, out var issues), string.Join("; ", issues));
        return overlay!;
    }
}
