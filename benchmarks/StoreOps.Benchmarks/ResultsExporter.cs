using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace StoreOps.Benchmarks;

/// <summary>Writes <c>benchmarks/results/CLASS.md</c>: the table, and what it was measured on.</summary>
internal sealed class ResultsExporter : IExporter
{
    public string Name => "results";

    public void ExportToLog(Summary summary, ILogger logger) => logger.Write(LogKind.Default, Text(summary));

    public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger)
    {
        if (summary.HasCriticalValidationErrors || summary.Reports.IsEmpty)
            return [];

        var classes = summary.BenchmarksCases.Select(benchmark => benchmark.Descriptor.Type.Name).Distinct(StringComparer.Ordinal);
        var file = PlaceOf(string.Join('-', classes) + ".md");
        File.WriteAllText(file, Text(summary));
        return [file];
    }

    private static string Text(Summary summary)
    {
        var table = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(summary, table);

        // The exporter's first block says the machine again, in a shape that changes with its version.
        var rows = table.GetLog().ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('|'));
        var host = summary.HostEnvironmentInfo;
        string[] lines =
        [
            $"# {string.Join(", ", summary.BenchmarksCases.Select(benchmark => benchmark.Descriptor.Type.Name).Distinct(StringComparer.Ordinal))}",
            "",
            .. Origin(host),
            $"- Job: {string.Join(", ", summary.BenchmarksCases.Select(benchmark => benchmark.Job.ResolvedId).Distinct(StringComparer.Ordinal))}",
            "",
            .. rows,
        ];
        return string.Join('\n', lines).TrimEnd() + "\n";
    }

    /// <summary>The lines that say on what, from which commit and when.</summary>
    internal static string[] Origin(HostEnvironmentInfo host) =>
    [
        $"- Machine: {host.CpuInfo.Value.ProcessorName.Trim()}, {Environment.ProcessorCount} logical cores",
        $"- System: {host.OsVersion.Value}",
        $"- Runtime: {host.RuntimeVersion}, {host.Architecture}, SDK {host.DotNetSdkVersion.Value}",
        $"- Commit: {Git("rev-parse --short HEAD")}{(Git("status --porcelain -- src benchmarks/StoreOps.Benchmarks").Length > 0 ? " with changes" : "")}",
        $"- Date: {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
    ];

    /// <summary>Returns the path of a result.</summary>
    internal static string PlaceOf(string file)
    {
        var folder = Path.Combine(RepositoryFolder(), "benchmarks", "results");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, file);
    }

    /// <summary>Prints a result that is measured without BenchmarkDotNet, and writes it beside the others.</summary>
    internal static void Write(string name, IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines) + "\n";
        Console.Write(text);
        File.WriteAllText(PlaceOf(name + ".md"), text);
    }

    private static string Git(string arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = RepositoryFolder() };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return output;
    }

    internal static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StoreOps.Sdk.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmarks run inside the repository.");
        return folder.FullName;
    }
}
