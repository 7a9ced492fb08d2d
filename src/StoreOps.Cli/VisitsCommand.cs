using System.CommandLine;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Cli.Localization;
using StoreOps.Domain;
using StoreOps.Domain.Vehicles;
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
        var spread = new Option<int>("--spread") { Description = "how far the distance a year may be off, in percent: dates are then shown as a range", DefaultValueFactory = _ => 0 };
        var table = new Option<bool>("--table") { Description = "the customer's table instead: items by kilometers and months" };
        var rules = new RuleOptions();
        var json = new Option<bool>("--json") { Description = "for machines" };
        var lang = new Option<string>("--lang") { Description = "zh or en, the language of names", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("visits", "Brings the coming services of a vehicle together into visits.") { perYear, spread, count, table, json, lang, Report(output) };
        vehicle.AddTo(command);
        rules.AddTo(command);
        command.SetAction(parsed =>
        {
            var language = parsed.GetValue(lang) == "zh" ? Language.Chinese : Language.English;
            var maintenance = rules.Plan(parsed, vehicle.Situation(parsed));
            if (parsed.GetValue(table))
            {
                VisitTable.Write(maintenance, InRange("--per-year", parsed.GetValue(perYear), 1, 700_000), parsed.GetValue(json), language, output);
                return StoreOpsTool.Done;
            }

            var plan = VisitPlanner.Plan(maintenance, Distance(parsed.GetValue(perYear), InRange("--spread", parsed.GetValue(spread), 0, 90)));
            var shown = Math.Min(InRange("--visits", parsed.GetValue(count), 1, VisitProblem.MaxVisits), plan.Visits.Length);
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(plan, shown));
            else
                Print(plan, shown, language, output);
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

    private static DailyDistance Distance(int perYear, int spread)
    {
        var expected = MetersPerDay(perYear);
        return new DailyDistance((int)(expected * (100L - spread) / 100), expected, (int)(expected * (100L + spread) / 100));
    }

    private static int InRange(string option, int value, int from, int to) =>
        value >= from && value <= to ? value : throw new InputException($"{option} is from {from} to {to}; it was {value}.");

    private static void Print(VisitPlan plan, int shown, Language language, TextWriter output)
    {
        output.WriteLine(shown == 0 ? VisitText.Nothing(language) : VisitText.Title(language, shown));
        foreach (var visit in plan.Visits.Take(shown))
        {
            output.WriteLine(VisitText.Visit(
                language, VisitText.Between(language, Month(visit.Date), Month(visit.Earliest), Month(visit.Latest)), Number(visit.Odometer.Kilometers)));
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
            writer.WriteString("earliest", LocalDatePattern.Iso.Format(visit.Earliest));
            writer.WriteString("latest", LocalDatePattern.Iso.Format(visit.Latest));
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
