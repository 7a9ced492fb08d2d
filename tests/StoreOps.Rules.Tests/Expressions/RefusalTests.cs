using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>Every refusal says where and what, and nothing that is written can exhaust the machine.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("vists > 3", 0, "nearest is \"visits\"")]
    [InlineData("a && customer.nam == 'x'", 5, "nearest is \"customer.name\"")]
    [InlineData("zzzzzz", 0, "neither a fact nor a name")]
    [InlineData("size(tags) > 0", 0, "function \"size\" is not supported")]
    [InlineData("a && brand.startsWith('B')", 5, "function \"brand.startsWith\" is not supported")]
    [InlineData("visits + 1 > 3", 7, "\"+\" is not supported")]
    [InlineData("visits > 3 - 1", 11, "\"-\" is not supported")]
    [InlineData("visits * 2 > 3", 7, "\"*\" is not supported")]
    [InlineData("visits % 2 == 0", 7, "\"%\" is not supported")]
    [InlineData("-visits > 3", 1, "arithmetic is not supported")]
    [InlineData("a ? b : c", 2, "\"?\" is not supported")]
    [InlineData("a == {}", 5, "\"{\" is not supported")]
    [InlineData("brand == 'Bosch", 9, "not closed")]
    [InlineData("brand == 'Bo\nsch'", 9, "not closed")]
    [InlineData("brand == '\\x41'", 10, "escapes")]
    [InlineData("visits == 0x10", 10, "other forms are not supported")]
    [InlineData("visits == 10u", 10, "other forms are not supported")]
    [InlineData("price == 1e3", 9, "other forms are not supported")]
    [InlineData("visits == 9223372036854775808", 10, "64 bits")]
    [InlineData("visits == -9223372036854775809", 10, "64 bits")]
    [InlineData("visits == 12345678901234567890123456789", 10, "27 digits")]
    [InlineData("a & b", 2, "'&'")]
    [InlineData("a = b", 2, "'='")]
    [InlineData("a; b", 1, "';'")]
    [InlineData("visits", 0, "yes or no")]
    [InlineData("'text'", 0, "yes or no")]
    [InlineData("a && visits", 2, "Both sides of &&")]
    [InlineData("a || b && visits", 7, "Both sides of &&")]
    [InlineData("!visits", 0, "After !")]
    [InlineData("visits == 'five'", 7, "one type")]
    [InlineData("brand == 5", 6, "one type")]
    [InlineData("a < b", 2, "== or !=")]
    [InlineData("visits in 5", 7, "stands a list")]
    [InlineData("visits in ['a']", 7, "holds Text")]
    [InlineData("visits in tags", 7, "holds Text")]
    [InlineData("visits in [1, 'a']", 14, "one type")]
    [InlineData("visits in [visits]", 11, "written values only")]
    [InlineData("visits in []", 10, "at least one")]
    [InlineData("visits in [1", 12, "\",\" or \"]\"")]
    [InlineData("['a']", 5, "only after \"in\"")]
    [InlineData("(a", 2, "\")\"")]
    [InlineData("a)", 1, "the end of the condition")]
    [InlineData("a b", 2, "the end of the condition")]
    [InlineData("a &&", 4, "it was the end")]
    [InlineData("", 0, "it was the end")]
    [InlineData("customer.", 9, "after \".\"")]
    public void TryCompile_Wrong_SaysWhereAndWhat(string source, int offset, string detail)
    {
        var issue = Counter.Refuse(source);
        Assert.Equal(offset, issue.Offset);
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
        Counter.Compile(new string('(', ConditionCompiler.MaxDepth - 1) + "a" + new string(')', ConditionCompiler.MaxDepth - 1));
        Counter.Compile(new string('!', ConditionCompiler.MaxDepth - 1) + "a");
        Assert.Contains("64", Counter.Refuse(new string('!', ConditionCompiler.MaxDepth) + "a").Detail, StringComparison.Ordinal);
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
        Assert.Contains("1024", Counter.Refuse(string.Join("&&", Enumerable.Repeat("a", 600))).Detail, StringComparison.Ordinal);

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
        Assert.Contains("1024", Counter.Refuse("e60", Named(names)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCompile_EndlessChainOfNames_IsRefusedWithoutExhaustingTheStack()
    {
        var names = Enumerable.Range(1, 100_000).Select(i => ("e" + i, "e" + (i - 1))).Append(("e0", "a")).ToArray();
        var compiler = Named(names);
        Assert.Contains("64", Counter.Refuse("e100000", compiler).Detail, StringComparison.Ordinal);
        // What is not deep by itself is right, whatever was asked before.
        Assert.Contains("64", Counter.Refuse("e70", compiler).Detail, StringComparison.Ordinal);
        Counter.Compile("e40", compiler);
    }

    [Fact]
    public void TryCompile_Null_IsTheCallersMistake() =>
        Assert.Throws<ArgumentNullException>("source", () => new ConditionCompiler(Counter.Schema).TryCompile(null!, out _, out _));

    private static ConditionCompiler Named(params (string Name, string Source)[] names) =>
        new(Counter.Schema, null, names.ToDictionary(pair => pair.Name, pair => pair.Source, StringComparer.Ordinal));
}
