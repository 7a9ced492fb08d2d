using System.Globalization;
using System.Text;

using Microsoft.VisualBasic.FileIO;

using NodaTime.Text;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

/// <summary>Reads a log of odometer readings: date, odometer, and where they are there unit (km or mi) and vehicle_id.</summary>
internal static class OdometerFile
{
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public static SortedDictionary<string, List<OdometerReading>> Read(Stream csv)
    {
        using var lines = new TextFieldParser(csv, Encoding.UTF8) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        string[] header = lines.EndOfData ? [] : [.. PartsFile.ReadFields(lines).Select(name => name.Trim().ToLowerInvariant())];
        foreach (var needed in new[] { "date", "odometer" })
        {
            if (!header.Contains(needed))
                throw new FormatException($"Line 1: the column \"{needed}\" is needed; it was missing.");
        }

        var vehicles = new SortedDictionary<string, List<OdometerReading>>(StringComparer.Ordinal);
        while (!lines.EndOfData)
        {
            var number = lines.LineNumber;
            var fields = PartsFile.ReadFields(lines);
            string Field(string name) => Array.IndexOf(header, name) is >= 0 and var at && at < fields.Length ? fields[at].Trim() : string.Empty;
            var date = LocalDatePattern.Iso.Parse(Field("date"));
            if (!date.Success)
                throw new FormatException($"Line {number}: \"date\" is a day such as 2026-11-23; it was \"{Field("date")}\".");
            var isMiles = Field("unit") switch
            {
                "" or "km" => false,
                "mi" => true,
                var other => throw new FormatException($"Line {number}: \"unit\" is km or mi; it was \"{other}\"."),
            };
            var most = isMiles ? Odometer.FromKilometers(Odometer.MaxKilometers).ToMiles() : Odometer.MaxKilometers;
            if (!int.TryParse(Field("odometer"), NumberStyles.None, CultureInfo.InvariantCulture, out var shown) || shown > most)
                throw new FormatException($"Line {number}: \"odometer\" is a whole number up to {most}; it was \"{Field("odometer")}\".");
            var id = Field("vehicle_id");
            if (!vehicles.TryGetValue(id, out var log))
                vehicles.Add(id, log = []);
            log.Add(new OdometerReading(date.Value, isMiles ? Odometer.FromMiles(shown) : Odometer.FromKilometers(shown)));
        }

        return vehicles;
    }
}
