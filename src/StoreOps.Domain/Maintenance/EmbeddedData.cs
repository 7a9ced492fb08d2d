using System.Collections.Immutable;
using System.Diagnostics;

namespace StoreOps.Domain.Maintenance;

/// <summary>Reads the files that come with the library. That they are right is a matter of tests, not of callers.</summary>
internal static class EmbeddedData
{
    private const string Prefix = "StoreOps.Domain.Maintenance.";

    public static MaintenanceCatalog Catalog() =>
        CatalogLoader.TryLoad(Read(Prefix + "catalog.json"), out var catalog, out var issues) ? catalog : throw Broken(issues);

    public static MaintenanceSchedule Generic() => Schedule(Prefix + "generic.json");

    public static ImmutableArray<MaintenanceSchedule> Schedules() =>
        [.. typeof(EmbeddedData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + "schedules", StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(Schedule)];

    private static MaintenanceSchedule Schedule(string name) =>
        ScheduleLoader.TryLoad(Read(name), out var schedule, out var issues) ? schedule : throw Broken(issues);

    private static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name) ?? throw new UnreachableException("The library lacks " + name + ".");
        var bytes = new byte[(int)stream.Length];
        var read = 0;
        while (read < bytes.Length)
        {
            var count = stream.Read(bytes, read, bytes.Length - read);
            if (count == 0)
                break;
            read += count;
        }

        return bytes;
    }

    private static UnreachableException Broken(ImmutableArray<LoadIssue> issues) => new("A file that comes with the library is wrong: " + issues[0]);
}
