using System.Text;

using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tests.Packs;

public sealed class RecordedFactsTests
{
    [Fact]
    public void TryLoad_OneOrMany_ReadsWhatIsDeclared()
    {
        Assert.True(RecordedFacts.TryLoad("{ \"customer.visits\": 5, /* day 3 */ }"u8, StandardFacts.Schema, out var one, out _));
        Assert.Single(one);
        Assert.True(RecordedFacts.TryLoad(
            "[{ \"order.total\": 19.90, \"order.items\": [\"engine-oil\"], \"vehicle.make\": null }, {}]"u8, StandardFacts.Schema, out var two, out _));
        Assert.Equal(2, two.Length);
        Assert.True(StandardFacts.Schema.TryFind(StandardFacts.OrderTotal, out var total));
        Assert.Equal(19.90m, two[0][total].Number);
        Assert.False(two[1][total].IsKnown);
    }

    [Theory]
    [InlineData("{", "SOR001", "$")]
    [InlineData("7", "SOR004", "$")]
    [InlineData("[{}, []]", "SOR004", "$[1]")]
    [InlineData("[{}, { \"customer.visits\": true }]", "SOR102", "$[1].customer.visits")]
    [InlineData("{ \"order.totals\": 1 }", "SOR101", "$.order.totals")]
    [InlineData("{ \"vehicle.make\": \"\\ud800\" }", "SOR001", "$")]
    public void TryLoad_Wrong_SaysWhereAndReadsNothing(string text, string code, string path)
    {
        Assert.False(RecordedFacts.TryLoad(Encoding.UTF8.GetBytes(text), StandardFacts.Schema, out var facts, out var issues));
        Assert.Empty(facts);
        Assert.Equal((code, path), (Assert.Single(issues).Code, issues[0].Path));
    }
}
