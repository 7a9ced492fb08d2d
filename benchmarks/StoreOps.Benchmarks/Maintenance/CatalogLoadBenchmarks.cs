using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Maintenance;

/// <summary>The first question in a fresh process: the embedded catalog, the makers' schedules and the manufacturer table.</summary>
/// <remarks>What a regression costs: the first vehicle of the day waits, and so does every run of a command-line tool.</remarks>
[SimpleJob(RunStrategy.ColdStart, launchCount: 15, warmupCount: 0, iterationCount: 1)]
public class CatalogLoadBenchmarks
{
    [Benchmark]
    public int Catalog() => MaintenanceCatalog.BuiltIn.Items.Length;

    [Benchmark]
    public int Schedules() => ScheduleLibrary.BuiltIn.Schedules.Length;

    [Benchmark]
    public int Everything()
    {
        var decoded = new VinDecoder().Decode(Vin.Parse("WVWZZZ1JZ3W386752"));
        return MaintenanceCatalog.BuiltIn.Items.Length + ScheduleLibrary.BuiltIn.Schedules.Length + (decoded.Make?.Length ?? 0);
    }
}
