using System.CommandLine;
using System.Globalization;
using System.Text.Json;

using NodaTime;
using NodaTime.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

internal static class OdometerCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "CSV with date and odometer, and where known unit (km or mi) and vehicle_id" };
        var today = new Option<string?>("--today") { Description = "the day, as 2026-11-23; today if not given" };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var lang = new Option<string>("--lang") { Description = "zh or en", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("odometer", "Estimates where vehicles stand from their readings. Status 1 when a vehicle has no trusted reading.") { file, today, json, lang };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(today) is { } text
                ? VehicleOptions.ParseDate("--today", text)
                : SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).Date;
            using var csv = new MemoryStream(InputFile.Read(parsed.GetValue(file)!));
            var logs = OdometerFile.Read(csv).Select(one => (Id: one.Key, Log: OdometerLog.From([.. one.Value], today: day))).ToList();
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(logs, day));
            else
                Print(logs, day, parsed.GetValue(lang) == "zh" ? Language.Chinese : Language.English, output);
            return logs.Count > 0 && logs.TrueForAll(one => one.Log.LastTrusted is not null) ? StoreOpsTool.Done : StoreOpsTool.No;
        });
        return command;
    }

    private static void Print(List<(string Id, OdometerLog Log)> logs, LocalDate day, Language language, TextWriter output)
    {
        foreach (var (id, log) in logs)
        {
            var name = id.Length > 0 ? id + ": " : string.Empty;
            output.WriteLine(name + (log.Estimate(day) is { } estimate
                ? OdometerText.Estimate(language, Number(estimate.Expected), Number(estimate.Low), Number(estimate.High), (log.MetersPerDay / 1_000m).ToString("0.0", CultureInfo.InvariantCulture), estimate.IsStale)
                : OdometerText.Nothing(language)));
            foreach (var (reading, doubt) in log.Quarantined)
                output.WriteLine($"  ! {LocalDatePattern.Iso.Format(reading.Date)} {Number(reading.Odometer)} km: {OdometerText.Of(doubt, language)}");
        }
    }

    private static string Number(Odometer odometer) => odometer.Kilometers.ToString("#,0", CultureInfo.InvariantCulture);

    private static string ToJson(List<(string Id, OdometerLog Log)> logs, LocalDate day) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("today", LocalDatePattern.Iso.Format(day));
        writer.WriteStartArray("vehicles");
        foreach (var (id, log) in logs)
        {
            writer.WriteStartObject();
            writer.WriteString("vehicle", id);
            if (log.Estimate(day) is { } estimate)
                WriteEstimate(estimate, log, writer);
            writer.WriteStartArray("quarantined");
            foreach (var (reading, doubt) in log.Quarantined)
            {
                writer.WriteStartObject();
                writer.WriteString("date", LocalDatePattern.Iso.Format(reading.Date));
                writer.WriteNumber("kilometers", reading.Odometer.Kilometers);
                writer.WriteString("doubt", doubt.ToString());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteEstimate(OdometerEstimate estimate, OdometerLog log, Utf8JsonWriter writer)
    {
        writer.WriteNumber("lowKilometers", estimate.Low.Kilometers);
        writer.WriteNumber("expectedKilometers", estimate.Expected.Kilometers);
        writer.WriteNumber("highKilometers", estimate.High.Kilometers);
        writer.WriteNumber("metersPerDay", log.MetersPerDay);
        writer.WriteBoolean("isStale", estimate.IsStale);
    }
}
