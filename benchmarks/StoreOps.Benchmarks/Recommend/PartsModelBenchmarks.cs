using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>From the bytes of a model file to the first ten parts: what a process pays once, and a host each time it takes a new model into use.</summary>
/// <remarks>What a regression costs: a counter that waits when it opens, and a pause whenever a chain sends out a new model.</remarks>
[MemoryDiagnoser]
public class PartsModelBenchmarks
{
    private readonly Recommendation[] _results = new Recommendation[10];
    private byte[] _file = [];

    [Params(500, 12_000)]
    public int Parts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var options = RecommendTrainerOptions.Default with { Neighbors = Parts > 1_000 ? 32 : 64 };
        _file = RecommendTrainer.Fit(BenchmarkShop.Vehicles(20_000, Parts), options, BenchmarkShop.Parts(Parts)).Model.File.ToArray();
    }

    /// <summary>A file that was verified before: only its header is.</summary>
    [Benchmark(Baseline = true)]
    public int OpenAndAnswer() => Answer(verifiesContent: false);

    /// <summary>A file from a stranger: its hash and every reference.</summary>
    [Benchmark]
    public int VerifyOpenAndAnswer() => Answer(verifiesContent: true);

    private int Answer(bool verifiesContent)
    {
        if (!PartsModel.TryOpen(_file, out var model, out _, verifiesContent))
            throw new InvalidOperationException("The model was refused.");
        var query = new RecommendQuery { Date = new LocalDate(2026, 1, 31), Kilometers = 90_000, Family = 3, Lines = [1, 2] };
        return new PartsRecommender(model).Recommend(query, _results);
    }
}
