using System.Diagnostics;
using System.Globalization;

using BenchmarkDotNet.Environments;

namespace StoreOps.Benchmarks.Maintenance;

/// <summary>The nightly run of a chain, once and whole: a million different vehicles of 29 rules on one core.</summary>
/// <remarks>They are made in batches of 10,000, as a host would read them; the clock runs while a batch is planned and compared, not while it is made.</remarks>
internal static class MillionVehicles
{
    private const int Batches = 100;

    public static int Run()
    {
        var fleet = new FleetBenchmarks { Vehicles = 10_000 };
        var (plan, compare) = (new Stopwatch(), new Stopwatch());
        var due = 0;
        long allocated = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            fleet.Setup(1_000 + batch);
            var before = GC.GetAllocatedBytesForCurrentThread();
            plan.Start();
            due += fleet.PlanOnce();
            plan.Stop();
            compare.Start();
            _ = fleet.CompareOnce();
            compare.Stop();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        string[] lines =
        [
            "# MillionVehicles",
            "",
            .. ResultsExporter.Origin(HostEnvironmentInfo.GetCurrent()),
            "- Job: one run from a cold start, `-- million`",
            "",
            "| Of 1,000,000 vehicles | Seconds | Allocated |",
            "|---------------------- |--------:|----------:|",
            Row("PlanEachVehicle", plan, allocated),
            Row("CompareCompiledPoints", compare, allocated),
            "",
            string.Create(CultureInfo.InvariantCulture, $"The first service was due at {due:N0} of them."),
        ];
        ResultsExporter.Write("MillionVehicles", lines);
        return 0;
    }

    private static string Row(string name, Stopwatch watch, long allocated) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {watch.Elapsed.TotalSeconds:F2} | {(allocated == 0 ? "-" : $"{allocated:N0} B by both")} |");
}
