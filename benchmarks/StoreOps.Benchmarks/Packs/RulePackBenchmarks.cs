using System.Text;

using BenchmarkDotNet.Attributes;

using StoreOps.Rules;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Benchmarks.Packs;

/// <summary>A rule pack of many promotions, each with a condition of four comparisons: loaded, laid on another, compared.</summary>
/// <remarks>What a regression costs: a shop edits its rules while it is open, and a vendor tries a pack on a year of orders before shipping it.</remarks>
[MemoryDiagnoser]
public class RulePackBenchmarks
{
    private byte[] _pack = [];
    private byte[] _overlay = [];
    private RulePack _before = null!;
    private RulePack _after = null!;
    private FactSet[] _situations = [];
    private RulePackHolder _holder = null!;

    [Params(1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _pack = Encoding.UTF8.GetBytes(Document("base", null, Rules, 0));
        _overlay = Encoding.UTF8.GetBytes(Document("shop", "base", Rules / 10, 1));
        _before = Load(_pack);
        _after = Overlay();
        _holder = new RulePackHolder(_before);
        _situations = [.. Enumerable.Range(0, 100).Select(i => new FactSet(StandardFacts.Schema).Set(StandardFacts.CustomerVisits, CelValue.Of(i * 10)).Set(StandardFacts.OrderTotal, CelValue.Of(500m)))];
    }

    [Benchmark(Baseline = true)]
    public RulePack LoadOne() => Load(_pack);

    /// <summary>A tenth of the rules is replaced by the layer above.</summary>
    [Benchmark]
    public RulePack Overlay()
    {
        RulePack.TryLoad(_overlay, new PackLoadOptions { FindBase = _ => _pack }, out var pack, out _);
        return pack!;
    }

    [Benchmark]
    public PackDiff Compare() => PackDiff.Between(_before, _after);

    /// <summary>A hundred situations under both packs.</summary>
    [Benchmark]
    public PackEffect Effect() => PackDiff.Effect(_before, _after, _situations);

    [Benchmark]
    public RulePack Current() => _holder.Current;

    private static RulePack Load(byte[] utf8Json)
    {
        RulePack.TryLoad(utf8Json, out var pack, out _);
        return pack!;
    }

    internal static string Document(string id, string? extends, int rules, int more)
    {
        var text = new StringBuilder("{\"schemaVersion\":2,\"id\":\"" + id + "\",\"version\":\"1\",");
        text.Append(extends is null
            ? "\"shop\":{\"timeZone\":\"Asia/Shanghai\",\"currency\":\"CNY\"},\"stages\":[{\"id\":\"s\",\"groups\":[{\"id\":\"g\",\"mode\":\"best\"}]}],"
            : "\"extends\":\"" + extends + "\",");
        text.Append("\"promotions\":[");
        for (var i = 0; i < rules; i++)
        {
            text.Append(i > 0 ? "," : string.Empty).Append("{\"id\":\"p").Append(i).Append("\",\"group\":\"g\",\"name\":{\"zh\":\"减\",\"en\":\"Less\"},\"when\":\"customer.visits >= ")
                .Append(i + more).Append(" && order.total > 300.00 && customer.lifecycle in ['core', 'active'] && vehicle.make == 'Toyota'\",\"effect\":{\"percentOff\":5}}");
        }

        return text.Append("]}").ToString();
    }
}
