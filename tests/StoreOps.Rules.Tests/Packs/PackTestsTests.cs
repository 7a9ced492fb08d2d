using System.Text;

namespace StoreOps.Rules.Tests.Packs;

public sealed class PackTestsTests
{
    private const string Name = "regulars";

    [Fact]
    public void RunTests_DocumentedExample_AllPass()
    {
        var pack = PackText.Load(PackText.Example);
        Assert.Equal(2, pack.Tests.Length);
        Assert.All(pack.RunTests(), run => Assert.True(run.IsPassed));
    }

    [Theory]
    [InlineData("{ \"isRegular\": false }", "isRegular", "true")]
    [InlineData("{ \"core-labor-10-off\": \"unknown\" }", "core-labor-10-off", "true")]
    [InlineData("{ \"welcome-50\": true }", "welcome-50", "false")]
    public void TryLoad_ConditionOtherwiseThanExpected_IsRefusedWithBothAndTheReason(string expect, string id, string actual)
    {
        var issue = Assert.Single(PackText.Tree().With("tests[0].expect", expect).Issues());
        Assert.Equal(("SOR110", "$.tests[0].expect." + id), (issue.Code, issue.Path));
        Assert.Contains("and was " + actual + ": ", issue.Detail, StringComparison.Ordinal);
        // The value that decided stands in the reason.
        Assert.Contains("6", issue.Detail.Split(": ")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void TryLoad_UnknownFactDecides_IsUnknownAndSoIsTheReason()
    {
        var issue = Assert.Single(PackText.Tree().With("tests[1].expect.welcome-50", "false").Issues());
        Assert.Equal("SOR110", issue.Code);
        Assert.Contains("was unknown", issue.Detail, StringComparison.Ordinal);
        Assert.Contains("customer.visits", issue.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("payable", "251.99", "SOR112", "251.99", "252.00")]
    [InlineData("applied", "[]", "SOR111", "core-labor-10-off was not expected", "8.00")]
    [InlineData("applied", "[\"core-labor-10-off\", \"300-less-30\"]", "SOR111", "300-less-30 was expected to apply and did not", "300.00")]
    [InlineData("applied", "[\"core-labor-10-off\", \"welcome-50\"]", "SOR111", "welcome-50 was expected to apply and did not", "")]
    public void TryLoad_OrderQuotedOtherwise_IsRefusedWithTheReason(string member, string json, string code, string expected, string reason)
    {
        var issue = Assert.Single(PackText.Tree().With("tests[0]." + member, json).Issues());
        Assert.Equal((code, "$.tests[0]." + member), (issue.Code, issue.Path));
        Assert.Contains(expected, issue.Detail, StringComparison.Ordinal);
        Assert.Contains(reason, issue.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryLoad_RuleChangedUnderATest_IsRefused()
    {
        var issues = PackText.Tree().With("promotions[0].effect.percentOff", "12").Issues();
        Assert.Equal("SOR112", Assert.Single(issues).Code);
        Assert.Empty(PackText.Tree().With("promotions[0].effect.percentOff", "12").With("tests[0].payable", "250.40").Issues());
    }

    [Fact]
    public void TryLoad_SeveralTestsFail_ReportsAll()
    {
        var issues = PackText.Tree()
            .With("tests[0].expect", "{ \"isRegular\": false, \"welcome-50\": true }")
            .With("tests[0].payable", "1")
            .With("tests[1].expect.welcome-50", "true")
            .Issues();
        Assert.Equal(["SOR110", "SOR110", "SOR112", "SOR110"], issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("tests[1].name", "\"\"", "SOR100", "$.tests[1].name")]
    [InlineData("tests[0].facts", "{ \"customer.visit\": 6 }", "SOR101", "$.tests[0].facts.customer.visit")]
    [InlineData("tests[0].facts", "{ \"customer.visits\": 6.5 }", "SOR102", "$.tests[0].facts.customer.visits")]
    [InlineData("tests[0].facts", "{ \"customer.visits\": \"6\" }", "SOR102", "$.tests[0].facts.customer.visits")]
    [InlineData("tests[0].facts", "{ \"order.items\": [1] }", "SOR102", "$.tests[0].facts.order.items")]
    [InlineData("tests[0].expect", "{ \"isRegular\": \"yes\" }", "SOR103", "$.tests[0].expect.isRegular")]
    [InlineData("tests[0].expect", "{ \"isRegular\": null }", "SOR103", "$.tests[0].expect.isRegular")]
    [InlineData("tests[0].expect", "{ \"300-less-30\": true }", "SOR104", "$.tests[0].expect.300-less-30")]
    [InlineData("tests[1].expect", "{}", "SOR105", "$.tests[1]")]
    [InlineData("tests[0].order", null, "SOR106", "$.tests[0]")]
    [InlineData("tests[0].date", null, "SOR106", "$.tests[0]")]
    [InlineData("tests[0].date", "\"today\"", "SOR025", "$.tests[0].date")]
    [InlineData("tests[0].order", "[]", "SOR024", "$.tests[0].order")]
    [InlineData("tests[0].order[0].amount", "-1", "SOR022", "$.tests[0].order[0].amount")]
    [InlineData("tests[0].order[0].kind", "\"work\"", "SOR005", "$.tests[0].order[0].kind")]
    [InlineData("tests[0].order[0].item", "\"engine-oils\"", "SOR040", "$.tests[0].order[0].item")]
    [InlineData("tests[0].order[1].slot", "\"oil\"", "SOR041", "$.tests[0].order[1].slot")]
    [InlineData("tests[0].coupons", "[\"welcome-50\", \"welcome-5\"]", "SOR108", "$.tests[0].coupons[1]")]
    public void TryLoad_TestItselfIsWrong_IsReported(string path, string? json, string code, string where)
    {
        var issue = Assert.Single(PackText.Tree().With(path, json).Issues());
        Assert.Equal((code, where), (issue.Code, issue.Path));
    }

    [Fact]
    public void TryLoad_MoreTestsThanAreRun_IsRefused()
    {
        var tests = "[" + string.Join(",", Enumerable.Range(0, 1_001).Select(i => "{ \"name\": \"" + i + "\", \"expect\": { \"isRegular\": \"unknown\" } }")) + "]";
        Assert.Equal("SOR107", Assert.Single(PackText.Tree().With("tests", tests).Issues()).Code);
        Assert.Empty(PackText.Tree().With("tests", tests.Replace("{ \"name\": \"1000\", \"expect\": { \"isRegular\": \"unknown\" } }", string.Empty, StringComparison.Ordinal).Replace(",]", "]", StringComparison.Ordinal)).Issues());
    }

    [Fact]
    public void TryLoad_TestsNotWanted_AreLeftToRunTests()
    {
        var bytes = Encoding.UTF8.GetBytes(PackText.Tree().With("tests[0].payable", "1").ToJsonString());
        Assert.True(RulePack.TryLoad(bytes, new() { RunsTests = false }, out var pack, out _));
        var runs = pack.RunTests();
        Assert.Equal([false, true], runs.Select(run => run.IsPassed));
        Assert.Equal("SOR112", Assert.Single(runs[0].Failures).Code);
    }

    [Fact]
    public void TryLoad_OverlayBreaksATestBelow_NamesTheLayerThatExpectsIt()
    {
        var vendor = LayerText.Vendor.Replace(
            "\"lifecycle\"",
            "\"tests\": [{ \"name\": \"" + Name + "\", \"facts\": { \"customer.visits\": 4 }, \"expect\": { \"isRegular\": true } }], \"lifecycle\"",
            StringComparison.Ordinal);
        Assert.Single(LayerText.Load(vendor).Tests);

        var issue = Assert.Single(LayerText.Issues(LayerText.Chain, vendor));
        Assert.Equal(("SOR110", "$.tests[0].expect.isRegular", "vendor"), (issue.Code, issue.Path, issue.Document));

        var agreed = LayerText.Chain.Replace(
            "\"lifecycle\"",
            "\"tests\": [{ \"name\": \"" + Name + "\", \"facts\": { \"customer.visits\": 5 }, \"expect\": { \"isRegular\": true } }], \"lifecycle\"",
            StringComparison.Ordinal);
        Assert.Null(Assert.Single(LayerText.Load(agreed, vendor).Tests).Document);
        Assert.Empty(LayerText.Load(LayerText.Chain.Replace("\"lifecycle\"", "\"removed\": { \"tests\": [\"" + Name + "\"] }, \"lifecycle\"", StringComparison.Ordinal), vendor).Tests);
    }
}
