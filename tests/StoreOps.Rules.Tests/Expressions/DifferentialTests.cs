using FsCheck;
using FsCheck.Fluent;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>The engine against a walker over the tree that shares no code with it, and the printer against the parser.</summary>
public class DifferentialTests
{
    private static Config Many { get; } = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    private static Arbitrary<string> Sources { get; } = Gen.OneOf(Truth(4), Number(4), Text(3), List(3)).ToArbitrary();

    private static Arbitrary<FactSet> FactSets { get; } = (
        from a in Maybe(Gen.Elements(CelValue.Of(true), CelValue.Of(false)))
        from b in Maybe(Gen.Elements(CelValue.Of(true), CelValue.Of(false)))
        from visits in Maybe(Gen.Choose(-2, 6).Select(number => CelValue.Of(number)))
        from price in Maybe(Gen.Elements(CelValue.Of(19.89m), CelValue.Of(19.9m), CelValue.Of(20)))
        from brand in Maybe(Gen.Elements(CelValue.Of("Bosch"), CelValue.Of("博世🛢")))
        from tags in Maybe(Gen.Elements(CelValue.Of(["vip", "fleet"]), CelValue.Of([])))
        select Counter.Facts.Set("a", a).Set("b", b).Set("visits", visits).Set("price", price).Set("brand", brand).Set("tags", tags)).ToArbitrary();

    [Fact]
    public void Evaluate_AnyExpression_AnswersAsTheWalkerDoes() =>
        Prop.ForAll(Sources, FactSets, (source, facts) =>
        {
            var expression = Compile(source);
            var value = expression.Evaluate(facts);
            var expected = new TreeWalker(facts).Value(expression.Syntax);
            return (value.IsKnown ? value == expected : expected is null).Label(source + " gives " + value + ", should give " + expected);
        }).Check(Many);

    [Fact]
    public void ToString_AnyTree_ReadsAsTheSameTree() =>
        Prop.ForAll(Sources, source =>
        {
            var tree = Compile(source).Syntax;
            var again = Compile(tree.ToString()).Syntax;
            return tree.Equals(again) && tree.ToString() == again.ToString() && tree.GetHashCode() == again.GetHashCode();
        }).Check(Many);

    [Theory]
    [InlineData("-(-5)", "-(-5)")]
    [InlineData("- 5.abs", "-5.abs")]
    [InlineData("!(-a)", "!(-a)")]
    [InlineData("(a||b)&&c", "(a || b) && c")]
    [InlineData("a&&(b&&c)", "a && (b && c)")]
    [InlineData("(1+2)+3-(4-5)", "1 + 2 + 3 - (4 - 5)")]
    [InlineData("(a?b:c)?d:e", "(a ? b : c) ? d : e")]
    [InlineData("\"it's\"", "'it\\'s'")]
    [InlineData("r'\\d'", "'\\\\d'")]
    [InlineData("b\"\\377\"", "b'\\xff'")]
    [InlineData("x.?y[?0].`q-q`", "x.?y[?0].`q-q`")]
    [InlineData("[1,?o]+{?'k':1}", "[1, ?o] + {?'k': 1}")]
    [InlineData("19.90", "19.90")]
    [InlineData("1e3", "1000.0")]
    [InlineData("9223372.520368547758092233720368547758077", "9223372.520368548")]
    [InlineData("-1e-300", "-1e-300")]
    [InlineData("1e300", "1e+300")]
    [InlineData(".a.b(c,d)", ".a.b(c, d)")]
    [InlineData("a // why\n && b", "a && b")]
    public void ToString_IsTheUsualForm(string source, string expected)
    {
        Assert.True(new ConditionCompiler(Counter.Schema).TryCompileExpression(source, out var expression, out var issues, isChecked: false), string.Join("; ", issues));
        Assert.Equal(expected, expression.Syntax.ToString());
        Assert.True(new ConditionCompiler(Counter.Schema).TryCompileExpression(expected, out var again, out _, isChecked: false));
        Assert.Equal(expression.Syntax, again.Syntax);
    }

    [Theory]
    [InlineData("tags.all(a, tags.all(b, tags.all(c, tags.all(d, tags.all(e, true)))))")]
    [InlineData("cel.bind(a, 'xxxxxxxxxxxxxxxx', cel.bind(b, a+a+a+a+a+a+a+a, cel.bind(c, b+b+b+b+b+b+b+b, cel.bind(d, c+c+c+c+c+c+c+c, cel.bind(e, d+d+d+d+d+d+d+d, cel.bind(f, e+e+e+e+e+e+e+e, f+f+f+f+f+f+f+f))))))")]
    [InlineData("tags.map(a, tags.map(b, tags.map(c, tags.map(d, tags))))")]
    [InlineData("tags.map(a, tags).exists(l, tags.map(b, tags) == [l] || l in tags.map(c, tags.map(d, c)))")]
    [InlineData("tags.all(a, tags.all(b, tags.join().size() > 0))")]
    [InlineData("tags.map(a, tags.join().replace('', 'yyyyyyyy')).size()")]
    public void Evaluate_ThatWouldNeverEnd_StopsAtTheLimitOfWork(string source)
    {
        var facts = Counter.Facts.Set("tags", CelValue.Of([.. Enumerable.Repeat("tag", 1_000)]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = Compile(source).Evaluate(facts);
        Assert.Contains("more work", value.Error?.Detail, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512 << 20);
    }

    [Theory]
    [InlineData("1 / (visits - 5) > 0", " == true", 120)]
    [InlineData("1 / (visits - 5) > 0", " != (a && b)", 120)]
    [InlineData("dyn(1) < dyn('x')", " == false", 120)]
    public void Evaluate_AFailureBelowALongChain_IsFoundOnce(string first, string link, int links)
    {
        var source = first + string.Concat(Enumerable.Repeat(link, links));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(CelKind.Error, Compile(source).Evaluate(Counter.Known).Kind);
        Counter.Compile(source).Explain(Counter.Known);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Evaluate_AFailureBelowManyLevels_IsFoundOnce()
    {
        var source = string.Concat(Enumerable.Repeat("a && (b || (", 30)) + "1 / (visits - 5) > 0" + new string(')', 60);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(CelKind.Error, Compile(source).Evaluate(Counter.Known).Kind);
        Assert.Equal(Verdict.Error, Counter.Compile(source).Evaluate(Counter.Known));
        Counter.Compile(source).Explain(Counter.Known);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private static Expression Compile(string source)
    {
        Assert.True(new ConditionCompiler(Counter.Schema).TryCompileExpression(source, out var expression, out var issues), source + ": " + string.Join("; ", issues));
        return expression!;
    }

    private static Gen<CelValue> Maybe(Gen<CelValue> known) => Gen.Frequency((4, known), (1, Gen.Constant(CelValue.Unknown)));

    private static Gen<string> Truth(int depth) => depth == 0
        ? Gen.Elements("a", "b", "true", "visits > 3", "price <= 19.90", "brand == 'Bosch'", "'vip' in tags", "has(brand)", "a == b")
        : Gen.OneOf(
            Truth(depth - 1).Select(one => "!(" + one + ")"),
            Two(Truth(depth - 1), Truth(depth - 1), Gen.Elements(" && ", " || ")),
            Two(Number(depth - 1), Number(depth - 1), Gen.Elements(" < ", " == ", " >= ", " != ", " <= ", " > ")),
            Two(Text(depth - 1), Text(depth - 1), Gen.Elements(" < ", " == ", " >= ")),
            Two(Number(depth - 1), List(depth - 1), Gen.Constant(" in ")),
            from list in List(depth - 1) from macro in Gen.Elements("all", "exists", "exists_one") from body in Truth(depth - 1) select list + "." + macro + "(i, i > 1 || " + body + ")",
            from test in Truth(depth - 1) from one in Truth(depth - 1) from other in Truth(depth - 1) select "(" + test + " ? " + one + " : " + other + ")");

    private static Gen<string> Number(int depth) => depth == 0
        ? Gen.Elements("visits", "0", "1", "-3", "7", "9223372036854775807", "size(tags)", "size(brand)")
        : Gen.OneOf(
            Two(Number(depth - 1), Number(depth - 1), Gen.Elements(" + ", " - ", " * ", " / ", " % ")),
            Number(depth - 1).Select(one => "-(" + one + ")"),
            from list in List(depth - 1) from at in Number(depth - 1) select list + "[" + at + "]",
            List(depth - 1).Select(list => "size(" + list + ")"));

    private static Gen<string> Text(int depth) => depth == 0
        ? Gen.Elements("brand", "'Bosch'", "'机油'", "''", "tags[0]")
        : Two(Text(depth - 1), Text(depth - 1), Gen.Constant(" + "));

    private static Gen<string> List(int depth) => depth == 0
        ? Gen.Elements("[1, 2, 3]", "[visits, 2]", "[5]")
        : Gen.OneOf(
            Two(List(depth - 1), List(depth - 1), Gen.Constant(" + ")),
            from list in List(depth - 1) from body in Number(depth - 1) select list + ".map(i, i * " + body + ")",
            from list in List(depth - 1) from body in Truth(depth - 1) select list + ".filter(i, i < 3 && " + body + ")");

    private static Gen<string> Two(Gen<string> left, Gen<string> right, Gen<string> sign) =>
        from one in left from between in sign from other in right select "(" + one + between + other + ")";
}
