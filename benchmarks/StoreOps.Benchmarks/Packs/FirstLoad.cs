using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;

using BenchmarkDotNet.Environments;

using StoreOps.Rules;

namespace StoreOps.Benchmarks.Packs;

/// <summary>The first pack of a process: 1,000 rules of four comparisons, loaded once by a program that has just started.</summary>
/// <remarks>What a regression costs: a desk program shows its first quote that much later, and a command-line tool is that much slower each time.</remarks>
internal static class FirstLoad
{
    private const int Runs = 21;

    /// <summary>Starts this program again and again.</summary>
    /// <param name="compiled">The same program published with ReadyToRun; null for none.</param>
    public static int Run(string? compiled)
    {
        var own = typeof(FirstLoad).Assembly.Location;
        var rows = new List<string>
        {
            Row("as packages come", own, []),
            Row("`TieredPGO=0`", own, [("DOTNET_TieredPGO", "0")]),
        };
        if (compiled is not null)
            rows.Add(Row("published with ReadyToRun", compiled, []));
        string[] lines =
        [
            "# FirstLoad",
            "",
            .. ResultsExporter.Origin(HostEnvironmentInfo.GetCurrent()),
            $"- Job: {Runs} processes each, `-- first-load`",
            "- Load: other work on both cores; times are upper bounds, methods are exact",
            "",
            "| 1,000 rules | Least ms | Median ms | Methods compiled | Of it compiling, median ms | Second load, median ms |",
            "|------------ |---------:|----------:|-----------------:|---------------------------:|-----------------------:|",
            .. rows,
        ];
        var text = string.Join('\n', lines) + "\n";
        Console.Write(text);
        File.WriteAllText(Path.Combine(ResultsExporter.RepositoryFolder(), "benchmarks", "results", "FirstLoad.md"), text);
        return 0;
    }

    /// <summary>Loads the pack twice and writes what it took.</summary>
    public static int RunOnce()
    {
        var pack = Encoding.UTF8.GetBytes(RulePackBenchmarks.Document("base", null, 1_000, 0));
        var (methods, compiling, start) = (JitInfo.GetCompiledMethodCount(currentThread: true), JitInfo.GetCompilationTime(currentThread: true), Stopwatch.GetTimestamp());
        var isLoaded = RulePack.TryLoad(pack, out _, out _);
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        methods = JitInfo.GetCompiledMethodCount(currentThread: true) - methods;
        compiling = JitInfo.GetCompilationTime(currentThread: true) - compiling;
        start = Stopwatch.GetTimestamp();
        isLoaded &= RulePack.TryLoad(pack, out _, out _);
        var second = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {methods} {compiling.TotalMilliseconds} {second}"));
        return isLoaded ? 0 : 1;
    }

    private static string Row(string name, string program, (string Name, string Value)[] settings)
    {
        var runs = FreshProcess.Measure(Runs, program, "first-load-once", settings);
        double Median(int column) => runs.Select(run => run[column]).Order().ElementAt(Runs / 2);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {runs.Min(run => run[0]):0} | {Median(0):0} | {Median(1):0} | {Median(2):0} | {Median(3):0} |");
    }
}
