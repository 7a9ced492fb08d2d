using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using System.Text.Json;

using BenchmarkDotNet.Environments;

using StoreOps.Rules;

namespace StoreOps.Benchmarks.Packs;

/// <summary>The first pack of a process: 1,000 rules of four comparisons, loaded once by a program that has just started.</summary>
/// <remarks>What a regression costs: a desk program shows its first quote that much later, and a command-line tool is that much slower each time.</remarks>
internal static class FirstLoad
{
    private const int Runs = 21;
    private const string Whole = "pack";
    private const string Floor = "json";

    /// <summary>Starts this program again and again.</summary>
    /// <param name="compiled">The same program published with ReadyToRun; null for none.</param>
    public static int Run(string? compiled)
    {
        var own = typeof(FirstLoad).Assembly.Location;
        var rows = new List<string>
        {
            Row("as packages come", own, Whole, []),
            Row("`TieredPGO=0`", own, Whole, [("DOTNET_TieredPGO", "0")]),
            Row("floor: the same file opened with `JsonDocument`, and its conditions read as texts", own, Floor, []),
        };
        if (compiled is not null)
        {
            rows.Add(Row("published with ReadyToRun", compiled, Whole, []));
            rows.Add(Row("floor, published with ReadyToRun", compiled, Floor, []));
        }

        string[] lines =
        [
            "# FirstLoad",
            "",
            .. ResultsExporter.Origin(HostEnvironmentInfo.GetCurrent()),
            $"- Job: {Runs} processes each, `-- first-load`",
            "- Note: other work on the machine makes times greater, those of the processor less so; methods are exact",
            "",
            "| 1,000 rules | Least ms | Median ms | Processor, median ms | Methods compiled | Of it compiling, median ms | Second load, median ms |",
            "|------------ |---------:|----------:|---------------------:|-----------------:|---------------------------:|-----------------------:|",
            .. rows,
        ];
        ResultsExporter.Write("FirstLoad", lines);
        return 0;
    }

    /// <summary>Loads the pack twice and writes what it took.</summary>
    /// <param name="what">Whether the pack is loaded, or its JSON only opened.</param>
    public static int RunOnce(string? what)
    {
        var pack = Encoding.UTF8.GetBytes(RulePackBenchmarks.Document("base", null, 1_000, 0));
        Func<byte[], bool> load = what == Floor ? Open : Load;
        var processor = Environment.CpuUsage.TotalTime;
        var (methods, compiling, start) = (JitInfo.GetCompiledMethodCount(currentThread: true), JitInfo.GetCompilationTime(currentThread: true), Stopwatch.GetTimestamp());
        var isLoaded = load(pack);
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        methods = JitInfo.GetCompiledMethodCount(currentThread: true) - methods;
        compiling = JitInfo.GetCompilationTime(currentThread: true) - compiling;
        start = Stopwatch.GetTimestamp();
        isLoaded &= load(pack);
        var second = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {methods} {compiling.TotalMilliseconds} {second} {processor.TotalMilliseconds}"));
        return isLoaded ? 0 : 1;
    }

    private static bool Load(byte[] pack) => RulePack.TryLoad(pack, out _, out _);

    private static bool Open(byte[] pack)
    {
        using var document = JsonDocument.Parse(pack);
        var length = 0;
        foreach (var promotion in document.RootElement.GetProperty("promotions").EnumerateArray())
            length += promotion.GetProperty("when").GetString()!.Length;
        return length > 0;
    }

    private static string Row(string name, string program, string what, (string Name, string Value)[] settings)
    {
        var runs = FreshProcess.Measure(Runs, program, ["first-load-once", what], settings);
        double Median(int column) => runs.Select(run => run[column]).Order().ElementAt(Runs / 2);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {runs.Min(run => run[0]):0} | {Median(0):0} | {Median(4):0} | {Median(1):0} | {Median(2):0} | {Median(3):0} |");
    }
}
