using System.Globalization;
using System.Text.Json;

using StoreOps.Domain;
using StoreOps.Rules.Expressions;

namespace StoreOps.Conformance.Expressions;

/// <summary>CEL's own conformance cases: an expression, what it is asked about, and the value, the failure or the type that must come out.</summary>
internal static class CelCases
{
    public static ConformanceTally Run(string path, TextWriter output)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var tally = default(ConformanceTally);
        foreach (var one in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            var problem = Check(one);
            if (problem is null)
            {
                tally += ConformanceTally.OnePassed;
                continue;
            }

            tally += ConformanceTally.OneFailed;
            output.WriteLine("FAILED " + one.GetProperty("id").GetString() + "  " + one.GetProperty("expr").GetString() + "  " + problem);
        }

        return tally;
    }

    private static string? Check(JsonElement one)
    {
        var types = new Dictionary<string, CelType>(StringComparer.Ordinal);
        foreach (var variable in Items(one, "variables"))
            types[variable.GetProperty("name").GetString()!] = TypeOf(variable.GetProperty("type"));
        foreach (var binding in Items(one, "bindings"))
            types.TryAdd(binding.GetProperty("name").GetString()!, CelType.Dyn);
        var schema = new FactSchema(types.Select(type => new Fact(type.Key, type.Value, new LocalizedText(type.Key, type.Key))));
        var container = one.TryGetProperty("container", out var name) ? name.GetString()! : string.Empty;
        var isChecked = !(one.TryGetProperty("disableCheck", out var disable) && disable.GetBoolean());
        var expect = one.GetProperty("expect");
        var isErrorExpected = expect.TryGetProperty("error", out _);
        var compiler = new ConditionCompiler(schema, container: container);
        if (!compiler.TryCompileExpression(one.GetProperty("expr").GetString()!, out var expression, out var issues, isChecked))
            return isErrorExpected ? null : "is refused: " + issues[0].Detail;
        if (expect.TryGetProperty("deducedType", out var deduced) && !expression.Type.Equals(TypeOf(deduced)))
            return "has type " + expression.Type + ", should have " + TypeOf(deduced);
        if (one.TryGetProperty("checkOnly", out var only) && only.GetBoolean())
            return null;
        var facts = new FactSet(schema);
        foreach (var binding in Items(one, "bindings"))
            facts.Set(binding.GetProperty("name").GetString()!, ValueOf(binding.GetProperty("value")));
        var value = expression.Evaluate(facts);
        if (isErrorExpected)
            return value.Kind == CelKind.Error ? null : "gives " + value + ", should fail";
        if (!expect.TryGetProperty("value", out var wanted))
            return null;
        var expected = ValueOf(wanted);
        return AreSame(expected, value) ? null : "gives " + value + ", should give " + expected;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement one, string name) =>
        one.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static CelType TypeOf(JsonElement type)
    {
        if (type.ValueKind == JsonValueKind.Object)
        {
            var form = type.EnumerateObject().First();
            return form.Name switch
            {
                "list" => CelType.List(TypeOf(form.Value)),
                "map" => CelType.Map(TypeOf(form.Value[0]), TypeOf(form.Value[1])),
                "optional" or "optional_type" => CelType.Optional(TypeOf(form.Value)),
                "type" => CelType.Type(TypeOf(form.Value)),
                "wrapper" => TypeOf(form.Value),
                _ => CelType.Dyn,
            };
        }

        return type.GetString() switch
        {
            "bool" => CelType.Bool,
            "int64" or "int" => CelType.Int,
            "uint64" or "uint" => CelType.Uint,
            "double" => CelType.Double,
            "string" => CelType.String,
            "bytes" => CelType.Bytes,
            "null" => CelType.Null,
            "timestamp" or "google.protobuf.Timestamp" => CelType.Timestamp,
            "duration" or "google.protobuf.Duration" => CelType.Duration,
            "type" => CelType.Type(CelType.Dyn),
            _ => CelType.Dyn,
        };
    }

    private static CelValue ValueOf(JsonElement typed)
    {
        var value = typed.GetProperty("value");
        return typed.GetProperty("type").GetString() switch
        {
            "null" => CelValue.Null,
            "bool" => CelValue.Of(value.GetBoolean()),
            "int" => CelValue.Of(long.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "uint" => CelValue.Of(ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "double" => CelValue.Of(DoubleOf(value.GetString()!)),
            "string" => CelValue.Of(value.GetString()!),
            "bytes" => CelValue.OfBytes(Convert.FromHexString(value.GetString()!)),
            "list" => CelValue.ListOf([.. value.EnumerateArray().Select(ValueOf)]),
            "map" => CelValue.MapOf([.. value.EnumerateArray().Select(pair => KeyValuePair.Create(ValueOf(pair[0]), ValueOf(pair[1])))]),
            "type" => Evaluated(value.GetString()!),
            "timestamp" => Evaluated("timestamp('" + value.GetString() + "')"),
            "duration" => Evaluated("duration('" + value.GetString() + "')"),
            var other => throw new JsonException("a value of type " + other + " is not known"),
        };
    }

    private static CelValue Evaluated(string source)
    {
        var schema = new FactSchema([]);
        return new ConditionCompiler(schema).TryCompileExpression(source, out var expression, out _)
            ? expression.Evaluate(new FactSet(schema))
            : throw new JsonException("not known: " + source);
    }

    private static double DoubleOf(string text) => text.ToUpperInvariant() switch
    {
        "NAN" => double.NaN,
        "INF" or "+INF" or "INFINITY" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    // Of the same kind, not only equal: 1 is not what must come out where it should be 1.0.
    private static bool AreSame(CelValue one, CelValue other)
    {
        if (one.Kind != other.Kind)
            return false;
        if (one.List is { } list)
            return list.Count == other.List!.Count && list.Zip(other.List, AreSame).All(same => same);
        if (one.Map is { } map)
        {
            return map.Count == other.Map!.Count
                && map.Keys.All(key => map.TryGet(key, out var value) && other.Map.TryGet(key, out var second) && AreSame(value, second));
        }

        return one.Equals(other);
    }
}
