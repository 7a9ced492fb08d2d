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

    // Members of the neutral shape that the product interprets, with the kind of value it interprets. Another kind of value, or another
    // member, is carried as it stands; losing one of these is a failure.
    private static readonly Dictionary<string, JsonValueKind> Interpreted = new(StringComparer.Ordinal)
    {
        ["every_km"] = JsonValueKind.Number,
        ["every_months"] = JsonValueKind.Number,
        ["first_km"] = JsonValueKind.Number,
        ["first_months"] = JsonValueKind.Number,
        ["item"] = JsonValueKind.String,
        ["note"] = JsonValueKind.String,
        ["when"] = JsonValueKind.String,
        ["marks"] = JsonValueKind.String,
        ["inferred"] = JsonValueKind.String,
        ["meter"] = JsonValueKind.String,
        ["condition"] = JsonValueKind.String,
        ["trigger"] = JsonValueKind.String,
        ["only_engine"] = JsonValueKind.String,
        ["only_code"] = JsonValueKind.String,
        ["only_model"] = JsonValueKind.String,
        ["only_part"] = JsonValueKind.String,
        ["make"] = JsonValueKind.String,
        ["model"] = JsonValueKind.String,
        ["market"] = JsonValueKind.String,
        ["url"] = JsonValueKind.String,
        ["kind"] = JsonValueKind.String,
        ["licence"] = JsonValueKind.String,
        ["id"] = JsonValueKind.String,
        ["coverage"] = JsonValueKind.String,
        ["visits"] = JsonValueKind.String,
        ["notes"] = JsonValueKind.String,
        ["source"] = JsonValueKind.String,
    };

    public static ConformanceTally Run(string path, TextWriter output)
    {
        var source = (JsonObject)JsonNode.Parse(File.ReadAllText(path))!;
        var product = ScheduleConversion.ToProduct(source);
        if (Load(product, path, output) is not { } schedule)
            return ConformanceTally.OneFailed;
        var missing = new List<(string Path, string Name, JsonNode Was)>();
        FindLost(source, ScheduleProjection.ToNeutral(schedule), string.Empty, string.Empty, missing);
        foreach (var (at, _, was) in missing.Where(one => !IsInterpreted(one.Path, one.Name, one.Was)))
            ScheduleConversion.Annotation(product)["@" + at] = was.DeepClone();
        if (Load(product, path, output) is not { } complete)
            return ConformanceTally.OneFailed;

        // A folder here writes the converted file: that is how the embedded schedules were made.
        if (Environment.GetEnvironmentVariable("STOREOPS_WRITE_SCHEDULES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, (string)source["id"]! + ".json"), product.ToJsonString(Readable) + "\n");
        foreach (var note in ScheduleProjection.Carried(complete))
            output.WriteLine($"{path}: carried, not interpreted: {note}");
        var lost = new List<(string Path, string Name, JsonNode Was)>();
        FindLost(source, ScheduleProjection.ToNeutral(complete), string.Empty, string.Empty, lost);
        foreach (var (at, _, was) in lost)
            output.WriteLine($"{path}: lost: $.{at} was {was.ToJsonString(Readable)}");
        return lost.Count == 0 ? ConformanceTally.OnePassed : ConformanceTally.OneFailed;
    }

    private static MaintenanceSchedule? Load(JsonObject product, string path, TextWriter output)
    {
        if (MaintenanceSchedule.TryLoad(Encoding.UTF8.GetBytes(product.ToJsonString(Readable)), out var schedule, out var issues))
            return schedule;
        foreach (var issue in issues)
            output.WriteLine($"{path}: refused: {issue}");
        return null;
    }

    private static bool IsInterpreted(string path, string name, JsonNode was)
    {
        if (!Interpreted.TryGetValue(name, out var kind) || was.GetValueKind() != kind)
            return false;
        // Two members are lists of texts; and for a market the product knows limits, nothing else.
        var isListed = char.IsAsciiDigit(path[^1]);
        return isListed == (name is "when" or "notes") && (kind == JsonValueKind.Number || !path.Contains("market_override", StringComparison.Ordinal));
    }

    private static void FindLost(JsonNode? was, JsonNode? became, string path, string name, List<(string Path, string Name, JsonNode Was)> lost)
    {
        switch (was)
        {
            case null:
                return;
            case JsonObject members when became is JsonObject:
                foreach (var (member, value) in members)
                    FindLost(value, became[member], path.Length == 0 ? member : path + "/" + member.Replace("/", "~1", StringComparison.Ordinal), member, lost);
                return;
            case JsonArray items when became is JsonArray others:
                for (var i = 0; i < items.Count; i++)
                    FindLost(items[i], i < others.Count ? others[i] : null, path + "/" + i, name, lost);
                return;
            case JsonObject { Count: 0 } or JsonArray { Count: 0 }:
                return;
            default:
                if (!JsonNode.DeepEquals(was, became))
                    lost.Add((path, name, was));
                return;
        }
    }
}
