using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>The hot path: 10 of 500 or 12,000 parts for a vehicle with a history and an order of 8 lines. Vehicles and orders change from call to call.</summary>
/// <remarks>
/// The floor is what no implementation of this model gets around: reading the rows of the history and the lines and adding them up.
/// What a regression costs: the counter asks again at every line that is written, for every car at once.
/// </remarks>
[MemoryDiagnoser]
public class PartsRecommenderBenchmarks
{
    private const int Calls = 256;

    private readonly Recommendation[] _results = new Recommendation[10];
    private readonly PartReason[] _reasons = new PartReason[30];
    private PartsRecommender? _recommender;
    private PartHistory[] _histories = [];
    private PartHistory[] _prepared = [];
    private int[][] _lines = [];
    private uint[][] _rows = [];
    private uint[] _sums = [];
    private int _next;

    [Params(500, 12_000)]
    public int Parts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var vehicles = BenchmarkShop.Vehicles(20_000, Parts).ToArray();
        var model = RecommendTrainer.Fit(vehicles, RecommendTrainerOptions.Default with { Neighbors = Parts > 1_000 ? 32 : 64 }, BenchmarkShop.Parts(Parts)).Model;
        _recommender = new PartsRecommender(model);
        var random = new Random(7);
        _histories = [.. vehicles.Take(Calls).Select(vehicle => PartHistory.From(model, vehicle.Visits))];
        _prepared = [.. _histories.Select(history => history.PreparedFor(model))];
        _lines = [.. Enumerable.Range(0, Calls).Select(_ => Enumerable.Range(0, 8).Select(_ => random.Next(random.Next(1, Parts))).ToArray())];
        _sums = new uint[Parts];
        _rows = [.. Enumerable.Range(0, Parts).Select(_ => Enumerable.Range(0, Parts > 1_000 ? 32 : 64).Select(_ => (uint)random.Next(Parts) | (7u << 16)).ToArray())];
    }

    /// <summary>Twenty rows of neighbors read and added up, and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public uint Floor()
    {
        var sums = _sums;
        var start = _next++ & (Calls - 1);
        for (var row = 0; row < 20; row++)
        {
            foreach (var pair in _rows[((start * 37) + (row * 101)) % _rows.Length])
                sums[pair & 0xFFFF] += pair >> 16;
        }

        return sums[start];
    }

    [Benchmark]
    public int TenWithThreeReasons() => _recommender!.Recommend(Query(8, _histories), _results, _reasons, out _);

    /// <summary>As the counter asks: again at each line, for a vehicle whose sums are there since it came in.</summary>
    [Benchmark]
    public int TenWithThreeReasonsPrepared() => _recommender!.Recommend(Query(8, _prepared), _results, _reasons, out _);

    [Benchmark]
    public int TenWithoutReasons() => _recommender!.Recommend(Query(8, _histories), _results);

    [Benchmark]
    public int TenBeforeTheFirstLine() => _recommender!.Recommend(Query(0, _histories), _results);

    private RecommendQuery Query(int lines, PartHistory[] histories)
    {
        var call = _next++ & (Calls - 1);
        return new RecommendQuery
        {
            Date = new LocalDate(2026, 1, 31),
            History = histories[call],
            Kilometers = 90_000,
            Family = call % 24,
            Lines = _lines[call].AsSpan(0, lines),
        };
    }
}
