using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Conformance.Maintenance;

/// <summary>Schedules of the neutral shape: each is converted into the product's format, loaded, and read back; nothing may be lost on the way.</summary>
internal static class ScheduleCases
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ConformanceTally Run(string path, TextWriter output)
    {
        var source = (JsonObject)JsonNode.Parse(File.ReadAllText(path))!;
        var product = ScheduleConversion.ToProduct(source);
        var json = product.ToJsonString(Readable);
        // A folder here writes the converted file: that is how the embedded schedules were made.
        if (Environment.GetEnvironmentVariable("STOREOPS_WRITE_SCHEDULES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, (string)source["id"]! + ".json"), json + "\n");
        if (!MaintenanceSchedule.TryLoad(Encoding.UTF8.GetBytes(json), out var schedule, out var issues))
        {
            foreach (var issue in issues)
                output.WriteLine($"{path}: refused: {issue}");
            return ConformanceTally.OneFailed;
        }

        foreach (var note in ScheduleProjection.Carried(schedule))
            output.WriteLine($"{path}: carried, not interpreted: {note}");
        var lost = new List<string>();
        FindLost(source, ScheduleProjection.ToNeutral(schedule), "$", lost);
        foreach (var line in lost)
            output.WriteLine($"{path}: lost: {line}");
        return lost.Count == 0 ? ConformanceTally.OnePassed : ConformanceTally.OneFailed;
    }

    private static void FindLost(JsonNode? was, JsonNode? became, string path, List<string> lost)
    {
        switch (was)
        {
            case null:
                return;
            case JsonObject members:
                foreach (var (name, value) in members)
                    FindLost(value, (became as JsonObject)?[name], path + "." + name, lost);
                return;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    FindLost(items[i], became is JsonArray others && i < others.Count ? others[i] : null, $"{path}[{i}]", lost);
                return;
            default:
                if (!JsonNode.DeepEquals(was, became))
                    lost.Add($"{path} was {was.ToJsonString(Readable)}, became {became?.ToJsonString(Readable) ?? "nothing"}");
                return;
        }
    }
}
