using System.Diagnostics;

namespace StoreOps.Domain.Maintenance;

/// <summary>Reads the files that come with the library, unchecked: that they are right is a matter of tests, not of the caller's first second.</summary>
/// <remarks>
/// They are made from the JSON files beside them by the tests, run with STOREOPS_APPROVE=1; the format is that of <see cref="EmbeddedNode"/>.
/// </remarks>
internal static class EmbeddedData
{
    public static MaintenanceCatalog Catalog() => EmbeddedReader.Catalog(Read("catalog.bin"));

    public static ScheduleLibrary Library()
    {
        var root = Read("schedules.bin");
        var nodes = root.GetProperty("schedules").Values;
        var schedules = new MaintenanceSchedule[nodes.Length];
        for (var i = 0; i < schedules.Length; i++)
            schedules[i] = EmbeddedReader.Schedule(nodes[i]);
        return new ScheduleLibrary(schedules, EmbeddedReader.Schedule(root.GetProperty("generic")));
    }

    private static EmbeddedNode Read(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream("StoreOps.Domain.Maintenance." + name)
            ?? throw new UnreachableException("The library lacks " + name + ".");
        var bytes = new byte[(int)stream.Length];
        var read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var some)
            read += some;
        return EmbeddedNode.Read(bytes);
    }
}
