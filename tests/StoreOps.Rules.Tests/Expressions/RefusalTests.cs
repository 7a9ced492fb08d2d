using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>Every refusal says where and what, and nothing that is written can exhaust the machine.</summary>
public class RefusalTests
{
    private static readonly int Deepest = ExpressionLimits.Default.MaxDepth;

    [Theory]
    [InlineData("vists > 3", 0, "SOE010", "nearest is \"visits\"")]
    [InlineData("a && customer.nam == 'x'", 5, "SOE010", "nearest is \"customer.name\"")]
    [InlineData("zzzzzz", 0, "SOE010", "neither a fact nor a name")]
    [InlineData("a && siez(tags) > 0", 5, "SOE011", "nearest is \"size\"")]
    [InlineData("a && brand.startWith('B')", 10, "SOE011", "nearest is \"startsWith\"")]
    [InlineData("brand.startsWith('B', 2)", 5, "SOE012", "with 2 arguments")]
    [InlineData("visits + 'x' == 'y'", 7, "SOE012", "\"+\" is not there for int and string")]
    [InlineData("-brand == 'x'", 0, "SOE012", "\"-\" is not there for string")]
    [InlineData("visits ? a : b", 0, "SOE012", "Before ? stands")]
    [InlineData("a ? 1 : 'x'", 2, "SOE012", "one type")]
    [InlineData("a == {}", 2, "SOE012", "one type")]
    [InlineData("visits.x == 1", 6, "SOE012", "asked of int")]
    [InlineData("visits[0] == 1", 6, "SOE012", "asked of int")]
    [InlineData("tags['x'] == 'y'", 4, "SOE012", "it was string")]
    [InlineData("brand == 'Bosch", 9, "SOE001", "not closed")]
    [InlineData("brand == 'Bo\nsch'", 9, "SOE001", "not closed")]
    [InlineData("brand == '\\z41'", 10, "SOE001", "escapes")]
    [InlineData("brand == '\\ud800'", 10, "SOE001", "escapes")]
    [InlineData("visits == 0x", 10, "SOE001", "After 0x")]
    [InlineData("visits == 10x", 10, "SOE001", "letters follow")]
    [InlineData("visits == 9223372036854775808", 10, "SOE001", "64 bits")]
    [InlineData("visits == -9223372036854775809", 10, "SOE001", "64 bits")]
    [InlineData("visits == 12345678901234567890123456789", 10, "SOE001", "64 bits")]
    [InlineData("price == 1e309", 9, "SOE001", "at most")]
    [InlineData("a & b", 2, "SOE001", "'&'")]
    [InlineData("a = b", 2, "SOE001", "'='")]
    [InlineData("a; b", 1, "SOE001", "';'")]
    [InlineData("visits", 0, "SOE012", "yes or no")]
    [InlineData("'text'", 0, "SOE012", "yes or no")]
    [InlineData("a && visits", 5, "SOE012", "Both sides of &&")]
    [InlineData("a || b && visits", 10, "SOE012", "Both sides of &&")]
    [InlineData("!visits", 0, "SOE012", "After !")]
    [InlineData("visits == 'five'", 7, "SOE012", "one type")]
    [InlineData("brand == 5", 6, "SOE012", "one type")]
    [InlineData("tags < tags", 5, "SOE012", "no order")]
    [InlineData("visits in 5", 7, "SOE012", "stands a list")]
    [InlineData("visits in ['a']", 7, "SOE012", "holds string")]
    [InlineData("visits in tags", 7, "SOE012", "holds string")]
    [InlineData("visits in [1", 12, "SOE001", "\",\" or \"]\"")]
    [InlineData("['a']", 0, "SOE012", "yes or no")]
    [InlineData("tags.exists('x', true)", 4, "SOE013", "name of a variable")]
    [InlineData("tags.exists(t, t)", 15, "SOE012", "yes or no")]
    [InlineData("visits.exists(t, true)", 0, "SOE012", "a list or a map")]
    [InlineData("has(tags[0])", 0, "SOE013", "has(...)")]
    [InlineData("brand.matches('(')", 14, "SOE016", "RE2")]
    [InlineData("brand.matches('(a)\\\\1')", 14, "SOE016", "back-references")]
    [InlineData("timestamp('yesterday') < timestamp('2026-01-01T00:00:00Z')", 10, "SOE016", "2026-11-20T08:30:00Z")]
    [InlineData("if == 1", 0, "SOE001", "keeps for itself")]
    [InlineData("(a", 2, "SOE001", "\")\"")]
    [InlineData("a)", 1, "SOE001", "the end of the expression")]
    [InlineData("a b", 2, "SOE001", "the end of the expression")]
    [InlineData("a &&", 4, "SOE001", "it was the end")]
    [InlineData("", 0, "SOE001", "it was the end")]
    [InlineData("customer.", 9, "SOE001", "after \".\"")]
    public void TryCompile_Wrong_SaysWhereAndWhat(string source, int offset, string code, string detail)
    {
        var issue = Counter.Refuse(source);
        Assert.Equal((offset, code), (issue.Offset, issue.Code));
        Assert.Contains(detail, issue.Detail, StringComparison.Ordinal);
        Assert.EndsWith(".", issue.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCompile_WrongOnALaterLine_CountsLinesAndColumns()
    {
        var issue = Counter.Refuse("a &&\nb &&\n  nonsense");
        Assert.Equal((12, 3, 3), (issue.Offset, issue.Line, issue.Column));
    }

    [Theory]
    [InlineData('(', 100_000)]
    [InlineData('!', 10_000)]
    [InlineData('(', 4_000)]
    [InlineData('!', 4_000)]
    [InlineData('[', 4_000)]
    [InlineData('-', 4_000)]
    public void TryCompile_Deep_IsRefused(char sign, int times) => Counter.Refuse(new string(sign, times) + "a");

    [Fact]
    public void TryCompile_NestedToTheBound_Works()
    {
        Counter.Compile(new string('(', Deepest - 1) + "a" + new string(')', Deepest - 1));
        Counter.Compile(new string('!', Deepest - 1) + "a");
        Assert.Contains("64", Counter.Refuse(new string('!', Deepest) + "a").Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&&", 65, Verdict.True)]
    [InlineData("||", 65, Verdict.True)]
    [InlineData("&&", 500, Verdict.True)]
    [InlineData("||", 500, Verdict.True)]
    public void TryCompile_LongFlatChain_IsNotDeep(string sign, int terms, Verdict expected) =>
        Assert.Equal(expected, Counter.Compile(string.Join(sign, Enumerable.Repeat("a", terms))).Evaluate(Counter.Known));

    [Fact]
    public void TryCompile_TooManyParts_IsRefused() =>
        Assert.Contains("1024", Counter.Refuse(string.Join("&&", Enumerable.Repeat("a", 1_100))).Detail, StringComparison.Ordinal);

    [Fact]
    public void TryCompile_NamesThatNameThemselves_AreRefused()
    {
        var compiler = Named(("x", "y || a"), ("y", "x && b"), ("self", "self"));
        Assert.Contains("names itself", Counter.Refuse("x", compiler).Detail, StringComparison.Ordinal);
        Assert.Contains("names itself", Counter.Refuse("y", compiler).Detail, StringComparison.Ordinal);
        Assert.Contains("names itself", Counter.Refuse("self", compiler).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCompile_WrongNamedExpression_SaysWhyEveryTime()
    {
        var compiler = Named(("bad", "vists > 3"));
        Assert.Contains("visits", Counter.Refuse("bad", compiler).Detail, StringComparison.Ordinal);
        Assert.Contains("visits", Counter.Refuse("a && bad", compiler).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCompile_ChainThatDoublesAtEachName_IsRefusedSoon()
    {
        var names = Enumerable.Range(1, 60).Select(i => ("e" + i, "e" + (i - 1) + " && e" + (i - 1))).Append(("e0", "a")).ToArray();
        Counter.Compile("e8", Named(names));
        Assert.Equal(ExpressionIssueCodes.WrongNamedExpression, Counter.Refuse("e60", Named(names)).Code);
    }

    [Fact]
    public void TryCompile_EndlessChainOfNames_IsRefusedWithoutExhaustingTheStack()
    {
        var names = Enumerable.Range(1, 100_000).Select(i => ("e" + i, "e" + (i - 1))).Append(("e0", "a")).ToArray();
        var compiler = Named(names);
        Assert.Contains("deep", Counter.Refuse("e100000", compiler).Detail, StringComparison.Ordinal);
        // What is not deep by itself is right, whatever was asked before.
        Assert.Contains("deep", Counter.Refuse("e70", compiler).Detail, StringComparison.Ordinal);
        Counter.Compile("e40", compiler);
    }

    [Fact]
    public void TryCompile_Null_IsTheCallersMistake() =>
        Assert.Throws<ArgumentNullException>("source", () => new ConditionCompiler(Counter.Schema).TryCompile(null!, out _, out _));

    private static ConditionCompiler Named(params (string Name, string Source)[] names) =>
        new(Counter.Schema, null, names.ToDictionary(pair => pair.Name, pair => pair.Source, StringComparer.Ordinal));

    [Theory]
    [InlineData("dyn(7) % 18446744073709551615u")]
    [InlineData("3u + dyn(4)")]
    [InlineData("dyn(decimal('1.5')) * 2u")]
    public void Evaluate_UintWithAnotherNumber_IsNoAnswer(string source)
    {
        var schema = new FactSchema([]);
        Assert.True(new ConditionCompiler(schema).TryCompileExpression(source, out var expression, out _));
        Assert.Equal(CelKind.Uint, expression.Type.Kind);
        Assert.Equal(CelKind.Error, expression.Evaluate(new FactSet(schema)).Kind);
    }
}
