using System.CommandLine;
using System.Globalization;

using NodaTime.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

internal static class DueCommand
{
    public static Command Create(TextWriter output)
    {
        var vehicle = new VehicleOptions();
        var rules = new RuleOptions();
        var json = new Option<bool>("--json") { Description = "for machines" };
        var lang = new Option<string>("--lang") { Description = "zh or en, the language of names", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("due", "Plans the maintenance of a vehicle: what is due, what comes next, what to ask first.") { json, lang };
        vehicle.AddTo(command);
        rules.AddTo(command);
        command.SetAction(parsed =>
        {
            var library = rules.Library(parsed);
            var plan = rules.Plan(parsed, vehicle.Situation(parsed), library);
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(plan));
            else
                Print(plan, parsed.GetValue(lang) == "zh" ? Language.Chinese : Language.English, output);
            foreach (var finding in parsed.GetValue(json) ? [] : library.Findings)
                output.WriteLine($"! overlay {finding.LayerId}: {finding.Kind} {finding.Subject}: {finding.Detail}");
            return StoreOpsTool.Done;
        });
        return command;
    }

    private static void Print(MaintenancePlan plan, Language language, TextWriter output)
    {
        var schedule = plan.Match.Schedule;
        output.WriteLine($"{schedule.Id} ({plan.Match.Level}, confidence {schedule.Confidence}): {schedule.Source.Kind} {schedule.Source.Url}");
        foreach (var change in plan.Match.Changes)
            output.WriteLine("changed: " + change);
        if (Judge(plan.Situation) is { IsDoubtful: true } doubtful)
            output.WriteLine("! " + OdometerText.Prompt(doubtful, language));
        Section("due", plan.Due, language, output);
        Section("upcoming", plan.Upcoming, language, output);
        Section("put off", [.. plan.Services.Where(one => one.Status == MaintenanceStatus.Deferred)], language, output);
        Section("done elsewhere", [.. plan.Services.Where(one => one.Status == MaintenanceStatus.DoneElsewhere)], language, output);
        Section("ask or look first (no record)", plan.AskFirst, language, output);
        foreach (var finding in plan.Findings)
            output.WriteLine($"! {finding.Record.ComponentId}: {finding.Kind}");
    }

    private static void Section(string title, IReadOnlyList<PlannedService> services, Language language, TextWriter output)
    {
        if (services.Count == 0 && title is "put off" or "done elsewhere")
            return;
        output.WriteLine(title + (services.Count == 0 ? ": nothing" : string.Empty));
        foreach (var service in services)
        {
            var left = string.Join(", ", new[] { Left(service.Due.KilometersLeft, "km"), Left(service.Due.DaysLeft, "days"), Left(service.Due.MeterLeft, service.Rule.MeterLimit?.Meter ?? string.Empty) }.Where(part => part is not null));
            output.WriteLine($"  {service.Component.Name.In(language),-32} {service.Action,-10} {service.Status,-11} {left}  [{Limits(service)}]{Reason(service)}");
        }
    }

    private static string? Left(int? left, string unit) => left is { } number
        ? Math.Abs(number).ToString("#,0", CultureInfo.InvariantCulture) + " " + unit + (number < 0 ? " over" : " left")
        : null;

    private static string Limits(PlannedService service) => string.Join(" / ", new[]
    {
        service.Limits.EveryKilometers is { } km ? string.Create(CultureInfo.InvariantCulture, $"every {km:#,0} km") : null,
        service.Limits.EveryMonths is { } months ? $"every {months} months" : null,
        service.Limits.FirstKilometers is { } first ? string.Create(CultureInfo.InvariantCulture, $"first {first:#,0} km") : null,
    }.Where(part => part is not null));

    // The services done are readings as well: what the odometer showed on a day.
    private static OdometerAssessment Judge(MaintenanceSituation situation) => OdometerJudge.Judge(
        new OdometerReading(situation.Today, situation.Odometer),
        [.. situation.History.Where(one => one.Date is not null && one.Odometer is not null && !(one.Date > situation.Today))
            .Select(one => new OdometerReading(one.Date!.Value, one.Odometer!.Value))]);

    private static string Reason(PlannedService service) => service.Due.Reason
        is PlanReason.IndicatorOn or PlanReason.MeasurementReached or PlanReason.EventHappened or PlanReason.NoProofOfFirst or PlanReason.NeedsMeasurement
            ? " " + service.Due.Reason
            : string.Empty;

    private static string ToJson(MaintenancePlan plan) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schedule", plan.Match.Schedule.Id);
        writer.WriteString("match", plan.Match.Level.ToString());
        writer.WriteString("source", plan.Match.Schedule.Source.Url);
        writer.WriteString("confidence", plan.Match.Schedule.Confidence.ToString());
        writer.WriteStartArray("changes");
        foreach (var change in plan.Match.Changes)
            writer.WriteStringValue(change.ToString());
        writer.WriteEndArray();
        var odometer = Judge(plan.Situation);
        writer.WriteString("odometer", odometer.Verdict.ToString());
        writer.WriteStartArray("didYouMeanKilometers");
        foreach (var repair in odometer.Repairs)
            writer.WriteNumberValue(repair.Odometer.Kilometers);
        writer.WriteEndArray();
        writer.WriteStartArray("services");
        foreach (var service in plan.Services)
        {
            writer.WriteStartObject();
            writer.WriteString("component", service.Component.Id);
            writer.WriteString("item", service.Item?.Id);
            writer.WriteString("action", service.Action.ToString());
            writer.WriteString("status", service.Status.ToString());
            writer.WriteString("reason", service.Due.Reason.ToString());
            writer.WriteString("governing", service.Due.Governing.ToString());
            writer.WriteStartObject("from");
            writer.WriteString("origin", plan.SourceOf(service).Origin.ToString());
            writer.WriteString("id", plan.SourceOf(service).Id);
            if (plan.SourceOf(service).Edition is { } edition)
                writer.WriteString("edition", edition);
            writer.WriteEndObject();
            writer.WriteString("confidence", plan.ConfidenceOf(service).ToString());
            if (service.Due.KilometersLeft is { } km)
                writer.WriteNumber("kilometersLeft", km);
            if (service.Due.DaysLeft is { } days)
                writer.WriteNumber("daysLeft", days);
            if (service.Due.MeterLeft is { } meter)
                writer.WriteNumber("meterLeft", meter);
            if (service.Due.DueDate is { } date)
                writer.WriteString("dueDate", LocalDatePattern.Iso.Format(date));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
