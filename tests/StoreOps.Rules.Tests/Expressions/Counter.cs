using System.Collections.Immutable;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Expressions;

/// <summary>The facts that the tests of this room ask about.</summary>
internal static class Counter
{
    public static FactSchema Schema { get; } = new(
    [
        Fact("a", CelType.Bool), Fact("b", CelType.Bool), Fact("c", CelType.Bool), Fact("visits", CelType.Int), Fact("price", CelType.Decimal),
        Fact("brand", CelType.String), Fact("customer.name", CelType.String), Fact("tags", CelType.StringList), Fact("other.tags", CelType.StringList),
    ]);

    public static FactSet Facts => new(Schema);

    public static FactSet Known => Facts
        .Set("a", CelValue.Of(true)).Set("b", CelValue.Of(false)).Set("visits", CelValue.Of(5)).Set("price", CelValue.Of(19.90m))
        .Set("brand", CelValue.Of("Bosch")).Set("tags", CelValue.Of(["vip", "fleet"])).Set("other.tags", CelValue.Of(["new"]));

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

    private static Fact Fact(string name, CelType type) => new(name, type, new LocalizedText(name, name));
}
