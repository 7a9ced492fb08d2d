using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StoreOps.Conformance.Maintenance;

/// <summary>Understands what sources say in words and the product's format can say in numbers. The words stay as well.</summary>
internal static class ScheduleReading
{
    private static readonly (string Words, string Answer)[] Driving =
    [
        ("short trip", "short-trips"),
        ("dust|unpaved|muddy|gravel|desert|rough|salt", "dust-or-unpaved"),
        ("towing|trailer|camper|roof load|taxi|patrol|police|commercial|delivery|rental", "towing-or-commercial"),
        ("mountain|uphill|downhill|>32|hot|humid", "mountains-or-heat"),
        ("idling|low-speed|stop-and-go|heavy traffic|frequent braking", "idling"),
    ];

    public static void Complete(JsonObject product)
    {
        var letters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (letter, text) in product["severeConditions"] as JsonObject ?? [])
            letters[letter] = (string)text!;
        foreach (var rule in ((JsonArray)product["rules"]!).OfType<JsonObject>())
        {
            Meter(rule);
            Trigger(rule);
            Tolerance(rule, rule["note"]);
            foreach (var note in product["notes"] as JsonArray ?? [])
            {
                if (Text(note)?.StartsWith("tolerance", StringComparison.Ordinal) == true)
                    Tolerance(rule, note);
            }

            // A condition that is a word and not a letter of a legend explains itself.
            foreach (var when in (rule["severe"] as JsonObject)?["when"] as JsonArray ?? [])
            {
                if (Text(when) is { Length: > 1 } word && product["severeConditions"] is null)
                    letters[word] = word;
            }
        }

        var triggers = new JsonObject();
        foreach (var (letter, text) in letters)
        {
            var trigger = new JsonObject();
            var answers = Driving.Where(one => Find(text, one.Words).Success).Select(one => (JsonNode)one.Answer).ToArray();
            if (answers.Length > 0)
                trigger["driving"] = new JsonArray(answers);
            if (Find(text, "non-recommended oil|oil below").Success)
                trigger["oilBelowSpecification"] = true;
            if (trigger.Count > 0)
                triggers[letter] = trigger;
        }

        if (triggers.Count > 0)
            product["severeTriggers"] = triggers;
    }

    // "hev_km" alone: the kilometers of the rule count on that meter. "odometer or 5,000 hev_km": on both.
    private static void Meter(JsonObject rule)
    {
        var text = Text(rule["meter"]) ?? string.Empty;
        var both = Find(text, @"^odometer or ([\d,]+) ([a-z_]+)");
        if (both.Success && int.TryParse(both.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var every) && every > 0)
        {
            rule["meterLimit"] = new JsonObject { ["meter"] = both.Groups[2].Value.Replace('_', '-'), ["every"] = every };
        }
        else if (text != "odometer" && Find(text, "^[a-z]+(_[a-z]+)*$").Success && rule["everyKilometers"] is { } kilometers)
        {
            var limit = new JsonObject { ["meter"] = text.Replace('_', '-'), ["every"] = kilometers.DeepClone() };
            if (rule["firstKilometers"] is { } first)
                limit["first"] = first.DeepClone();
            rule.Remove("everyKilometers");
            rule.Remove("firstKilometers");
            rule["meterLimit"] = limit;
        }
    }

    private static void Trigger(JsonObject rule)
    {
        if (Text(rule["trigger"])?.StartsWith("indicator", StringComparison.Ordinal) == true)
            rule["indicator"] = true;
        var measured = Find(Text(rule["condition"]) ?? string.Empty, @"^(?:or )?([a-z][a-z ]+?) *(>=|<=|>|<) *(\d+(?:\.\d+)?) *(mm|%|V|bar)\b");
        if (measured.Success)
        {
            rule["measurement"] = new JsonObject
            {
                ["quantity"] = measured.Groups[1].Value.Replace(' ', '-'),
                ["unit"] = measured.Groups[4].Value,
                [measured.Groups[2].Value[0] == '<' ? "atMost" : "atLeast"] = decimal.Parse(measured.Groups[3].Value, CultureInfo.InvariantCulture),
            };
        }

        var oil = Find(Text(rule["note"]) ?? string.Empty, @"^needs ([A-Z][A-Za-z0-9 .-]*?)(?: full synthetic)?, otherwise severe interval");
        if (oil.Success && rule["severe"] is not null)
            rule["requiredOilGrades"] = new JsonArray(oil.Groups[1].Value);
    }

    private static void Tolerance(JsonObject rule, JsonNode? note)
    {
        var around = Find(Text(note) ?? string.Empty, @"± ?([\d,]+) km");
        if (around.Success && rule["tolerance"] is null && rule["noServiceRequired"] is null
            && int.TryParse(around.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var kilometers) && kilometers is >= 0 and <= 100_000)
        {
            rule["tolerance"] = new JsonObject { ["kilometers"] = kilometers };
        }
    }

    private static Match Find(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string? Text(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string?)node : null;
}
