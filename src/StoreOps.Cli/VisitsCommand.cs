using System.CommandLine;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Visits;

namespace StoreOps.Cli;

internal static class VisitsCommand
{
    private const int DaysPerYear = 365;

    public static Command Create(TextWriter output)
    {
        var vehicle = new VehicleOptions();
        var perYear = new Option<int>("--per-year") { Description = "kilometers driven a year", DefaultValueFactory = _ => 15_000 };
        var count = new Option<int>("--visits") { Description = "how many of the coming visits are shown", DefaultValueFactory = _ => 3 };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var lang = new Option<string>("--lang") { Description = "zh or en, the language of names", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("visits", "Brings the coming services of a vehicle together into visits.") { perYear, count, json, lang, Report(output) };
        vehicle.AddTo(command);
        command.SetAction(parsed =>
        {
            var situation = vehicle.Situation(parsed);
            var plan = VisitPlanner.Plan(new MaintenancePlanner().Plan(situation), MetersPerDay(parsed.GetValue(perYear)));
            var shown = Math.Min(InRange("--visits", parsed.GetValue(count), 1, VisitProblem.MaxVisits), plan.Visits.Length);
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(plan, shown));
            else
                Print(plan, shown, parsed.GetValue(lang) == "zh" ? Language.Chinese : Language.English, output);
            return StoreOpsTool.Done;
        });
        return command;
    }

    private static Command Report(TextWriter output)
    {
        var command = new Command("report", "Measures all schedules that come with the tool: visits and wasted life over 200,000 km, beside two simple ways.");
        command.SetAction(_ =>
        {
            output.Write(VisitReport.Text(VisitReport.Rows()));
            return StoreOpsTool.Done;
        });
        return command;
    }

    private static int MetersPerDay(int perYear) => (int)(InRange("--per-year", perYear, 0, 700_000) * 1_000L / DaysPerYear);

    private static int InRange(string option, int value, int from, int to) =>
        value >= from && value <= to ? value : throw new InputException($"{option} is from {from} to {to}; it was {value}.");

    private static void Print(VisitPlan plan, int shown, Language language, TextWriter output)
    {
        output.WriteLine(shown == 0 ? VisitText.Nothing(language) : VisitText.Title(language, shown));
        foreach (var visit in plan.Visits.Take(shown))
        {
            output.WriteLine(VisitText.Visit(language, Month(visit.Date), Number(visit.Odometer.Kilometers)));
            foreach (var one in visit.Services)
            {
                var why = one.IsPulledForward
                    ? "  " + VisitText.Early(language, Number(one.EarlyKilometers), one.EarlyDays, (one.LostLifeMillionths / 10_000m).ToString("0.0", CultureInfo.InvariantCulture))
                    : string.Empty;
                output.WriteLine($"  {one.Service.Component.Name.In(language),-32} {VisitText.Of(one.Service.Action, language),-10}{why}".TrimEnd());
            }
        }

        if (!plan.AskFirst.IsEmpty)
            output.WriteLine(VisitText.Ask(language));
        foreach (var service in plan.AskFirst)
            output.WriteLine("  ? " + service.Component.Name.In(language));
        output.WriteLine(VisitText.Totals(language, plan.Visits.Length, (plan.LostLifeMillionths / 1_000_000m).ToString("0.00", CultureInfo.InvariantCulture), plan.IsProvenBest));
    }

    private static string Month(LocalDate date) => LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM").Format(date);

    private static string Number(int kilometers) => kilometers.ToString("#,0", CultureInfo.InvariantCulture);

    private static string ToJson(VisitPlan plan, int shown) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("visitsPlanned", plan.Visits.Length);
        writer.WriteNumber("lostLifeMillionths", plan.LostLifeMillionths);
        writer.WriteNumber("costMicros", plan.CostMicros);
        writer.WriteBoolean("isProvenBest", plan.IsProvenBest);
        writer.WriteStartArray("visits");
        foreach (var visit in plan.Visits.Take(shown))
        {
            writer.WriteStartObject();
            writer.WriteNumber("kilometers", visit.Odometer.Kilometers);
            writer.WriteString("date", LocalDatePattern.Iso.Format(visit.Date));
            writer.WriteStartArray("services");
            foreach (var one in visit.Services)
            {
                writer.WriteStartObject();
                writer.WriteString("component", one.Service.Component.Id);
                writer.WriteString("action", one.Service.Action.ToString());
                writer.WriteBoolean("isPulledForward", one.IsPulledForward);
                writer.WriteNumber("earlyKilometers", one.EarlyKilometers);
                writer.WriteNumber("earlyDays", one.EarlyDays);
                writer.WriteNumber("lostLifeMillionths", one.LostLifeMillionths);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("askFirst");
        foreach (var service in plan.AskFirst)
            writer.WriteStringValue(service.Component.Id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
