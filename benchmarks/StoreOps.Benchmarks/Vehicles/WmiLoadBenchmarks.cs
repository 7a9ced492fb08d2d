using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Vehicles;

/// <summary>The first look-up of a maker in a fresh process: the table loaded, one entry made, the code compiled.</summary>
/// <remarks>What a regression costs: a command-line tool or a serverless function pays this at every start, before it answers anything.</remarks>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.ColdStart, launchCount: 15, warmupCount: 0, iterationCount: 1)]
public class WmiLoadBenchmarks
{
    [Benchmark]
    public string? FirstFind() => WmiCatalog.BuiltIn.Find(Vin.Parse("LFV3A23C8D3000001"))?.Makes[0];
}
