using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions;
using StoreOps.Testing;

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
    [InlineData("tags == ['vip', 'fleet']", Verdict.True)]
    [InlineData("tags != other.tags", Verdict.True)]
    [InlineData("k == ['NGK', 'Bosch']", Verdict.True)]
    [InlineData("tags + other.tags == ['vip', 'fleet', 'new']", Verdict.True)]
    [InlineData("size(tags) == 2 && tags[0] == 'vip' && tags.exists(t, t.startsWith('fl'))", Verdict.True)]
    [InlineData("tags.all(t, t in k)", Verdict.False)]
    [InlineData("visits * 2 - 3 > 6 && visits % 2 == 1 && visits / 2 == 2", Verdict.True)]
    [InlineData("price * 2 == 39.80 && price + 0.1 == 20 && price - 19 == 0.90", Verdict.True)]
    [InlineData("(a ? 19.90 : 29.90) == price", Verdict.True)]
    [InlineData("price in [19.9, 20.0]", Verdict.True)]
    [InlineData("price in [19, 20]", Verdict.False)]
    [InlineData("math.greatest(price, 20) == 20 && math.round(price) == 20", Verdict.True)]
    [InlineData("brand.lowerAscii() == 'bosch' && brand.matches('^B.+h$')", Verdict.True)]
    [InlineData("has(brand) && !b", Verdict.True)]
    [InlineData("has(customer.name)", Verdict.Unknown)]
    [InlineData("has(customer.name) || a", Verdict.True)]
    [InlineData("visits / 0 > 1", Verdict.Error)]
    [InlineData("visits / 0 > 1 || a", Verdict.True)]
    [InlineData("visits / 0 > 1 && c", Verdict.Unknown)]
    [InlineData("tags[7] == 'x'", Verdict.Error)]
    [InlineData("c ? a : b", Verdict.Unknown)]
    [InlineData("a ? a : c", Verdict.True)]
    [InlineData("[1, 2].exists(i, i == 2 || c)", Verdict.True)]
    [InlineData("[1, 2].all(i, i < 3 && c)", Verdict.Unknown)]
    [InlineData("a == true && a > b", Verdict.True)]
    public void Evaluate_TheWholeLanguage_MeansWhatCelMeans(string source, Verdict expected) =>
        Assert.Equal(expected, Counter.Compile(source, WithConstants()).Evaluate(Counter.Known));

    [Theory]
    [InlineData("c && a", "c")]
    [InlineData("c && customer.name == 'x'", "c, customer.name")]
    [InlineData("(c && b) || customer.name == 'x'", "customer.name")]
    [InlineData("[1].exists(i, c && b) || customer.name == 'x'", "customer.name")]
    [InlineData("c || a", "")]
    [InlineData("visits == 3", "")]
    public void EvaluatePartial_SaysOnWhichFactsItDepends(string source, string expected) =>
        Assert.Equal(expected, string.Join(", ", Counter.Compile(source).EvaluatePartial(Counter.Known).DependsOn));

    [Theory]
    [InlineData("amount >= 300", Verdict.True)]
    [InlineData("amount == 300.00 && amount < 300.01 && 299.99 < amount", Verdict.True)]
    [InlineData("amount + money('0.50', 'CNY') == 300.5", Verdict.True)]
    [InlineData("amount * 2 == money(600, 'CNY')", Verdict.True)]
    [InlineData("amount == money(300, 'EUR')", Verdict.Error)]
    [InlineData("amount < money(300, 'EUR')", Verdict.Error)]
    [InlineData("decimal(amount) / 7 < 42.86", Verdict.True)]
    public void Evaluate_Money_IsExactAndOfOneCurrency(string source, Verdict expected)
    {
        var schema = new FactSchema([new Fact("amount", CelType.Money, new LocalizedText("金额", "amount"))]);
        var facts = new FactSet(schema).Set("amount", CelValue.Of(Money.FromAmount(300m, Currency.Cny)));
        Assert.Equal(expected, Counter.Compile(source, new ConditionCompiler(schema)).Evaluate(facts));
    }

    [Theory]
    [InlineData("[1, 2, 3].map(i, i * i)", "[1, 4, 9]")]
    [InlineData("{'a': 1}.transformMap(k, v, v + 1)", "{'a': 2}")]
    [InlineData("cel.bind(x, visits + 1, x * x)", "36")]
    [InlineData("1.0 / 3.0", "0.3333333333333333")]
    [InlineData("price / 3", "6.6333333333333333333333333333")]
    [InlineData("timestamp('2026-11-20T08:30:00Z') + duration('90m')", "timestamp('2026-11-20T10:00:00Z')")]
    [InlineData("timestamp('2026-11-20T20:30:00Z').getDate('Asia/Shanghai')", "21")]
    [InlineData("'机油%s×%d'.format(['滤清器', 2])", "'机油滤清器×2'")]
    [InlineData("size('机油🛢') + 0", "3")]
    [InlineData("optional.of(visits).optMap(v, v + 1).orValue(0)", "6")]
    [InlineData("'%.2f %e %x'.format([2.675, 12345.678, 255])", "'2.67 1.234568e+04 ff'")]
    public void Evaluate_AnExpression_GivesAnyValue(string source, string expected)
    {
        Assert.True(new ConditionCompiler(Counter.Schema).TryCompileExpression(source, out var expression, out var issues), string.Join("; ", issues));
        Assert.Equal(expected, expression.Evaluate(Counter.Known).ToString());
    }

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
        Assert.Throws<ArgumentException>("value", () => Counter.Facts.Set("tags", CelValue.ListOf([CelValue.Of(1)])));
        Assert.Throws<ArgumentException>("name", () => Counter.Facts.Set("visit", CelValue.Of(5)));
        Assert.Equal(Verdict.True, Counter.Compile("price == 20").Evaluate(Counter.Facts.Set("price", CelValue.Of(20))));
        Assert.Equal(Verdict.Unknown, Counter.Compile("a").Evaluate(Counter.Known.Set("a", CelValue.Unknown)));
    }

    [Fact]
    public void Evaluate_AllocatesNothing()
    {
        var condition = Counter.Compile("(a || b) && visits > 3 && price <= 19.90 && brand in ['NGK', 'Bosch'] && 'fleet' in tags && !c || brand < 'Z'");
        var facts = Counter.Known;
        Assert.Equal(0, Allocation.Of(() => condition.Evaluate(facts)));
    }

    private static ConditionCompiler WithConstants() => new(
        Counter.Schema,
        new Dictionary<string, CelValue>(StringComparer.Ordinal) { ["k"] = CelValue.Of(["NGK", "Bosch"]), ["limit"] = CelValue.Of(3) },
        new Dictionary<string, string>(StringComparer.Ordinal) { ["loyal"] = "visits > limit || 'vip' in tags" });
}
