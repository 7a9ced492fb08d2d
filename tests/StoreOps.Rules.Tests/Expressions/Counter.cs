using System.Collections.Immutable;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>The facts that the tests of this room ask about.</summary>
internal static class Counter
{
    public static FactSchema Schema { get; } = new(
    [
        Fact("a", FactType.Bool), Fact("b", FactType.Bool), Fact("c", FactType.Bool), Fact("visits", FactType.Int), Fact("price", FactType.Decimal),
        Fact("brand", FactType.Text), Fact("customer.name", FactType.Text), Fact("tags", FactType.TextList), Fact("other.tags", FactType.TextList),
    ]);

    public static FactSet Facts => new(Schema);

    public static FactSet Known => Facts
        .Set("a", FactValue.Of(true)).Set("b", FactValue.Of(false)).Set("visits", FactValue.Of(5)).Set("price", FactValue.Of(19.90m))
        .Set("brand", FactValue.Of("Bosch")).Set("tags", FactValue.Of(["vip", "fleet"])).Set("other.tags", FactValue.Of(["new"]));

    public static Condition Compile(string source, ConditionCompiler? compiler = null)
    {
        var isRight = (compiler ?? new ConditionCompiler(Schema)).TryCompile(source, out var condition, out var issues);
        Assert.True(isRight, source + ": " + string.Join("; ", issues));
        return condition!;
    }

    public static ExpressionIssue Refuse(string source, ConditionCompiler? compiler = null)
    {
        Assert.False((compiler ?? new ConditionCompiler(Schema)).TryCompile(source, out var condition, out ImmutableArray<ExpressionIssue> issues), source);
        Assert.Null(condition);
        return Assert.Single(issues);
    }

    private static Fact Fact(string name, FactType type) => new(name, type, new LocalizedText(name, name));
}
