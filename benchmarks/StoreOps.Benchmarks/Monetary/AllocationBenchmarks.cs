using BenchmarkDotNet.Attributes;

using StoreOps.Domain.Monetary;

namespace StoreOps.Benchmarks.Monetary;

/// <summary>A discount shared out over the lines of an order.</summary>
/// <remarks>What a regression costs: a quote tries many combinations of promotions, and shares each of them out.</remarks>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    private long[] _weights = [];
    private Money[] _shares = [];
    private Money _discount;

    [Params(10, 100)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260131);
        _weights = Enumerable.Range(0, Lines).Select(_ => (long)random.Next(1_000, 200_000)).ToArray();
        _shares = new Money[Lines];
        _discount = Money.FromMinorUnits(12_345, Currency.Cny);
    }

    /// <summary>The textbook form: decimals, a sort of the remainders, lists.</summary>
    [Benchmark(Baseline = true)]
    public long SortedDecimals()
    {
        var total = _weights.Sum();
        var exact = _weights.Select(weight => 12_345m * weight / total).ToArray();
        var shares = exact.Select(share => (long)decimal.Floor(share)).ToArray();
        var left = (int)(12_345 - shares.Sum());
        foreach (var i in Enumerable.Range(0, Lines).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(left))
            shares[i]++;
        return shares[0];
    }

    [Benchmark]
    public Money Allocate()
    {
        _discount.Allocate(_weights, _shares);
        return _shares[0];
    }
}
