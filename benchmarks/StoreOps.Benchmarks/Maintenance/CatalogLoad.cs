using System.Diagnostics;
using System.Globalization;
using System.Runtime;

using BenchmarkDotNet.Environments;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Maintenance;

/// <summary>The first question of a process that has just started: the embedded catalog, the makers' schedules and the manufacturer table.</summary>
/// <remarks>What a regression costs: the first vehicle of the day waits, and so does every run of a command-line tool.</remarks>
internal static class CatalogLoad
{
    private const int Runs = 21;

    /// <summary>Starts this program again and again.</summary>
    /// <param name="compiled">The same program published with ReadyToRun; null for none.</param>
    public static int Run(string? compiled)
    {
        var rows = new List<string>
        {
            Row("as packages come", typeof(CatalogLoad).Assembly.Location, []),
            Row("`TieredPGO=0`", typeof(CatalogLoad).Assembly.Location, [("DOTNET_TieredPGO", "0")]),
        };
        if (compiled is not null)
            rows.Add(Row("published with ReadyToRun", compiled, []));
        string[] lines =
        [
            "# CatalogLoad",
            "",
            .. ResultsExporter.Origin(HostEnvironmentInfo.GetCurrent()),
            $"- Job: {Runs} processes each, `-- catalog-load`",
            "- Note: other work on the machine makes times greater; methods are exact; processor time is in steps of the system's own clock",
            "",
            "| Embedded data, ms | Catalog | Schedules | Makers of VINs | All, least | All, median | Of the processor, least | Methods compiled | Of it compiling, median | First plan after it, median |",
            "|------------------ |--------:|----------:|---------------:|-----------:|------------:|------------------------:|-----------------:|------------------------:|----------------------------:|",
            .. rows,
        ];
        ResultsExporter.Write("CatalogLoad", lines);
        return 0;
    }

    /// <summary>Loads what is embedded, plans once, and writes what each took.</summary>
    public static int RunOnce()
    {
        var vin = Vin.Parse("WVWZZZ1JZ3W386752");
        var before = Environment.CpuUsage.TotalTime;
        var (methods, compiling, start) = (JitInfo.GetCompiledMethodCount(currentThread: true), JitInfo.GetCompilationTime(currentThread: true), Stopwatch.GetTimestamp());
        var items = MaintenanceCatalog.BuiltIn.Items.Length;
        var catalog = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        items += ScheduleLibrary.BuiltIn.Schedules.Length;
        var schedules = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        items += new VinDecoder().Decode(vin).Make?.Length ?? 0;
        var all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        methods = JitInfo.GetCompiledMethodCount(currentThread: true) - methods;
        compiling = JitInfo.GetCompilationTime(currentThread: true) - compiling;
        start = Stopwatch.GetTimestamp();
        var plan = new MaintenancePlanner().Plan(new MaintenanceSituation
        {
            Vehicle = new Vehicle { Id = "v", Make = "Mazda", Model = "Mazda2", Powertrain = Powertrain.Petrol },
            Today = new LocalDate(2026, 11, 28),
            Odometer = Odometer.FromKilometers(62_000),
        });
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{catalog} {schedules - catalog} {all - schedules} {all} {methods} {compiling.TotalMilliseconds} {first} {processor}"));
        return items > 0 && plan.Services.Length > 0 ? 0 : 1;
    }

    private static string Row(string name, string program, (string Name, string Value)[] settings)
    {
        var runs = FreshProcess.Measure(Runs, program, ["catalog-load-once"], settings);
        double Median(int column) => runs.Select(run => run[column]).Order().ElementAt(Runs / 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(0):0.0} | {Median(1):0.0} | {Median(2):0.0} | {runs.Min(run => run[3]):0.0} | {Median(3):0.0} | {runs.Min(run => run[7]):0.0} | {Median(4):0} | {Median(5):0.0} | {Median(6):0.0} |");
    }
}
