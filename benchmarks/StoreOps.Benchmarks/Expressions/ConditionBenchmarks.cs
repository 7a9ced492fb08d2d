using BenchmarkDotNet.Attributes;

using StoreOps.Domain;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Benchmarks.Expressions;

/// <summary>A rule of four comparisons, as in owners' packs: asked, explained, asked through a list, and compiled.</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private const string Four = "customer.visits >= 3 && order.total >= 300.00 && vehicle.make == 'Toyota' && customer.idleDays < 180";
    private const string Generic = "customer.visits + 0 >= 3 && order.total * 1 >= 300.00 && vehicle.make.startsWith('Toy') && customer.idleDays - 1 < 180";
    private const string Macro = "order.items.exists(i, i in ['oil', 'oil-filter']) && size(order.items) <= 8";

    private readonly FactSchema _schema = new(
    [
        Fact("customer.visits", CelType.Int), Fact("customer.idleDays", CelType.Int), Fact("order.total", CelType.Decimal),
        Fact("order.items", CelType.StringList), Fact("vehicle.make", CelType.String),
    ]);

    private Condition _four = null!;
    private Condition _generic = null!;
    private Condition _macro = null!;
    private FactSet _facts = null!;

    [GlobalSetup]
    public void Setup()
    {
        _four = Compiled(Four);
        _generic = Compiled(Generic);
        _macro = Compiled(Macro);
        _facts = new FactSet(_schema)
            .Set("customer.visits", CelValue.Of(5L)).Set("customer.idleDays", CelValue.Of(90L)).Set("order.total", CelValue.Of(468.50m))
            .Set("order.items", CelValue.Of(["tires", "brake-fluid", "oil"])).Set("vehicle.make", CelValue.Of("Toyota"));
    }

    /// <summary>Four comparisons that all hold.</summary>
    [Benchmark(Baseline = true)]
    public Verdict FourComparisons() => _four.Evaluate(_facts);

    /// <summary>The same with arithmetic and a function, so that no comparison has a node of its own.</summary>
    [Benchmark]
    public Verdict FourWithArithmetic() => _generic.Evaluate(_facts);

    /// <summary>A macro over three items.</summary>
    [Benchmark]
    public Verdict MacroOverItems() => _macro.Evaluate(_facts);

    /// <summary>Four comparisons with their evidence.</summary>
    [Benchmark]
    public Evidence Explained() => _four.Explain(_facts);

    /// <summary>Reading, checking and compiling the four comparisons.</summary>
    [Benchmark]
    public Condition ReadCheckAndCompile() => Compiled(Four);

    private Condition Compiled(string source) => new ConditionCompiler(_schema).TryCompile(source, out var condition, out var issues)
        ? condition
        : throw new InvalidOperationException(string.Join("; ", issues));

    private static Fact Fact(string name, CelType type) => new(name, type, new LocalizedText(name, name));
}
