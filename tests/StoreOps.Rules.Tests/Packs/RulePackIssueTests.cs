using System.Text;
using System.Text.Json.Nodes;

namespace StoreOps.Rules.Tests.Packs;

public sealed class RulePackIssueTests
{
    [Theory]
    [InlineData("nothing", "1", "SOR002", "$.nothing")]
    [InlineData("coupons[0].percentOff", "1", "SOR002", "$.coupons[0].percentOff")]
    [InlineData("packages[1].validFor", null, "SOR003", "$.packages[1].validFor")]
    [InlineData("packages[1].price", "\"520\"", "SOR004", "$.packages[1].price")]
    [InlineData("promotions[0]", "null", "SOR004", "$.promotions[0]")]
    [InlineData("expressions.isRegular", "null", "SOR004", "$.expressions.isRegular")]
    [InlineData("services[0].items[1]", "null", "SOR004", "$.services[0].items[1]")]
    [InlineData("stages[0].groups[0].mode", "\"better\"", "SOR005", "$.stages[0].groups[0].mode")]
    [InlineData("schemaVersion", "3", "SOR010", "$.schemaVersion")]
    [InlineData("shop.currency", "\"yuan\"", "SOR011", "$.shop.currency")]
    [InlineData("shop.currency", "\"\"", "SOR011", "$.shop.currency")]
    [InlineData("shop.timeZone", "\"Asia/Zhengzhou\"", "SOR012", "$.shop.timeZone")]
    [InlineData("id", "\"Huayuan Road\"", "SOR020", "$.id")]
    [InlineData("coupons[0].id", "\"300-less-30\"", "SOR021", "$.coupons[0].id")]
    [InlineData("packages[0].price", "365.001", "SOR022", "$.packages[0].price")]
    [InlineData("packages[0].price", "0", "SOR022", "$.packages[0].price")]
    [InlineData("packages[0].grants[0].singlePrice", "-1", "SOR022", "$.packages[0].grants[0].singlePrice")]
    [InlineData("labor[0].price", "79228162514264337593543950335", "SOR022", "$.labor[0].price")]
    [InlineData("promotions[1].effect.forEvery", "0", "SOR022", "$.promotions[1].effect.forEvery")]
    [InlineData("promotions[0].effect.percentOff", "100.01", "SOR023", "$.promotions[0].effect.percentOff")]
    [InlineData("promotions[0].effect.percentOff", "-1", "SOR023", "$.promotions[0].effect.percentOff")]
    [InlineData("packages[0].grants[0].uses", "0", "SOR024", "$.packages[0].grants[0].uses")]
    [InlineData("packages[0].validFor.months", "601", "SOR024", "$.packages[0].validFor.months")]
    [InlineData("stages[1].groups[1].atMost", "65", "SOR024", "$.stages[1].groups[1].atMost")]
    [InlineData("promotions[0].from", "\"2026-11-31\"", "SOR025", "$.promotions[0].from")]
    [InlineData("promotions[0].until", "\"20.12.2026\"", "SOR025", "$.promotions[0].until")]
    [InlineData("promotions[0].until", "\"2026-11-19\"", "SOR026", "$.promotions[0].until")]
    [InlineData("promotions[0].when", "\"customer.visit >= 3\"", "SOR030", "$.promotions[0].when")]
    [InlineData("constants.bigOrder", "[4]", "SOR031", "$.constants.bigOrder")]
    [InlineData("constants.bigOrder", "null", "SOR031", "$.constants.bigOrder")]
    [InlineData("constants.isRegular", "true", "SOR032", "$.constants.isRegular")]
    [InlineData("services[0].items[1]", "\"oil-filters\"", "SOR040", "$.services[0].items[1]")]
    [InlineData("labor[0].item", "\"engine-oils\"", "SOR040", "$.labor[0].item")]
    [InlineData("promotions[0].effect.on.item", "\"none\"", "SOR040", "$.promotions[0].effect.on.item")]
    [InlineData("promotions[0].effect.on.slot", "\"none\"", "SOR041", "$.promotions[0].effect.on.slot")]
    [InlineData("promotions[0].effect.on.package", "\"none\"", "SOR085", "$.promotions[0].effect.on.package")]
    [InlineData("commissionPlans[0].rules[0].on.package", "\"none\"", "SOR085", "$.commissionPlans[0].rules[0].on.package")]
    [InlineData("stageOrder", "[\"shops\"]", "SOR086", "$.stageOrder[0]")]
    [InlineData("brandRules[0].slot", "\"none\"", "SOR041", "$.brandRules[0].slot")]
    [InlineData("brandRules[0].prefer", "[]", "SOR042", "$.brandRules[0]")]
    [InlineData("brandRules[1].scope.shop", "\"one\"", "SOR043", "$.brandRules[1].scope")]
    [InlineData("services[0].items", "[]", "SOR044", "$.services[0].items")]
    [InlineData("labor[1].item", "\"engine-oil\"", "SOR045", "$.labor[1]")]
    [InlineData("packages[0].grants", "[]", "SOR046", "$.packages[0].grants")]
    [InlineData("packages[0].grants[0].service", "\"b-service\"", "SOR047", "$.packages[0].grants[0].service")]
    [InlineData("packages[3].extraRights[0].choose", "5", "SOR048", "$.packages[3].extraRights[0].choose")]
    [InlineData("stages[0].groups[0].atMost", "1", "SOR049", "$.stages[0].groups[0].atMost")]
    [InlineData("campaigns[0].stages", "[]", "SOR120", "$.campaigns[0].stages")]
    [InlineData("campaigns[0].stages[0].from", "\"2026-10-31\"", "SOR121", "$.campaigns[0].stages[0].from")]
    [InlineData("campaigns[0].stages[1].from", "\"2026-11-10\"", "SOR121", "$.campaigns[0].stages[1].from")]
    [InlineData("campaigns[0].stages[2].until", "\"2026-12-01\"", "SOR121", "$.campaigns[0].stages[2].until")]
    [InlineData("campaigns[0].stages[0].target", "null", "SOR122", "$.campaigns[0].stages[0].rewards[0].reached")]
    [InlineData("campaigns[0].stages[2].teamTarget", "null", "SOR122", "$.campaigns[0].stages[2].rewards[0].reached")]
    [InlineData("campaigns[0].stages[0].rewards[0]", "{}", "SOR122", "$.campaigns[0].stages[0].rewards[0]")]
    [InlineData("campaigns[0].stages[1].rewards[1].counting", "\"above\"", "SOR122", "$.campaigns[0].stages[1].rewards[1].counting")]
    [InlineData("campaigns[0].pairs", "[]", "SOR122", "$.campaigns[0].stages[2].rewards[0].winsPair")]
    [InlineData("campaigns[0].stages[0].rewards[0].factor", "101", "SOR024", "$.campaigns[0].stages[0].rewards[0].factor")]
    [InlineData("campaigns[0].stages[2].rewards[0].when", "\"customer.visits > 1\"", "SOR030", "$.campaigns[0].stages[2].rewards[0].when")]
    [InlineData("campaigns[0].pairs[0]", "[\"a\"]", "SOR125", "$.campaigns[0].pairs[0]")]
    [InlineData("campaigns[0].pairs[0]", "[\"a\", \"a\"]", "SOR125", "$.campaigns[0].pairs[0]")]
    [InlineData("campaigns[0].board.refreshMinutes", "0", "SOR024", "$.campaigns[0].board.refreshMinutes")]
    [InlineData("campaigns[0].counts.packages[0]", "\"care-36\"", "SOR085", "$.campaigns[0].counts.packages[0]")]
    [InlineData("campaigns[0].counts", "{ \"items\": [\"engine-oi\"] }", "SOR040", "$.campaigns[0].counts.items[0]")]
    [InlineData("campaigns[0].counts", "{ \"brands\": [] }", "SOR034", "$.campaigns[0].counts.brands")]
    [InlineData("campaigns[0].counts", "{ \"service\": \"minor\" }", "SOR047", "$.campaigns[0].counts.service")]
    [InlineData("campaigns[0].counts", "{ \"service\": \"minor-service\", \"items\": [\"engine-oil\"] }", "SOR124", "$.campaigns[0].counts.service")]
    [InlineData("campaigns[0].counts", "{ \"slot\": \"engine-oi\" }", "SOR041", "$.campaigns[0].counts.slot")]
    [InlineData("campaigns[0].stages[0].target", "0", "SOR024", "$.campaigns[0].stages[0].target")]
    [InlineData("campaigns[0].perUnit", "0", "SOR022", "$.campaigns[0].perUnit")]
    [InlineData("lifecycle.lostAfterDays", "-1", "SOR050", "$.lifecycle.lostAfterDays")]
    [InlineData("lifecycle.dormantFrom", "1.9", "SOR051", "$.lifecycle")]
    [InlineData("followUps[1].daysBefore", "[]", "SOR060", "$.followUps[1]")]
    [InlineData("followUps[0].daysBefore", "[-1]", "SOR060", "$.followUps[0].daysBefore")]
    [InlineData("followUps[0].daysAfter", "[0]", "SOR060", "$.followUps[0].daysAfter")]
    [InlineData("followUps[0].daysBefore", "[3651]", "SOR060", "$.followUps[0].daysBefore")]
    [InlineData("commissionPlans[0].position", "\"\"", "SOR070", "$.commissionPlans[0].position")]
    [InlineData("commissionPlans[0].rules", "[]", "SOR071", "$.commissionPlans[0].rules")]
    [InlineData("commissionPlans[0].rules[0].percent", "1", "SOR072", "$.commissionPlans[0].rules[0]")]
    [InlineData("commissionPlans[0].rules[0].of", "\"list\"", "SOR073", "$.commissionPlans[0].rules[0].of")]
    [InlineData("promotions[0].group", "\"members\"", "SOR080", "$.promotions[0].group")]
    [InlineData("promotions[0].effect.amountOff", "1", "SOR081", "$.promotions[0].effect")]
    [InlineData("promotions[0].effect.forEvery", "100", "SOR082", "$.promotions[0].effect.forEvery")]
    [InlineData("coupons[0].effect.atMost", "2", "SOR083", "$.coupons[0].effect.atMost")]
    [InlineData("coupons[0].combinesWith", "[\"member\", \"nobody\"]", "SOR084", "$.coupons[0].combinesWith[1]")]
    [InlineData("tags[0].id", "\"win-back\"", "SOR021", "$.segments[0].id")]
    [InlineData("tags[0].level", "\"basic\"", "SOR005", "$.tags[0].level")]
    [InlineData("tags[0].when", null, "SOR033", "$.tags[0]")]
    [InlineData("tags[0].when", "\"customer.tag\"", "SOR030", "$.tags[0].when")]
    [InlineData("segments[0].until", "\"soon\"", "SOR025", "$.segments[0].until")]
    public void TryLoad_OneThingWrong_ReportsItAtItsPathAndNothingElse(string path, string? json, string code, string where)
    {
        var issue = Assert.Single(PackText.Tree().With(path, json).Issues());
        Assert.Equal((code, where), (issue.Code, issue.Path));
        Assert.NotEqual(string.Empty, issue.Detail);
    }

    [Theory]
    [InlineData("services[0].items[1]", "\"oil-filters\"", "oil-filter")]
    [InlineData("labor[0].item", "\"engine-oils\"", "engine-oil")]
    [InlineData("brandRules[0].slot", "\"engine-oils\"", "engine-oil")]
    [InlineData("packages[0].grants[0].service", "\"minor-services\"", "minor-service")]
    [InlineData("promotions[0].group", "\"members\"", "member")]
    [InlineData("coupons[0].combinesWith", "[\"full-reductoin\"]", "full-reduction")]
    [InlineData("tests[0].expect", "{ \"core-labor-10\": true }", "core-labor-10-off")]
    [InlineData("tests[0].coupons", "[\"welcome-5\"]", "welcome-50")]
    [InlineData("tests[0].facts", "{ \"customer.visit\": 1 }", "customer.visits")]
    public void TryLoad_NameMistyped_ProposesTheNearest(string path, string json, string nearest)
    {
        var issue = Assert.Single(PackText.Tree().With(path, json).Issues());
        Assert.EndsWith("; the nearest is \"" + nearest + "\".", issue.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryLoad_ThousandsOfWrongNames_ProposesForAFewOnly()
    {
        var tree = PackText.Tree();
        tree["services"]![0]!["items"] = new JsonArray([.. Enumerable.Range(0, 20_000).Select(i => (JsonNode)("engine-oi" + i))]);
        var issues = tree.Issues();
        Assert.Equal(20_000, issues.Count(issue => issue.Code == "SOR040"));
        Assert.InRange(issues.Count(issue => issue.Detail.Contains("nearest", StringComparison.Ordinal)), 1, 32);
    }

    [Fact]
    public void TryLoad_ManyThingsWrong_ReportsAll()
    {
        var issues = PackText.Tree()
            .With("shop.timeZone", "\"Mars\"")
            .With("shop.currency", "\"Q\"")
            .With("packages[0].price", "-1")
            .With("promotions[0].when", "\"customer.visits >\"")
            .With("coupons[0].group", "\"nowhere\"")
            .With("followUps[1].daysBefore", "[]")
            .Issues();
        Assert.Equal(
            ["SOR011", "SOR012", "SOR022", "SOR030", "SOR060", "SOR080"],
            issues.Select(issue => issue.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TryLoad_ExpressionNamedLikeAFact_IsRefused()
    {
        var tree = PackText.Tree();
        tree["expressions"]!["customer.visits"] = "order.total > 1.0";
        var issue = Assert.Single(tree.Issues());
        Assert.Equal(("SOR032", "$.expressions.customer.visits"), (issue.Code, issue.Path));
    }

    [Fact]
    public void TryLoad_WrongCondition_ShowsLineAndColumn()
    {
        var issue = Assert.Single(PackText.Tree().With("promotions[0].when", "\"isRegular\\n  && customer.visit > 3\"").Issues());
        Assert.StartsWith("Line 2, column 6: ", issue.Detail, StringComparison.Ordinal);
        Assert.Contains("customer.visits", issue.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":\"a\"}")]
    [InlineData("{\"a\":\"b\",\"b\":\"a\"}")]
    [InlineData("{\"a\":\"!c\",\"b\":\"a\",\"c\":\"b\"}")]
    public void TryLoad_ExpressionsInACircle_AreRefused(string expressions)
    {
        var issues = PackText.Tree().With("promotions[0].when", "\"a\"").With("expressions", expressions).Issues();
        Assert.NotEmpty(issues);
        Assert.All(issues, issue => Assert.Equal("SOR030", issue.Code));
    }

    [Fact]
    public void TryLoad_LongChainOfExpressions_IsRefusedAndDoesNotExhaustTheStack()
    {
        var expressions = new JsonObject();
        for (var i = 0; i < 5_000; i++)
            expressions["e" + i] = new string('(', 40) + "e" + (i + 1) + new string(')', 40);
        expressions["e5000"] = "customer.visits > 1";
        var tree = PackText.Tree().With("promotions[0].when", "\"e0\"");
        tree["expressions"] = expressions;
        Assert.Contains(tree.Issues(), issue => issue.Code == "SOR030");
    }

    [Fact]
    public void TryLoad_NestedBeyondTheLimit_IsRefused()
    {
        var issue = Assert.Single(PackText.Tree().With("constants.deep", new string('[', 61) + new string(']', 61)).Issues());
        Assert.Equal("SOR031", issue.Code);
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes("{\"id\":" + new string('[', 100_000)), out _, out var issues));
        Assert.Equal("SOR001", Assert.Single(issues).Code);
    }

    [Fact]
    public void TryLoad_MoreThan16MiB_IsRefused()
    {
        var bytes = new byte[(16 * 1024 * 1024) + 1];
        bytes.AsSpan().Fill((byte)' ');
        PackText.Example.CopyTo(bytes, 0);
        Assert.False(RulePack.TryLoad(bytes, out _, out var issues));
        Assert.Equal("SOR007", Assert.Single(issues).Code);
        Assert.True(RulePack.TryLoad(bytes.AsSpan(0, bytes.Length - 1), out _, out _));
    }

    [Fact]
    public void TryLoad_MemberTwice_IsRefused()
    {
        var text = Encoding.UTF8.GetString(PackText.Example).Replace("\"schemaVersion\": 2,", "\"schemaVersion\": 2, \"schemaVersion\": 2,", StringComparison.Ordinal);
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(text), out _, out var issues));
        Assert.Equal(("SOR006", "$.schemaVersion"), (issues[0].Code, issues[0].Path));
    }

    [Fact]
    public void TryLoad_TwentyThousandPromotions_AreAllRead()
    {
        var promotions = new JsonArray();
        for (var i = 0; i < 20_000; i++)
            promotions.Add(JsonNode.Parse("{\"id\":\"p" + i + "\",\"group\":\"full-reduction\",\"name\":{\"zh\":\"减\",\"en\":\"less\"},\"effect\":{\"percentOff\":1}}"));
        var tree = PackText.Tree();
        tree["promotions"] = promotions;
        tree.Remove("tests");
        Assert.Equal(20_001, PackText.Load(Encoding.UTF8.GetBytes(tree.ToJsonString())).Pricing.Promotions.Length);
    }

    [Fact]
    public void TryLoad_ThousandsOfMutatedBytes_NeverThrowsAndAlwaysSaysWhy()
    {
        var random = new Random(20261123);
        var refused = 0;
        for (var round = 0; round < 4_000; round++)
        {
            var bytes = (byte[])PackText.Example.Clone();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var at = random.Next(bytes.Length);
                bytes[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => bytes[random.Next(bytes.Length)], _ => (byte)"{}[],:\"0-9en\\"[random.Next(13)] };
            }

            if (random.Next(20) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            var isLoaded = RulePack.TryLoad(bytes, out var pack, out var issues);
            Assert.Equal(isLoaded, pack is not null);
            Assert.Equal(isLoaded, issues.IsEmpty);
            refused += isLoaded ? 0 : 1;
        }

        Assert.InRange(refused, 1_000, 3_999);
    }

    [Fact]
    public void Load_WrongCondition_SaysWhereInItAndWhatWasMeant()
    {
        var issue = Assert.Single(PackText.Tree().With("promotions[0].when", "\"order.total > 3 && customer.visit >= 3\"").Issues());
        Assert.Equal(("SOE010", 19, "customer.visits"), (issue.InnerCode, issue.Offset, issue.Suggestion));
    }

    [Fact]
    public void Load_UnknownService_SuggestsTheNearest()
    {
        var issue = Assert.Single(PackText.Tree().With("packages[0].grants[0].service", "\"b-service\"").Issues());
        Assert.Equal((null, null, "a-service"), (issue.InnerCode, issue.Offset, issue.Suggestion));
    }

    [Fact]
    public void Load_WrongNamedExpression_SuggestsOnlyWhereTheMistakeIs()
    {
        var issues = PackText.Tree().With("expressions.isRegular", "\"customer.vists >= 3\"").Issues();
        Assert.Equal("customer.visits", issues.Single(issue => issue.Path == "$.expressions.isRegular").Suggestion);
        Assert.All(issues.Where(issue => issue.Path != "$.expressions.isRegular"), issue => Assert.Equal(("SOE015", null), (issue.InnerCode, issue.Suggestion)));
    }
}
