using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using StoreOps.Benchmarks;

if (args is ["million"])
    return StoreOps.Benchmarks.Maintenance.MillionVehicles.Run();
if (args is ["parts-growth"])
    return StoreOps.Benchmarks.Recommend.PartsGrowth.Run();
if (args is ["workshop"])
    return StoreOps.Benchmarks.Recommend.WorkshopReport.Run();
if (args is ["first-load-once", ..])
    return StoreOps.Benchmarks.Packs.FirstLoad.RunOnce(args.ElementAtOrDefault(1));
if (args is ["catalog-load-once"])
    return StoreOps.Benchmarks.Maintenance.CatalogLoad.RunOnce();
if (args is ["catalog-load", ..])
    return StoreOps.Benchmarks.Maintenance.CatalogLoad.Run(args.Length > 1 ? args[1] : null);
if (args is ["first-load", ..])
    return StoreOps.Benchmarks.Packs.FirstLoad.Run(args.Length > 1 ? args[1] : null);

var config = DefaultConfig.Instance
    .AddExporter(new ResultsExporter())
    .WithArtifactsPath(Path.Combine(ResultsExporter.RepositoryFolder(), "artifacts", "benchmarks"));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(ResultsExporter).Assembly).Run(args, config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
