using System.Text;
using System.Text.Json;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Tests.Expressions;

namespace StoreOps.Rules.Tests.Explanations;

public class EvidenceTests
{
    [Theory]
    [InlineData("visits >= 10", "visits", ">=", "5", "10", "5")]
    [InlineData("10 <= visits", "visits", ">=", "5", "10", "5")]
    [InlineData("price < 19.90", "price", "<", "19.90", "19.90", "0.00")]
    [InlineData("visits == 5", "visits", "==", "5", "5", null)]
    [InlineData("brand == 'NGK'", "brand", "==", "Bosch", "NGK", null)]
    [InlineData("brand in ['NGK', 'Mann']", "brand", "in", "Bosch", "NGK, Mann", null)]
    [InlineData("'vip' in tags", "tags", "contains", "vip, fleet", "vip", null)]
    [InlineData("customer.name == 'x'", "customer.name", "==", null, "x", null)]
    [InlineData("a", "a", "==", "true", "true", null)]
    public void Explain_Comparison_HasSubjectValuesAndDistance(string source, string subject, string sign, string? actual, string required, string? distance)
    {
        var evidence = Counter.Compile(source).Explain(Counter.Known);
        Assert.Equal(EvidenceCodes.Comparison, evidence.Code);
        Assert.Equal((subject, sign, actual, required, distance), (evidence.Subject, evidence.Operator, evidence.Actual?.ToString(), evidence.Required?.ToString(), evidence.Distance?.ToString()));
    }

    [Fact]
    public void Explain_NumbersAtBothEndsOfTheRange_HasNoDistance()
    {
        var evidence = Counter.Compile("price > 1").Explain(Counter.Facts.Set("price", CelValue.Of(decimal.MinValue)));
        Assert.Equal((EvidenceOutcome.NotMet, null), (evidence.Outcome, evidence.Distance));
    }

    [Fact]
    public void Explain_Chain_IsOneListInOrder()
    {
        var evidence = Counter.Compile("a && b && (visits > 3 && c)").Explain(Counter.Known);
        Assert.Equal(EvidenceCodes.And, evidence.Code);
        Assert.Equal(["a", "b", "visits", "c"], evidence.Children.Select(child => child.Subject));
        Assert.Equal(
            [EvidenceOutcome.Met, EvidenceOutcome.NotMet, EvidenceOutcome.Met, EvidenceOutcome.Unknown],
            evidence.Children.Select(child => child.Outcome));
        Assert.Equal([EvidenceCodes.And, EvidenceCodes.Comparison], Counter.Compile("a && b || c").Explain(Counter.Known).Children.Select(child => child.Code));
    }

    [Fact]
    public void Explain_NamedExpression_CarriesItsName()
    {
        var compiler = new ConditionCompiler(Counter.Schema, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["loyal"] = "visits > 3" });
        var evidence = Counter.Compile("!loyal", compiler).Explain(Counter.Known);
        Assert.Equal((EvidenceCodes.Not, EvidenceOutcome.NotMet), (evidence.Code, evidence.Outcome));
        Assert.Equal((EvidenceCodes.NamedCondition, "loyal", EvidenceOutcome.Met), (evidence.Children[0].Code, evidence.Children[0].RuleId, evidence.Children[0].Outcome));
    }

    [Fact]
    public void WriteTo_ATree_IsJsonWithoutWhatIsNull()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Counter.Compile("a && visits >= 10").Explain(Counter.Known).WriteTo(writer);
        Assert.Equal(
            """{"code":"and","outcome":"not-met","because":[{"code":"comparison","outcome":"met","subject":"a","operator":"==","actual":true,"required":true},"""
            + """{"code":"comparison","outcome":"not-met","subject":"visits","operator":"\u003E=","actual":5,"required":10,"distance":5}]}""",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Equals_ComparesWholeTrees()
    {
        var condition = Counter.Compile("a && visits >= 10");
        Assert.Equal(condition.Explain(Counter.Known), condition.Explain(Counter.Known));
        Assert.Equal(condition.Explain(Counter.Known).GetHashCode(), condition.Explain(Counter.Known).GetHashCode());
        Assert.NotEqual(condition.Explain(Counter.Known), condition.Explain(Counter.Known.Set("visits", CelValue.Of(6))));
    }
}
