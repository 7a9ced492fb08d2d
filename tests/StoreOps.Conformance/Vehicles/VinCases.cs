using System.Globalization;
using System.Text.Json;

using Microsoft.VisualBasic.FileIO;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Conformance.Vehicles;

/// <summary>VINs with what their source says of them: as JSON shaped like vins.json, or as CSV with vin, make, model_year and check_digit_valid.</summary>
internal static class VinCases
{
    private static readonly VinDecoder Decoder = new();

    // The lists were collected in 2026; a decoder without a date has no way to rule out the later of two years.
    private static readonly VinContext Context = new(AsOf: new LocalDate(2026, 11, 23));

    public static ConformanceTally Run(string path, TextWriter output)
    {
        var facts = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? FromCsv(path) : FromJson(path);
        var fields = new SortedDictionary<string, (int Right, int Total)>(StringComparer.Ordinal);
        var tally = default(ConformanceTally);
        foreach (var fact in facts)
        {
            var wrong = Judge(fact, fields).ToArray();
            foreach (var detail in wrong)
                output.WriteLine($"{fact.Vin}: failed: {detail}");
            tally += wrong.Length == 0 ? ConformanceTally.OnePassed : ConformanceTally.OneFailed;
        }

        foreach (var (field, (right, total)) in fields)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field}: {right} of {total} right ({(total == 0 ? 100m : right * 100m / total):0.00} %)"));
        return tally;
    }

    private static IEnumerable<string> Judge(VinFact fact, SortedDictionary<string, (int Right, int Total)> fields)
    {
        var isVin = Vin.TryParse(fact.Vin, out var vin, out var problem);
        if (fact.IsWellFormed is { } wellFormed && !Count(fields, "validity", isVin == wellFormed))
            yield return wellFormed ? "should be a VIN; " + problem : "should be refused as no VIN";
        if (!isVin)
            yield break;
        var decoded = Decoder.Decode(vin, Context);
        if (fact.ExpectedCheckDigit is { } digit && !Count(fields, "check digit", vin.ExpectedCheckDigit == digit))
            yield return $"the check digit should be {digit}; it was {vin.ExpectedCheckDigit}";
        if (fact.IsCheckDigitValid is { } valid && !Count(fields, "check digit", vin.HasValidCheckDigit == valid))
            yield return $"the check digit should be {(valid ? "right" : "wrong")}";
        if (fact.IsCheckDigitValid is false && !Count(fields, "exception warned of", decoded.CheckDigit != CheckDigitVerdict.Valid))
            yield return "a wrong check digit should be warned of";
        if (fact.Make is { } make && !Count(fields, "make", Squash(decoded.Make) == Squash(make)))
            yield return $"the make should be {make}; it was {decoded.Make ?? "unknown"}";
        if (fact.Year is { } year && !Count(fields, "year", decoded.ModelYear.Year == year))
            yield return $"the model year should be {year}; it was {decoded.ModelYear}";
    }

    private static bool Count(SortedDictionary<string, (int Right, int Total)> fields, string field, bool isRight)
    {
        var (right, total) = fields.GetValueOrDefault(field);
        fields[field] = (right + (isRight ? 1 : 0), total + 1);
        return isRight;
    }

    private static string Squash(string? make) =>
        new([.. (make ?? string.Empty).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static IEnumerable<VinFact> FromJson(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var one in document.RootElement.GetProperty("vins").EnumerateArray())
        {
            var expect = one.GetProperty("expect");
            var computed = one.GetProperty("computed");
            var isWellFormed = computed.GetProperty("length_ok").GetBoolean() && computed.GetProperty("chars_ok").GetBoolean();
            yield return new VinFact(one.GetProperty("vin").GetString()!)
            {
                IsWellFormed = isWellFormed,
                // Arithmetic decides about the check digit; some sources call VINs valid that it refutes.
                ExpectedCheckDigit = Text(computed, "check_digit") is { Length: 1 } digit ? digit[0] : null,
                IsCheckDigitValid = isWellFormed ? computed.GetProperty("check_digit_valid").GetBoolean() : null,
                Make = Text(expect, "make"),
                Year = expect.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : null,
            };
        }
    }

    private static IEnumerable<VinFact> FromCsv(string path)
    {
        using var csv = new TextFieldParser(path) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        var header = csv.ReadFields() ?? [];
        while (csv.ReadFields() is { } fields)
        {
            string Field(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < fields.Length ? fields[at] : string.Empty;
            yield return new VinFact(Field("vin"))
            {
                IsWellFormed = true,
                IsCheckDigitValid = bool.TryParse(Field("check_digit_valid"), out var valid) ? valid : null,
                Make = Field("make") is { Length: > 0 } make ? make : null,
                Year = int.TryParse(Field("model_year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            };
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record VinFact(string Vin)
    {
        public bool? IsWellFormed { get; init; }

        public char? ExpectedCheckDigit { get; init; }

        public bool? IsCheckDigitValid { get; init; }

        public string? Make { get; init; }

        public int? Year { get; init; }
    }
}
