using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace StoreOps.Domain.Maintenance;

/// <summary>Reads the files that come with the library, unchecked: that they are right is a matter of tests, not of the caller's first second.</summary>
internal static class EmbeddedData
{
    private const string Prefix = "StoreOps.Domain.Maintenance.";

    public static MaintenanceCatalog Catalog() => Parse(Prefix + "catalog.json", EmbeddedReader.Catalog);

    public static MaintenanceSchedule Generic() => Schedule(Prefix + "generic.json");

    public static ImmutableArray<MaintenanceSchedule> Schedules() =>
        [.. typeof(EmbeddedData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + "schedules", StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(Schedule)];

    private static MaintenanceSchedule Schedule(string name) => Parse(name, EmbeddedReader.Schedule);

    private static T Parse<T>(string name, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(Read(name));
        return read(document.RootElement);
    }

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
}
