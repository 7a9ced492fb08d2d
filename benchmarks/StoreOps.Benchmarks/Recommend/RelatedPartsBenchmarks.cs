using BenchmarkDotNet.Attributes;

using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>Item to item alone: the ten parts sold most with the eight lines of an order, of 217 or 12,000 parts with twenty neighbors each.</summary>
/// <remarks>
/// As large as the public sets DC and TaFeng, on which libraries that do only this are measured. The floor is what none gets around: the rows of the lines, read and
/// added up. What a regression costs: a catalog that shows "sold with" beside every part asks for it as often as it scrolls.
/// </remarks>
[MemoryDiagnoser]
public class RelatedPartsBenchmarks
{
    private const int Calls = 256;
    private const int Neighbors = 20;

    private readonly RelatedPart[] _results = new RelatedPart[10];
    private PartsRecommender? _recommender;
    private int[][] _lines = [];
    private uint[][] _rows = [];
    private uint[] _sums = [];
    private int _next;

    [Params(217, 12_000)]
    public int Parts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var options = RecommendTrainerOptions.Default with { Neighbors = Neighbors };
        _recommender = new PartsRecommender(RecommendTrainer.Fit(BenchmarkShop.Vehicles(20_000, Parts), options, BenchmarkShop.Parts(Parts)).Model);
        var random = new Random(7);
        _lines = [.. Enumerable.Range(0, Calls).Select(_ => Enumerable.Range(0, 8).Select(_ => random.Next(random.Next(1, Parts))).ToArray())];
        _rows = [.. Enumerable.Range(0, Parts).Select(_ => Enumerable.Range(0, Neighbors).Select(_ => (uint)random.Next(Parts) | (7u << 16)).ToArray())];
        _sums = new uint[Parts];
    }

    /// <summary>Eight rows of neighbors read and added up, and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public uint Floor()
    {
        var (sums, lines) = (_sums, _lines[_next++ & (Calls - 1)]);
        foreach (var line in lines)
        {
            foreach (var pair in _rows[line])
                sums[pair & 0xFFFF] += pair >> 16;
        }

        return sums[lines[0]];
    }

    [Benchmark]
    public int TenSoldWithEightLines() => _recommender!.Related(_lines[_next++ & (Calls - 1)], _results);
}
