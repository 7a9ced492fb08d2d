using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Pricing;

namespace StoreOps.Benchmarks.Pricing;

/// <summary>An order of ten lines quoted at the best lawful combination of its promotions.</summary>
/// <remarks>What a regression costs: the quote is asked for again with every line that a counter adds.</remarks>
[MemoryDiagnoser]
public class QuoteBenchmarks
{
    private static readonly Promotion[] Promotions = Enumerable.Range(0, 20).Select(Create).ToArray();

    private QuoteRequest _request = null!;
    private PriceCalculator _eight = null!;
    private PriceCalculator _twenty = null!;
    private PriceCalculator[] _subsets = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20261123);
        _request = new QuoteRequest
        {
            Date = new LocalDate(2026, 11, 23),
            Lines = [.. Enumerable.Range(0, 10).Select(i => new WorkOrderLine
            {
                Id = "line-" + i,
                Kind = (LineKind)(i % 2),
                ListAmount = Money.FromMinorUnits(random.Next(1_000, 80_000), Currency.Cny),
            })],
        };
        _eight = new PriceCalculator(Rules(Promotions[..8]));
        _twenty = new PriceCalculator(Rules(Promotions));
        _subsets = Enumerable.Range(0, 1 << 8)
            .Select(set => Promotions[..8].Where((_, i) => (set & (1 << i)) != 0).ToArray())
            .Where(chosen => chosen.All(a => chosen.All(b => ReferenceEquals(a, b) || a.CombinesWithOther(b))))
            .Select(chosen => new PriceCalculator(Rules(chosen)))
            .ToArray();
    }

    /// <summary>Quotes every lawful subset of eight promotions and keeps the least.</summary>
    [Benchmark(Baseline = true)]
    public Money EverySubsetOfEight()
    {
        var best = _subsets[0].Quote(_request).Payable;
        foreach (var subset in _subsets)
            best = Money.Min(best, subset.Quote(_request).Payable);
        return best;
    }

    [Benchmark]
    public Money BestOfEight() => _eight.Quote(_request).Payable;

    [Benchmark]
    public Money BestOfTwenty() => _twenty.Quote(_request).Payable;

    private static PricingRules Rules(Promotion[] promotions) => new() { Currency = Currency.Cny, Promotions = [.. promotions] };

    private static Promotion Create(int i) => new()
    {
        Id = "promotion-" + i,
        Name = new LocalizedText("优惠", "Promotion"),
        Group = new PromotionGroup("group-" + i, "stage", GroupMode.Stack, 1),
        Effect = i % 2 == 0
            ? new PromotionEffect.PercentOff(Percentage.FromPercent(3 + i))
            : new PromotionEffect.AmountOff(Money.FromMinorUnits(1_000 + (i * 100), Currency.Cny), Money.FromMinorUnits(30_000, Currency.Cny), 3),
        On = i % 3 == 0 ? new LineSelector((LineKind)(i % 2)) : LineSelector.All,
        CombinesWith = [.. Enumerable.Range(0, 20).Where(j => (i + j) % 5 != 0).Select(j => "group-" + j)],
    };
}
