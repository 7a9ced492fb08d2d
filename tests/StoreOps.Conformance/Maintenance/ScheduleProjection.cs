using System.Globalization;
using System.Text.Json.Nodes;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Conformance.Maintenance;

/// <summary>Reads a loaded schedule back into the neutral shape, from the public model alone.</summary>
internal static class ScheduleProjection
{
    public static JsonObject ToNeutral(MaintenanceSchedule schedule)
    {
        var neutral = new JsonObject
        {
            ["id"] = schedule.Id,
            ["vehicle"] = Vehicle(schedule.Vehicle),
            ["source"] = new JsonObject { ["url"] = schedule.Source.Url, ["kind"] = schedule.Source.Kind, ["licence"] = schedule.Source.License },
            ["confidence"] = schedule.Confidence.ToString().ToLowerInvariant() + (schedule.ConfidenceNote is { } note ? $" ({note})" : string.Empty),
            ["coverage"] = schedule.Coverage,
            ["rule"] = "whichever_first",
        };
        if (schedule.BaseVisit is { } visit)
            neutral["base_visit"] = Put(Limits(visit.Limits), "visits", visit.Text);
        neutral["items"] = new JsonArray([.. schedule.Rules.Select(Item)]);
        neutral["severe_conditions"] = new JsonObject(schedule.SevereConditions.Where(one => one.Text.Length > 0).Select(one => KeyValuePair.Create(one.Letter, (JsonNode?)one.Text)));
        neutral["notes"] = new JsonArray([.. schedule.Notes.Select(text => (JsonNode)text)]);
        foreach (var annotation in schedule.Annotations)
            PutAnnotation(neutral, annotation);
        return neutral;
    }

    public static IEnumerable<string> Carried(MaintenanceSchedule schedule) =>
        schedule.Annotations.Select(one => "$." + one.Name)
            .Concat(schedule.Rules.SelectMany((rule, i) => rule.Annotations.Select(one => $"$.items[{i}].{one.Name}")
                .Concat((rule.Severe?.Annotations ?? []).Select(one => $"$.items[{i}].severe.{one.Name}"))));

    private static JsonObject Vehicle(ScheduleVehicle vehicle)
    {
        var neutral = new JsonObject { ["make"] = vehicle.Make, ["model"] = vehicle.ModelText };
        if (vehicle.FromModelYear is { } from)
        {
            neutral["model_year"] = vehicle.ToModelYear switch
            {
                null => JsonValue.Create(from.ToString(CultureInfo.InvariantCulture) + "+"),
                { } to when to == from => JsonValue.Create(from),
                { } to => JsonValue.Create($"{from}-{to}"),
            };
        }

        Put(neutral, "market", vehicle.Market);
        neutral["powertrain"] = string.Join('/', vehicle.Powertrains.Select(one => Word(one, hybrid: "hybrid")));
        return neutral;
    }

    // The neutral shape calls a hybrid "hybrid" for a vehicle and "hev" for a rule.
    private static string Word(Powertrain powertrain, string hybrid) => powertrain switch
    {
        Powertrain.Hybrid => hybrid,
        Powertrain.PlugInHybrid => "phev",
        Powertrain.Electric => "ev",
        _ => powertrain.ToString().ToLowerInvariant(),
    };

    private static JsonNode Item(MaintenanceRule rule)
    {
        var item = new JsonObject { ["item"] = Snake(rule.ComponentId), ["action"] = Action(rule) };
        foreach (var (name, value) in Limits(rule.Limits))
            item[name] = value?.DeepClone();
        if (rule.MeterLimit is { } meter && rule.Meter == Snake(meter.Meter))
        {
            item["every_km"] = meter.Every;
            PutNumber(item, "first_km", meter.First);
        }

        if (rule.Severe is { } severe)
            item["severe"] = Severe(severe);
        else if (rule.Anchor == IntervalAnchor.Grid)
            item["anchor"] = "grid";
        Put(item, "only_engine", Join(rule.Scope.EngineCodes));
        Put(item, "only_code", Join(rule.Scope.BuildCodes));
        Put(item, "only_model", Join(rule.Scope.Models));
        Put(item, "only_part", Join(rule.Scope.FittedParts));
        if (!rule.Scope.Powertrains.IsEmpty)
            item["only_powertrain"] = string.Join('/', rule.Scope.Powertrains.Select(one => Word(one, hybrid: "hev")));
        PutMarkets(item, rule.Markets);
        Put(item, "trigger", rule.FollowsComponentId is null ? rule.TriggerText : "at each oil change");
        Put(item, "condition", rule.ConditionText);
        Put(item, "meter", rule.Meter);
        Put(item, "inferred", rule.InferredFrom);
        Put(item, "marks", rule.Marks);
        Put(item, "note", rule.Note);
        foreach (var annotation in rule.Annotations)
            PutAnnotation(item, annotation);
        return item;
    }

    private static JsonObject Severe(SevereUse severe)
    {
        var neutral = Limits(severe.Limits);
        neutral["when"] = new JsonArray([.. severe.When.Select(letter => (JsonNode)letter)]);
        Put(neutral, "only_part", severe.FittedPart);
        Put(neutral, "anchor", severe.AnchorText);
        if (severe.IsTimeIndependent is { } independent)
            neutral["time_independent"] = independent;
        PutMarkets(neutral, severe.Markets);
        Put(neutral, "note", severe.Note);
        Put(neutral, "source", severe.Source);
        foreach (var annotation in severe.Annotations)
            PutAnnotation(neutral, annotation);
        return neutral;
    }

    private static string Action(MaintenanceRule rule)
    {
        if (rule.IsNoServiceRequired)
            return "none";
        if (rule.IsMandatoryFirst)
            return "forced_first";
        return string.Join('_', rule.Actions.Select(action => action == ServiceAction.Service ? "regular" : action.ToString().ToLowerInvariant()));
    }

    private static string Snake(string id) =>
        id.Replace('-', '_').Replace("tire", "tyre", StringComparison.Ordinal).Replace("vapor", "vapour", StringComparison.Ordinal);

    private static JsonObject Limits(ServiceLimits limits)
    {
        var neutral = new JsonObject();
        PutNumber(neutral, "every_km", limits.EveryKilometers);
        PutNumber(neutral, "every_months", limits.EveryMonths);
        PutNumber(neutral, "first_km", limits.FirstKilometers);
        PutNumber(neutral, "first_months", limits.FirstMonths);
        return neutral;
    }

    private static void PutMarkets(JsonObject target, IReadOnlyList<MarketLimits> markets)
    {
        if (markets.Count > 0)
            target["market_override"] = new JsonObject(markets.Select(one => KeyValuePair.Create(string.Join('/', one.Markets), (JsonNode?)Limits(one.Limits))));
    }

    private static string? Join(IReadOnlyList<string> list) => list.Count == 0 ? null : string.Join(", ", list);

    private static void PutNumber(JsonObject target, string name, int? value)
    {
        if (value is { } number)
            target[name] = number;
    }

    private static JsonObject Put(JsonObject target, string name, string? value)
    {
        if (value is not null)
            target[name] = value;
        return target;
    }

    // A name is a member, members joined by dots, or "@" and a path from the top in which numbers are places in a list and ~1 is a slash.
    private static void PutAnnotation(JsonObject target, Annotation annotation)
    {
        string[] steps = annotation.Name.StartsWith('@') ? [.. annotation.Name[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal))] : annotation.Name.Split('.');
        JsonNode at = target;
        foreach (var step in steps.SkipLast(1))
            at = Step(at, step);
        var value = JsonNode.Parse(annotation.Json);
        if (at is JsonArray list && int.TryParse(steps[^1], CultureInfo.InvariantCulture, out var place))
        {
            while (list.Count <= place)
                list.Add(null);
            list[place] = value;
        }
        else if (at is JsonObject members)
        {
            members[steps[^1]] = value;
        }
    }

    private static JsonNode Step(JsonNode at, string step)
    {
        if (at is JsonArray list && int.TryParse(step, CultureInfo.InvariantCulture, out var place) && place < list.Count && list[place] is { } item)
            return item;
        return at is JsonObject members ? members[step] ??= new JsonObject() : new JsonObject();
    }
}
