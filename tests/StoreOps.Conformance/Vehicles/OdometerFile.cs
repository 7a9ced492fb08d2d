using System.Globalization;

using Microsoft.VisualBasic.FileIO;

using NodaTime.Text;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Conformance.Vehicles;

/// <summary>A log of readings as CSV: date, odometer, and where they are there unit and vehicle_id. A row that cannot be read is named.</summary>
internal static class OdometerFile
{
    public static SortedDictionary<string, List<OdometerReading>> Read(string path, TextWriter output, out int bad)
    {
        var vehicles = new SortedDictionary<string, List<OdometerReading>>(StringComparer.Ordinal);
        bad = 0;
        using var csv = new TextFieldParser(path) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        string[] header = [];
        while (!csv.EndOfData)
        {
            var line = csv.LineNumber;
            try
            {
                var fields = csv.ReadFields() ?? [];
                if (header.Length == 0)
                {
                    header = [.. fields.Select(name => name.Trim().ToLowerInvariant())];
                    continue;
                }

                string Field(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < fields.Length ? fields[at].Trim() : string.Empty;
                var problem = Parse(Field("date"), Field("odometer"), Field("unit"), Field("odometer_km"), out var reading);
                if (problem is null)
                {
                    var vehicle = Field("vehicle_id") is { Length: > 0 } id ? id : Field("vehicle");
                    if (!vehicles.TryGetValue(vehicle, out var log))
                        vehicles.Add(vehicle, log = []);
                    log.Add(reading);
                    continue;
                }

                output.WriteLine($"line {line}: skipped: {problem}");
            }
            catch (MalformedLineException)
            {
                output.WriteLine($"line {line}: skipped: not CSV; it was {csv.ErrorLine}");
            }

            bad++;
        }

        return vehicles;
    }

    private static string? Parse(string date, string odometer, string unit, string kilometers, out OdometerReading reading)
    {
        reading = default;
        var day = LocalDatePattern.Iso.Parse(date);
        if (!day.Success || day.Value.Year is < 1900 or > 2200)
            return $"the date is a day such as 2026-11-23, of 1900 to 2200; it was \"{date}\"";
        var isMiles = unit.ToLowerInvariant() is "mi" or "mile" or "miles";
        if (odometer.Length == 0 && kilometers.Length > 0)
            (odometer, isMiles) = (kilometers, false);
        if (!decimal.TryParse(odometer, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > (isMiles ? 6_213_000 : Odometer.MaxKilometers))
            return $"the odometer is a number up to {Odometer.MaxKilometers} km; it was \"{odometer}\"";
        var whole = (int)decimal.Round(number);
        reading = new OdometerReading(day.Value, isMiles ? Odometer.FromMiles(whole) : Odometer.FromKilometers(whole));
        return null;
    }
}
