using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using StoreOps.Benchmarks;

if (args is ["million"])
    return StoreOps.Benchmarks.Maintenance.MillionVehicles.Run();

var config = DefaultConfig.Instance
    .AddExporter(new ResultsExporter())
    .WithArtifactsPath(Path.Combine(ResultsExporter.RepositoryFolder(), "artifacts", "benchmarks"));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(ResultsExporter).Assembly).Run(args, config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
