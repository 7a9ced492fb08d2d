using BenchmarkDotNet.Attributes;

using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>From the visits of a shop to its model, by how many lines it sold. The shop is made up, and always the same.</summary>
/// <remarks>What a regression costs: the night in which a chain learns its models, and the patience of who tries the tool on a first file.</remarks>
[MemoryDiagnoser]
public class RecommendTrainerBenchmarks
{
    private TrainingVehicle[] _vehicles = [];
    private TrainingPart[] _parts = [];
    private PartCounts _counts = PartCounts.Empty;

    /// <summary>Gets or sets the number of vehicles, each with about 28 lines at 6 visits.</summary>
    [Params(1_800, 3_600, 7_200, 14_400)]
    public int Vehicles { get; set; }

    /// <summary>Gets or sets the number of parts.</summary>
    [Params(500, 12_000)]
    public int Parts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _vehicles = [.. BenchmarkShop.Vehicles(Vehicles, Parts)];
        _parts = [.. BenchmarkShop.Parts(Parts)];
        _counts = PartCounts.Of(_vehicles);
    }

    [Benchmark(Baseline = true)]
    public int Fit() => RecommendTrainer.Fit(_vehicles, RecommendTrainerOptions.Default, _parts).Model.PartCount;

    /// <summary>What a shop hands to its chain, without the writing.</summary>
    [Benchmark]
    public long Count() => PartCounts.Of(_vehicles).Lines;

    /// <summary>Two shops of this size.</summary>
    [Benchmark]
    public long Merge() => _counts.Merge(_counts).Lines;

    [Benchmark]
    public int Write() => _counts.ToBytes().Length;
}
