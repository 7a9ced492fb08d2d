using BenchmarkDotNet.Attributes;

using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>The item-item neighbors alone: of each part the parts that the same vehicles took, the nearest by shrunk cosine. Two threads.</summary>
/// <remarks>What a regression costs: it is most of what training does with many parts, and it is done twice.</remarks>
[MemoryDiagnoser]
public class NeighborsBenchmarks
{
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = 2 };
    private OrderLog _log = null!;
    private int[] _visits = [];
    private PartTally _tally = null!;

    /// <summary>Gets or sets the number of vehicles, each with about 28 lines at 6 visits.</summary>
    [Params(3_600, 7_200, 14_400)]
    public int Vehicles { get; set; }

    [Params(500, 12_000)]
    public int Parts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var builder = new OrderLogBuilder();
        foreach (var vehicle in BenchmarkShop.Vehicles(Vehicles, Parts))
            builder.Add(vehicle);
        _log = builder.Build();
        _visits = _log.Lengths(less: 0);
        _tally = PartTally.Of(_log, _visits, CancellationToken.None);
    }

    [Benchmark]
    public int Build() => Neighbors.Of(new LogPairs(_log, _visits), PairKind.SameVehicle, _tally, 64, _parallel).Pairs.Length;
}
