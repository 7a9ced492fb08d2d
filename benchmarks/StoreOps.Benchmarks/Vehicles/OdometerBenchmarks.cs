using System.Collections.Immutable;

using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Vehicles;

/// <summary>A log of twenty readings: loaded, continued by one, asked for an odometer and for a day.</summary>
/// <remarks>What a regression costs: due dates ask for a day at every item of every vehicle.</remarks>
[MemoryDiagnoser]
public class OdometerBenchmarks
{
    private static readonly LocalDate Start = new(2020, 1, 1);
    private static readonly LocalDate Later = new(2030, 6, 1);

    private readonly ImmutableArray<OdometerReading> _readings =
        [.. Enumerable.Range(0, 20).Select(i => new OdometerReading(Start.PlusDays(i * 180), Odometer.FromKilometers(5_000 + (i * 7_000) + (i % 3 * 500))))];

    private readonly OdometerReading _next = new(Start.PlusDays(3_600), Odometer.FromKilometers(146_000));
    private readonly Odometer _goal = Odometer.FromKilometers(150_000);
    private OdometerLog _log = OdometerLog.From([]);

    [GlobalSetup]
    public void Setup() => _log = OdometerLog.From(_readings);

    [Benchmark(Baseline = true)]
    public OdometerLog Load() => OdometerLog.From(_readings);

    [Benchmark]
    public OdometerLog With() => _log.With(_next);

    [Benchmark]
    public OdometerEstimate? Estimate() => _log.Estimate(Later);

    [Benchmark]
    public OdometerArrival DateOf() => _log.DateOf(_goal);

    [Benchmark]
    public OdometerAssessment Judge() => OdometerJudge.Judge(_next, _log);
}
