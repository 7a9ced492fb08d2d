using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tests.Expressions;

public class ConditionHintTests
{
    [Fact]
    public void TryCompile_NothingButWrongNames_RefusesEachAndHintsAtAFew()
    {
        var names = Enumerable.Range(0, 20_000).ToDictionary(i => "expression" + i, i => "customer.visit" + i + " == 1", StringComparer.Ordinal);
        var compiler = new ConditionCompiler(StandardFacts.Schema, expressions: names);
        var hints = 0;
        foreach (var source in names.Values)
        {
            Assert.False(compiler.TryCompile(source, out _, out var issues));
            hints += issues[0].Detail.Contains("the nearest is", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(hints, 1, 32);
    }
}
