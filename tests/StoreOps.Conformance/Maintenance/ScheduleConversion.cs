using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StoreOps.Conformance.Maintenance;

/// <summary>Turns a schedule of the neutral shape into the product's format. What has no place of its own becomes an annotation.</summary>
internal static class ScheduleConversion
{
    private static readonly string[] RuleMembers =
    [
        "item", "action", "every_km", "every_months", "first_km", "first_months", "severe", "note", "inferred", "marks", "meter", "condition",
        "trigger", "only_engine", "only_code", "only_model", "only_powertrain", "only_part", "market_override", "anchor",
    ];

    private static readonly string[] SevereMembers =
        ["every_km", "every_months", "first_km", "first_months", "when", "only_part", "anchor", "time_independent", "market_override", "note", "source"];

    private static readonly string[] ScheduleMembers =
        ["id", "vehicle", "source", "confidence", "coverage", "rule", "base_visit", "items", "severe_conditions", "notes"];

    private static readonly string[] Known = ["inspect", "clean", "adjust", "tighten", "lubricate", "add", "rotate", "replace"];

    public static JsonObject ToProduct(JsonObject source)
    {
        var confidence = (Text(source["confidence"]) ?? "low").Split(' ', 2);
        var product = new JsonObject
        {
            ["schemaVersion"] = 1,
            ["id"] = Text(source["id"]) ?? string.Empty,
            ["vehicle"] = Vehicle(source["vehicle"] as JsonObject ?? []),
            ["source"] = new JsonObject
            {
                ["url"] = Text((source["source"] as JsonObject)?["url"]) ?? string.Empty,
                ["kind"] = Text((source["source"] as JsonObject)?["kind"]) ?? string.Empty,
                ["license"] = Text((source["source"] as JsonObject)?["licence"]) ?? string.Empty,
            },
            ["confidence"] = confidence[0] is "high" or "medium" or "low" ? confidence[0] : "low",
            ["coverage"] = Text(source["coverage"]) ?? string.Empty,
        };
        if (confidence.Length > 1)
            product["confidenceNote"] = confidence[1].Trim('(', ')');
        if (source["base_visit"] is JsonObject visit)
            product["baseVisit"] = Put(Limits(visit), "text", visit["visits"]);
        product["rules"] = new JsonArray([.. (source["items"] as JsonArray ?? []).OfType<JsonObject>().Select(item => Rule(item, source))]);
        if (source["severe_conditions"] is JsonObject legend && legend.All(one => Text(one.Value) is not null))
            product["severeConditions"] = legend.DeepClone();
        PutTexts(product, "notes", source["notes"]);
        Annotate(product, source, ScheduleMembers);
        AnnotateNested(product, "vehicle", source["vehicle"] as JsonObject ?? [], ["make", "model", "model_year", "market", "powertrain"]);
        AnnotateNested(product, "source", source["source"] as JsonObject ?? [], ["url", "kind", "licence"]);
        if (source["base_visit"] is JsonObject grid)
            AnnotateNested(product, "base_visit", grid, ["every_km", "every_months", "first_km", "first_months", "visits"]);
        if (source["rule"] is { } rule && Text(rule) != "whichever_first")
            Annotation(product)["rule"] = rule.DeepClone();
        ScheduleReading.Complete(product);
        return product;
    }

    private static JsonObject Vehicle(JsonObject vehicle)
    {
        var model = Text(vehicle["model"]) ?? string.Empty;
        var product = new JsonObject
        {
            ["make"] = Text(vehicle["make"]) ?? string.Empty,
            ["modelText"] = model,
            ["models"] = new JsonArray([.. ModelNames(model).Select(name => (JsonNode)name)]),
        };
        // 2016, "2017-2023" and "2021+" are the forms that sources use; any other stays in words.
        var years = vehicle["model_year"] is JsonValue value ? value.ToString() : string.Empty;
        var ends = years.TrimEnd('+').Split('-');
        if (ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out _)) && ends.Length <= 2)
        {
            product["fromModelYear"] = int.Parse(ends[0], CultureInfo.InvariantCulture);
            if (!years.EndsWith('+'))
                product["toModelYear"] = int.Parse(ends[^1], CultureInfo.InvariantCulture);
        }

        Put(product, "market", vehicle["market"]);
        product["powertrains"] = Powertrains(Text(vehicle["powertrain"]) ?? string.Empty);
        return product;
    }

    // "Mazda3 (SKYACTIV-G 2.0/2.5)" is found as Mazda3, "F3 / F3-R / G3" as each of the three, "range" as every model of the make.
    private static IEnumerable<string> ModelNames(string text)
    {
        if (text.Length == 0 || text is "range" or "all" or "various")
            return [];
        var withoutRemarks = System.Text.RegularExpressions.Regex.Replace(text, @"\s*\([^)]*\)", string.Empty, default, TimeSpan.FromSeconds(1));
        return withoutRemarks.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static JsonArray Powertrains(string text) =>
        new([.. text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => (JsonNode)(word switch
        {
            "hev" => "hybrid",
            "phev" => "plug-in-hybrid",
            "ev" or "bev" => "electric",
            "gasoline" => "petrol",
            _ => word,
        })).Where(word => (string?)word is "petrol" or "diesel" or "hybrid" or "plug-in-hybrid" or "electric")]);

    private static JsonObject Rule(JsonObject item, JsonObject source)
    {
        var action = Text(item["action"]) ?? string.Empty;
        var rule = new JsonObject { ["component"] = Kebab(Text(item["item"]) ?? "unknown"), ["actions"] = Actions(action) };
        foreach (var (name, value) in Limits(item))
            rule[name] = value?.DeepClone();
        if (action == "none")
            rule["noServiceRequired"] = true;
        if (action == "forced_first")
            rule["mandatoryFirst"] = true;
        if (Text(item["anchor"]) is { } anchor && IsGrid(anchor))
            rule["anchor"] = "grid";
        if (Text(item["trigger"]) == "at each oil change" && ((JsonArray)source["items"]!).Any(other => Text((other as JsonObject)?["item"]) == "engine_oil"))
            rule["follows"] = "engine-oil";
        else
            Put(rule, "trigger", item["trigger"]);
        if (item["severe"] is JsonObject severe)
            rule["severe"] = Severe(severe, rule);
        PutList(rule, "engineCodes", item["only_engine"]);
        PutList(rule, "buildCodes", item["only_code"]);
        PutList(rule, "models", item["only_model"]);
        PutList(rule, "fittedParts", item["only_part"]);
        if (Text(item["only_powertrain"]) is { } powertrain)
            rule["powertrains"] = Powertrains(powertrain);
        PutMarkets(rule, item["market_override"]);
        foreach (var name in new[] { "condition", "meter", "inferred", "marks", "note" })
            Put(rule, name, item[name]);
        Annotate(rule, item, RuleMembers);
        if (Text(item["anchor"]) is { } other && !IsGrid(other))
            Annotation(rule)["anchor"] = other;
        return rule;
    }

    private static JsonObject Severe(JsonObject severe, JsonObject rule)
    {
        var product = Limits(severe);
        PutTexts(product, "when", severe["when"]);
        Put(product, "fittedPart", severe["only_part"]);
        Put(product, "anchorText", severe["anchor"]);
        if (Text(severe["anchor"]) is { } anchor && IsGrid(anchor))
            rule["anchor"] = "grid";
        if (severe["time_independent"]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            product["timeIndependent"] = severe["time_independent"]!.DeepClone();
        PutMarkets(product, severe["market_override"]);
        Put(product, "note", severe["note"]);
        Put(product, "source", severe["source"]);
        Annotate(product, severe, SevereMembers);
        return product;
    }

    private static bool IsGrid(string anchor) => anchor.Contains("from 0 km", StringComparison.Ordinal) || anchor == "grid";

    private static JsonArray Actions(string action) => action switch
    {
        "forced_first" or "regular" => ["service"],
        "none" => ["replace"],
        _ when action.Split('_').All(Known.Contains) => new JsonArray([.. action.Split('_').Select(word => (JsonNode)word)]),
        _ => ["service"],
    };

    internal static string Kebab(string id) =>
        id.Replace('_', '-').Replace("tyre", "tire", StringComparison.Ordinal).Replace("vapour", "vapor", StringComparison.Ordinal);

    private static JsonObject Limits(JsonObject source)
    {
        var limits = new JsonObject();
        PutNumber(limits, "everyKilometers", source["every_km"]);
        PutNumber(limits, "everyMonths", source["every_months"]);
        PutNumber(limits, "firstKilometers", source["first_km"]);
        PutNumber(limits, "firstMonths", source["first_months"]);
        return limits;
    }

    private static void PutMarkets(JsonObject target, JsonNode? overrides)
    {
        if (overrides is not JsonObject markets)
            return;
        target["markets"] = new JsonArray([.. markets.Select(pair =>
        {
            var limits = Limits(pair.Value as JsonObject ?? []);
            limits.Insert(0, "markets", new JsonArray([.. pair.Key.Split('/').Select(market => (JsonNode)market)]));
            return (JsonNode)limits;
        })]);
    }

    private static void PutList(JsonObject target, string name, JsonNode? text)
    {
        if (Text(text) is { } list)
            target[name] = new JsonArray([.. list.Split(", ").Select(one => (JsonNode)one)]);
    }

    private static JsonObject Put(JsonObject target, string name, JsonNode? value)
    {
        if (Text(value) is { } text)
            target[name] = text;
        return target;
    }

    private static void PutNumber(JsonObject target, string name, JsonNode? value)
    {
        if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<int>(out var whole) && whole > 0)
            target[name] = whole;
    }

    private static void PutTexts(JsonObject target, string name, JsonNode? value)
    {
        if (value is JsonArray texts && texts.All(text => Text(text) is not null))
            target[name] = texts.DeepClone();
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string?)node : null;

    private static void Annotate(JsonObject target, JsonObject source, string[] interpreted)
    {
        foreach (var (name, value) in source)
        {
            if (value is not null && !interpreted.Contains(name, StringComparer.Ordinal))
                Annotation(target)[name] = value.DeepClone();
        }
    }

    private static void AnnotateNested(JsonObject product, string member, JsonObject source, string[] interpreted)
    {
        foreach (var (name, value) in source)
        {
            if (value is not null && !interpreted.Contains(name, StringComparer.Ordinal))
                Annotation(product)[member + "." + name] = value.DeepClone();
        }
    }

    internal static JsonObject Annotation(JsonObject target)
    {
        if (target["annotations"] is not JsonObject annotations)
            target["annotations"] = annotations = [];
        return annotations;
    }
}
