using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>What conditions mean: the meaning CEL gives the same words, and three values where CEL has errors.</summary>
public class ConditionTests
{
    [Theory]
    [InlineData("true || false && false", true)]
    [InlineData("(true || false) && false", false)]
    [InlineData("!false && false", false)]
    [InlineData("!(false && false)", true)]
    [InlineData("!a == b", true)]
    [InlineData("!!a", true)]
    [InlineData("visits >= 5 && visits <= 5 && !(visits < 5) && !(visits > 5) && visits != 4", true)]
    [InlineData("price == 19.90", true)]
    [InlineData("price == 19.9", true)]
    [InlineData("19.900 == price", true)]
    [InlineData("price > 19.899999999999999999999999", true)]
    [InlineData("price != 19.90", false)]
    [InlineData("visits == 5.0", true)]
    [InlineData("visits < 5.5", true)]
    [InlineData("5.5 > visits", true)]
    [InlineData("0.1 == 0.10", true)]
    [InlineData("-5 < visits && visits > - 5", true)]
    [InlineData("-0.5 < 0", true)]
    [InlineData("9223372036854775807 > 9223372036854775806", true)]
    [InlineData("-9223372036854775808 < -9223372036854775807", true)]
    [InlineData("visits in [1, 5, 9]", true)]
    [InlineData("visits in [1, 5.0,]", true)]
    [InlineData("visits in [-5]", false)]
    [InlineData("brand in ['bosch', 'NGK']", false)]
    [InlineData("brand in ['Bosch']", true)]
    [InlineData("'vip' in tags", true)]
    [InlineData("'VIP' in tags", false)]
    [InlineData("!('vip' in tags)", false)]
    [InlineData("a in [true]", true)]
    [InlineData("brand == \"Bosch\"", true)]
    [InlineData("'it\\'s' == \"it's\"", true)]
    [InlineData("'a\\\\b\\n\\t\\\"' == \"a\\\\b\\n\\t\\\"\"", true)]
    [InlineData("'' < 'a' && 'a' < 'aa' && 'B' < 'a'", true)]
    [InlineData("'\uff00' < '\U0001F600'", true)]
    [InlineData("'\U0001F600' < '\U0001F601'", true)]
    [InlineData("'机油' == '机油'", true)]
    [InlineData("a != b", true)]
    [InlineData("\n visits\t==\r\n5 ", true)]
    [InlineData("customer . name == 'x' || a", true)]
    public void Evaluate_AsCelDoes(string source, bool expected) =>
        Assert.Equal(expected ? Verdict.True : Verdict.False, Counter.Compile(source).Evaluate(Counter.Known));

    [Theory]
    [InlineData("c", Verdict.Unknown)]
    [InlineData("!c", Verdict.Unknown)]
    [InlineData("c && false", Verdict.False)]
    [InlineData("false && c", Verdict.False)]
    [InlineData("c || true", Verdict.True)]
    [InlineData("true || c", Verdict.True)]
    [InlineData("c && true", Verdict.Unknown)]
    [InlineData("c || false", Verdict.Unknown)]
    [InlineData("c == c", Verdict.Unknown)]
    [InlineData("customer.name == 'x'", Verdict.Unknown)]
    [InlineData("customer.name in ['x']", Verdict.Unknown)]
    [InlineData("customer.name in tags", Verdict.Unknown)]
    [InlineData("c && customer.name == 'x' && b", Verdict.False)]
    public void Evaluate_NotKnown_StaysUnknownUnlessTheRestDecides(string source, Verdict expected) =>
        Assert.Equal(expected, Counter.Compile(source).Evaluate(Counter.Known));

    [Theory]
    [InlineData("tags == other.tags")]
    [InlineData("tags != tags")]
    [InlineData("tags < other.tags")]
    [InlineData("k == tags")]
    [InlineData("k in [k]")]
    [InlineData("[k] in [k]")]
    [InlineData("tags in [k]")]
    public void TryCompile_ListsCompared_AreRefused(string source) =>
        Assert.Contains("list", Counter.Refuse(source, WithConstants()).Detail, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Evaluate_ConstantsAndExpressions_StandForWhatTheyName()
    {
        var compiler = WithConstants();
        Assert.Equal(Verdict.True, Counter.Compile("brand in k && limit < visits && loyal && !(loyal && b)", compiler).Evaluate(Counter.Known));
    }

    [Fact]
    public void Evaluate_FactsOfAnotherSchema_AreRefused()
    {
        var condition = Counter.Compile("a");
        Assert.Throws<ArgumentException>("facts", () => condition.Evaluate(new FactSet(new FactSchema([]))));
        Assert.Throws<ArgumentNullException>("facts", () => condition.Evaluate(null!));
    }

    [Fact]
    public void Set_WrongTypeOrName_IsRefused()
    {
        Assert.Throws<ArgumentException>("value", () => Counter.Facts.Set("visits", CelValue.Of("5")));
        Assert.Throws<ArgumentException>("value", () => Counter.Facts.Set("visits", CelValue.Of(5m)));
        Assert.Throws<ArgumentException>("name", () => Counter.Facts.Set("visit", CelValue.Of(5)));
        Assert.Equal(Verdict.True, Counter.Compile("price == 20").Evaluate(Counter.Facts.Set("price", CelValue.Of(20))));
        Assert.Equal(Verdict.Unknown, Counter.Compile("a").Evaluate(Counter.Known.Set("a", CelValue.Unknown)));
    }

    [Fact]
    public void Evaluate_AllocatesNothing()
    {
        var condition = Counter.Compile("(a || b) && visits > 3 && price <= 19.90 && brand in ['NGK', 'Bosch'] && 'fleet' in tags && !c || brand < 'Z'");
        var facts = Counter.Known;
        for (var i = 0; i < 100; i++)
            condition.Evaluate(facts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            condition.Evaluate(facts);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ConditionCompiler WithConstants() => new(
        Counter.Schema,
        new Dictionary<string, CelValue>(StringComparer.Ordinal) { ["k"] = CelValue.Of(["NGK", "Bosch"]), ["limit"] = CelValue.Of(3) },
        new Dictionary<string, string>(StringComparer.Ordinal) { ["loyal"] = "visits > limit || 'vip' in tags" });
}
