using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Tests.Packs;

public sealed class PackLayerTests
{
    [Fact]
    public void TryLoad_ShopOverChainOverVendor_HasWhatTheUppermostSays()
    {
        var pack = LayerText.Load(LayerText.Shop, LayerText.Chain, LayerText.Vendor);

        Assert.Equal(("shop-1", "1", "Asia/Urumqi"), (pack.Id, pack.Version, pack.TimeZone.Id));
        Assert.Equal(["regulars", "chain-day"], pack.Pricing.Promotions.Select(one => one.Id));
        Assert.Equal(new PromotionEffect.PercentOff(Percentage.FromPercent(12)), pack.Pricing.Promotions[0].Effect);
        Assert.Equal(Money.FromAmount(90m, Currency.Cny), pack.Pricing.FindLabor("engine-oil", ServiceAction.Replace, new LocalDate(2026, 11, 23))!.Price);
        Assert.Equal((2.0m, 6), (pack.Lifecycle.AtRiskFrom, pack.Lifecycle.CoreFromVisits));
        Assert.Equal(["shop-1", "chain", "vendor"], pack.Layers.Select(layer => layer.Id));
    }

    [Fact]
    public void TryLoad_OverlayOrdersStages_TheyApplyInThatOrder()
    {
        var shop = LayerText.Shop.Replace("\"version\": \"1\",", "\"version\": \"1\", \"stageOrder\": [\"shop\"],", StringComparison.Ordinal);
        Assert.NotEqual(LayerText.Shop, shop);
        var pack = LayerText.Load(shop, LayerText.Chain, LayerText.Vendor);
        Assert.Equal(["chain-day", "regulars"], pack.Pricing.Promotions.Select(one => one.Id));
        var plain = LayerText.Load(LayerText.Shop, LayerText.Chain, LayerText.Vendor);
        Assert.Contains(PackDiff.Between(plain, pack).Changes, change => change.Section == "stageOrder" && change.Kind == PackChangeKind.Added);

        // The shop's order replaces the chain's as a whole, and is reported as doing so.
        var chain = LayerText.Chain.Replace("\"version\":", "\"stageOrder\": [\"item\", \"shop\"], \"version\":", StringComparison.Ordinal);
        var over = LayerText.Load(shop, chain, LayerText.Vendor);
        Assert.Equal("shop", over.Pricing.Promotions[0].Group.StageId);
        Assert.Contains(over.Overrides, one => one.Section == "stageOrder" && one.Old == "[\"item\",\"shop\"]");
    }

    [Fact]
    public void TryLoad_BaseIsChangedByOverlay_NamedExpressionsSeeTheOverlaysConstant()
    {
        var pack = LayerText.Load(LayerText.Chain, LayerText.Vendor);
        var facts = new FactSet(StandardFacts.Schema);

        facts.Set(StandardFacts.CustomerVisits, CelValue.Of(4));
        Assert.Equal(Verdict.False, pack.Pricing.Promotions[0].When!.Evaluate(facts));
        facts.Set(StandardFacts.CustomerVisits, CelValue.Of(5));
        Assert.Equal(Verdict.True, pack.Pricing.Promotions[0].When!.Evaluate(facts));
    }

    [Fact]
    public void Overrides_ShopOverChainOverVendor_TellsWhoOverridesWhomAndWhere()
    {
        var overrides = LayerText.Load(LayerText.Shop, LayerText.Chain, LayerText.Vendor).Overrides;

        Assert.Equal(
            [
                ("constants", "manyVisits", "chain", "$.constants.manyVisits", "vendor", false),
                ("lifecycle", "coreFromVisits", "chain", "$.lifecycle.coreFromVisits", "vendor", false),
                ("promotions", "300-less-30", "shop-1", "$.removed.promotions[0]", "vendor", true),
                ("constants", "bigOrder", "shop-1", "$.removed.constants[0]", "vendor", true),
                ("shop", "shop", "shop-1", "$.shop", "vendor", false),
                ("labor", "engine-oil:replace", "shop-1", "$.labor[0]", "vendor", false),
                ("promotions", "regulars", "shop-1", "$.promotions[0]", "vendor", false),
            ],
            overrides.Select(one => (one.Section, one.Id, one.Layer, one.Path, one.OverriddenLayer, one.IsRemoval)));
        Assert.Equal(("4", "5"), (overrides[0].Old, overrides[0].New));
        Assert.Equal("""{"item":"engine-oil","action":"replace","price":80}""", overrides[5].Old);
        Assert.Null(overrides[2].New);
        Assert.Contains("老客户", overrides[6].New, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_PackThatExtendsNothing_IsEmpty()
    {
        var pack = LayerText.Load(LayerText.Vendor);
        Assert.Empty(pack.Overrides);
        Assert.Equal(pack.ContentHash, Assert.Single(pack.Layers).ContentHash);
    }

    [Fact]
    public void Document_OfSeveralLayers_SaysTheSameByItself()
    {
        var layered = LayerText.Load(LayerText.Shop, LayerText.Chain, LayerText.Vendor);
        var alone = PackText.Load(layered.Document.ToArray());

        Assert.Equal(layered.Pricing.Promotions.Select(one => (one.Id, one.Effect, one.When?.Source)), alone.Pricing.Promotions.Select(one => (one.Id, one.Effect, one.When?.Source)));
        Assert.Equal(layered.Lifecycle, alone.Lifecycle);
        Assert.Equal(layered.TimeZone, alone.TimeZone);
        Assert.Equal(alone.Document.ToArray(), layered.Document.ToArray());
    }

    [Fact]
    public void ContentHash_BaseChanged_IsAnother()
    {
        var before = LayerText.Load(LayerText.Chain, LayerText.Vendor);
        var after = LayerText.Load(LayerText.Chain, LayerText.Vendor.Replace("\"price\": 80", "\"price\": 81", StringComparison.Ordinal));
        Assert.NotEqual(before.ContentHash, after.ContentHash);
        Assert.Equal(before.Layers[0], after.Layers[0]);
        Assert.NotEqual(before.Layers[1], after.Layers[1]);
        Assert.Equal(before.ContentHash, LayerText.Load(LayerText.Chain + " // the same", LayerText.Vendor).ContentHash);
    }

    [Fact]
    public void TryLoad_BaseNotFound_SaysWhichLayerAskedForIt()
    {
        var issue = Assert.Single(LayerText.Issues(LayerText.Shop, LayerText.Chain));
        Assert.Equal(("SOR090", "$.extends", "chain"), (issue.Code, issue.Path, issue.Document));
        Assert.StartsWith("SOR090 at $.extends of chain: ", issue.ToString(), StringComparison.Ordinal);

        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(LayerText.Chain), out _, out var issues));
        Assert.Equal(("SOR090", (string?)null), (Assert.Single(issues).Code, issues[0].Document));
    }

    [Fact]
    public void TryLoad_LayersInACircle_AreRefused()
    {
        var circular = LayerText.Vendor.Replace("\"version\": \"7\"", "\"version\": \"7\", \"extends\": \"shop-1\"", StringComparison.Ordinal);
        var issue = Assert.Single(LayerText.Issues(LayerText.Shop, LayerText.Chain, circular));
        Assert.Equal(("SOR091", "$.extends", "vendor"), (issue.Code, issue.Path, issue.Document));
        Assert.Contains("shop-1 > chain > vendor > shop-1", issue.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryLoad_AnotherPackThanAskedFor_IsRefused()
    {
        var options = new PackLoadOptions { FindBase = _ => Encoding.UTF8.GetBytes(LayerText.Vendor.Replace("\"vendor\"", "\"someone\"", StringComparison.Ordinal)) };
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(LayerText.Chain), options, out _, out var issues));
        Assert.Equal(("SOR092", "$.id", "vendor"), (Assert.Single(issues).Code, issues[0].Path, issues[0].Document));
    }

    [Fact]
    public void TryLoad_NineLayers_AreOneTooMany()
    {
        static string Layer(int number) =>
            "{ \"schemaVersion\": 1, \"id\": \"l" + number + "\", \"version\": \"1\", " + (number == 1 ? "\"shop\": { \"timeZone\": \"UTC\", \"currency\": \"CNY\" } }" : "\"extends\": \"l" + (number - 1) + "\" }");
        var layers = Enumerable.Range(1, 9).Select(Layer).ToArray();
        Assert.Equal(8, LayerText.Load(layers[7], layers).Layers.Length);
        Assert.Equal(("SOR093", "l2"), (Assert.Single(LayerText.Issues(layers[8], layers)).Code, LayerText.Issues(layers[8], layers)[0].Document));
    }

    [Fact]
    public void TryLoad_BaseOfAnotherShape_IsReportedWithItsId()
    {
        var issues = LayerText.Issues(LayerText.Chain, LayerText.Vendor.Replace("\"price\": 80", "\"price\": \"80\", \"colour\": 1", StringComparison.Ordinal));
        Assert.Equal(
            [("SOR004", "$.labor[0].price", "vendor"), ("SOR002", "$.labor[0].colour", "vendor")],
            issues.Select(issue => (issue.Code, issue.Path, issue.Document!)));
    }

    [Theory]
    [InlineData("\"price\": 80", "\"price\": -1", "SOR022", "$.labor[0].price")]
    [InlineData("customer.visits >= manyVisits", "customer.visit >= manyVisits", "SOR030", "$.expressions.isRegular")]
    [InlineData("Asia/Shanghai", "Mars", "SOR012", "$.shop.timeZone")]
    [InlineData("\"amountOff\": 30,", "\"amountOff\": -30,", "SOR022", "$.promotions[1].effect.amountOff")]
    public void TryLoad_WrongInABase_IsReportedAtItsPathThereWithItsId(string old, string spoiled, string code, string path)
    {
        var issues = LayerText.Issues(LayerText.Chain, LayerText.Vendor.Replace(old, spoiled, StringComparison.Ordinal));
        Assert.Contains(issues, issue => (issue.Code, issue.Path, issue.Document) == (code, path, "vendor"));
    }

    [Fact]
    public void TryLoad_WrongInTheOverlay_IsReportedAtItsOwnPath()
    {
        // In the merged pack it is the third promotion, in its own document the first.
        var issue = Assert.Single(LayerText.Issues(LayerText.Chain.Replace("\"percentOff\": 5", "\"percentOff\": 500", StringComparison.Ordinal), LayerText.Vendor));
        Assert.Equal(("SOR023", "$.promotions[0].effect.percentOff", (string?)null), (issue.Code, issue.Path, issue.Document));
    }

    [Theory]
    [InlineData("[\"300-less-30\", \"nothing\"]", "SOR094", "$.removed.promotions[1]")]
    [InlineData("[\"300-less-30\", \"300-less-30\"]", "SOR094", "$.removed.promotions[1]")]
    [InlineData("[\"regulars\"]", "SOR095", "$.removed.promotions[0]")]
    public void TryLoad_RemovingWhatCannotBe_IsRefused(string removed, string code, string path)
    {
        var issue = Assert.Single(LayerText.Issues(LayerText.Shop.Replace("[\"300-less-30\"]", removed, StringComparison.Ordinal), LayerText.Chain, LayerText.Vendor));
        Assert.Equal((code, path), (issue.Code, issue.Path));
    }

    [Fact]
    public void TryLoad_RemovingWithoutExtending_IsRefused()
    {
        var issue = Assert.Single(PackText.Tree().With("removed", "{ \"coupons\": [\"welcome-50\"] }").Issues());
        Assert.Equal(("SOR096", "$.removed"), (issue.Code, issue.Path));
    }

    [Fact]
    public void TryLoad_RemovingWhatOthersNeed_IsRefused()
    {
        var top = LayerText.Shop.Replace("[\"bigOrder\"]", "[\"manyVisits\"]", StringComparison.Ordinal);
        var issues = LayerText.Issues(top, LayerText.Chain, LayerText.Vendor);
        Assert.Contains(issues, issue => (issue.Code, issue.Path, issue.Document) == ("SOR030", "$.expressions.isRegular", "vendor"));
    }

    [Fact]
    public void TryLoad_SameIdTwiceInOneLayer_IsStillFound()
    {
        var tree = (JsonObject)JsonNode.Parse(LayerText.Shop)!;
        ((JsonArray)tree["promotions"]!).Add(tree["promotions"]![0]!.DeepClone());
        var issue = Assert.Single(LayerText.Issues(tree.ToJsonString(), LayerText.Chain, LayerText.Vendor));
        Assert.Equal(("SOR021", "$.promotions[1].id"), (issue.Code, issue.Path));
    }

    [Fact]
    public void TryLoad_NoLayerSaysWhereTheShopIs_IsRefused()
    {
        var vendor = (JsonObject)JsonNode.Parse(LayerText.Vendor)!;
        vendor.Remove("shop");
        var issue = Assert.Single(LayerText.Issues(LayerText.Chain, vendor.ToJsonString(new JsonSerializerOptions { WriteIndented = true })));
        Assert.Equal(("SOR003", "$.shop"), (issue.Code, issue.Path));
    }

    [Fact]
    public void TryLoad_ThousandsRemovedAndReplaced_TakesNoTimeToSpeakOf()
    {
        static string Constants(int value) => string.Join(",", Enumerable.Range(0, 60_000).Select(i => "\"c" + i + "\": " + value));
        var below = "{ \"schemaVersion\": 1, \"id\": \"low\", \"version\": \"1\", \"shop\": { \"timeZone\": \"UTC\", \"currency\": \"CNY\" }, \"constants\": {" + Constants(1) + "} }";
        var removing = "{ \"schemaVersion\": 1, \"id\": \"mid\", \"version\": \"1\", \"extends\": \"low\", \"removed\": { \"constants\": [" + string.Join(",", Enumerable.Range(0, 60_000).Select(i => "\"c" + i + "\"")) + "] } }";
        var adding = "{ \"schemaVersion\": 1, \"id\": \"top\", \"version\": \"1\", \"extends\": \"mid\", \"constants\": {" + Constants(2) + "} }";
        Assert.Equal(60_000, LayerText.Load(adding, removing, below).Overrides.Length);
    }

    /// <summary>Laying a pack on an empty one changes nothing but the name, and laying it on itself under another name neither.</summary>
    [Fact]
    public void TryLoad_LaidOnItself_IsItself() =>
        Prop.ForAll(Gen.SubListOf("constants", "expressions", "labor", "promotions", "lifecycle", "stages").ToArbitrary(), sections =>
        {
            var full = (JsonObject)JsonNode.Parse(LayerText.Vendor)!;
            var top = new JsonObject { ["schemaVersion"] = 2, ["id"] = "top", ["version"] = "7", ["extends"] = "vendor" };
            foreach (var section in sections)
                top[section] = full[section]!.DeepClone();
            var pack = LayerText.Load(top.ToJsonString().Replace("\":\"", "\": \"", StringComparison.Ordinal), LayerText.Vendor);
            var alone = (JsonObject)JsonNode.Parse(pack.Document.Span)!;
            alone["id"] = "vendor";
            full["schemaVersion"] = RulePack.SchemaVersion;
            return JsonNode.DeepEquals(full, alone) && pack.Overrides.All(one => one.Old == one.New);
        }).QuickCheckThrowOnFailure();
}
