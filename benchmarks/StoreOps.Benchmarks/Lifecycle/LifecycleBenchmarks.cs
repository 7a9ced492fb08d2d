using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain.Customers;
using StoreOps.Rules.Lifecycle;

namespace StoreOps.Benchmarks.Lifecycle;

/// <summary>The nightly sweep: every vehicle of a chain gets its state, with reasons.</summary>
/// <remarks>What a regression costs: the sweep of 100 000 vehicles has to end before opening time.</remarks>
[MemoryDiagnoser]
public class LifecycleBenchmarks
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    private readonly LifecycleClassifier _classifier = new(LifecyclePolicy.Default);
    private LifecycleSituation[] _situations = [];

    [Params(1_000, 100_000)]
    public int Vehicles { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260131);
        _situations = Enumerable.Range(0, Vehicles).Select(_ => new LifecycleSituation
        {
            AsOf = Today,
            PriorIntervalDays = 182,
            Visits =
            [
                .. Enumerable.Range(0, random.Next(1, 9)).Select(_ => new Visit(Today.PlusDays(-random.Next(1, 1_500)), "v", "s")),
            ],
        }).ToArray();
    }

    /// <summary>The textbook form: dates in lists, doubles, a state and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public int StateOnlyInDoubles()
    {
        var atRisk = 0;
        foreach (var situation in _situations)
        {
            var dates = situation.Visits.Select(visit => visit.Date).Distinct().Order().ToList();
            var gaps = dates.Skip(1).Zip(dates, (later, earlier) => (double)Period.DaysBetween(earlier, later)).ToList();
            var own = (182.0 + gaps.Sum()) / (1 + gaps.Count);
            var ratio = Period.DaysBetween(dates[^1], situation.AsOf) / own;
            if (ratio is > 2.0 and <= 3.2)
                atRisk++;
        }

        return atRisk;
    }

    [Benchmark]
    public int Classify()
    {
        var atRisk = 0;
        foreach (var situation in _situations)
        {
            if (_classifier.Classify(situation).State == LifecycleState.AtRisk)
                atRisk++;
        }

        return atRisk;
    }
}
