using System.Globalization;
using System.Text;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;
using StoreOps.Recommend.Reception;

namespace StoreOps.Samples.Reception;

/// <summary>The parts of the page that look ahead: the next visits, where every service stands, and the table by kilometers.</summary>
internal sealed class PlanSections(ReceptionSheet sheet, Texts texts, StringBuilder page)
{
    private const int Visits = 3;
    private const int StepKilometers = 5_000;
    private const int LastKilometers = 200_000;
    private const int UsualMetersPerDay = 33_000;
    private const int DaysPerYear = 365;

    private readonly DailyDistance _distance = Distance(sheet) ?? new DailyDistance(UsualMetersPerDay / 2, UsualMetersPerDay, UsualMetersPerDay * 2);
    private readonly bool _isAssumed = Distance(sheet) is null;

    /// <summary>Writes the next three visits, each with its day, its odometer and its work.</summary>
    public void NextVisits()
    {
        var plan = VisitPlanner.Plan(sheet.Plan, _distance);
        if (plan.Visits.IsEmpty)
            return;
        page.Append("<section><h2>").Append(SheetPage.Html(texts.Say($"接下来 {Math.Min(Visits, plan.Visits.Length)} 次到店", $"Your next {Math.Min(Visits, plan.Visits.Length)} visits"))).Append("</h2>\n");
        foreach (var visit in plan.Visits.Take(Visits))
        {
            var works = string.Join(texts.Say("、", ", "), visit.Services.Select(one =>
                $"{texts.Name(one.Service.Component.Name)} {texts.Of(one.Service.Action)}" + (one.IsPulledForward ? texts.Say("（提前）", " (early)") : string.Empty)));
            SheetPage.Row(page, When(visit), works, Texts.Number(visit.Odometer.Kilometers) + " km", isDue: false);
        }

        page.Append("<p class=\"soft\">").Append(SheetPage.Html(texts.Say(
            (_isAssumed ? $"本车读数不足，暂按一般私家车每天 {UsualMetersPerDay / 1_000} km 推算" : $"按本车读数，每年约 {Texts.Number(PerYear)} km 推算") + "；尽量合并到店，不误任何期限。",
            (_isAssumed ? $"The readings do not tell how far this car is driven: {UsualMetersPerDay / 1_000} km a day are assumed, as private cars usually are"
                : $"At about {Texts.Number(PerYear)} km a year by this car's own readings") + "; services are brought together, and no coming limit is passed."))).Append("</p></section>\n");
    }

    /// <summary>Writes every status in both languages, with the services that have it. What is not known is never called late.</summary>
    public void Statuses()
    {
        page.Append("<section><h2>").Append(SheetPage.Html(texts.Say("全部项目的状态", "Where everything stands"))).Append("</h2>\n");
        foreach (var status in Enum.GetValues<MaintenanceStatus>().OrderBy(Rank))
        {
            PlannedService[] services = [.. sheet.Plan.Services.Where(service => service.Status == status)];
            var (chinese, english) = Texts.WordOf(status);
            page.Append("<details><summary class=\"row\"><span>").Append(SheetPage.Html(texts.Say(chinese, english))).Append(" <span class=\"soft\">")
                .Append(SheetPage.Html(texts.Say(english, chinese))).Append("</span></span><span class=\"num\">")
                .Append(services.Length.ToString(CultureInfo.InvariantCulture)).Append("</span></summary>\n");
            foreach (var service in services)
                SheetPage.Row(page, $"{texts.Name(service.Component.Name)} · {texts.Of(service.Action)}", texts.Grounds(service), status == MaintenanceStatus.Unknown ? string.Empty : texts.Left(service), service.IsToDo);
            page.Append("</details>\n");
        }

        page.Append("</section>\n");
    }

    /// <summary>Writes the customer's table: rows are services, columns are kilometers, with the months beneath them.</summary>
    public void KilometerTable()
    {
        var table = MaintenanceTable.Of(sheet.Plan, StepKilometers, LastKilometers, PerYear);
        if (table.Rows.IsEmpty)
            return;
        var now = sheet.Plan.Situation.Odometer.Kilometers / StepKilometers * StepKilometers;
        page.Append("<section><h2>").Append(SheetPage.Html(texts.Say("按里程保养表", "Maintenance by kilometers"))).Append("</h2><div class=\"wide\"><table><thead>");
        HeadRow(table, now, texts.Say("千公里", "1,000 km"), i => Texts.Number(table.Kilometers[i] / 1_000m));
        HeadRow(table, now, texts.Say("月", "months"), i => table.Months[i]?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        page.Append("</thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr><td>").Append(SheetPage.Html($"{texts.Name(row.Service.Component.Name)} {texts.Of(row.Service.Action)}")).Append("</td>");
            for (var i = 0; i < row.IsDoneAt.Length; i++)
                page.Append(table.Kilometers[i] == now ? "<td class=\"now\">" : "<td>").Append(row.IsDoneAt[i] ? "<span class=\"dot\">●</span>" : string.Empty).Append("</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody></table></div></section>\n");
    }

    private int PerYear => Math.Max(1, _distance.ExpectedMeters * DaysPerYear / 1_000_000) * 1_000;

    private void HeadRow(MaintenanceTable table, int now, string title, Func<int, string> cell)
    {
        page.Append("<tr><th>").Append(SheetPage.Html(title)).Append("</th>");
        for (var i = 0; i < table.Kilometers.Length; i++)
            page.Append(table.Kilometers[i] == now ? "<th class=\"now\">" : "<th>").Append(SheetPage.Html(cell(i))).Append("</th>");
        page.Append("</tr>");
    }

    private string When(PlannedVisit visit)
    {
        if (visit.Date <= sheet.Arrival.Date)
            return texts.Say("今天", "Today");
        var (month, first, last) = (Month(visit.Date), Month(visit.Earliest), Month(visit.Latest));
        return texts.Say("约 ", "About ") + month + (first == last ? string.Empty : texts.Say($"（{first} 至 {last}）", $" ({first} to {last})"));
    }

    private static string Month(LocalDate date) => LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM").Format(date);

    // What presses comes first, what does not concern this car last.
    private static int Rank(MaintenanceStatus status) => status switch
    {
        MaintenanceStatus.Overdue => 0,
        MaintenanceStatus.InTolerance => 1,
        MaintenanceStatus.Due => 2,
        MaintenanceStatus.Upcoming => 3,
        MaintenanceStatus.Deferred => 4,
        MaintenanceStatus.Unknown => 5,
        MaintenanceStatus.DoneElsewhere => 6,
        MaintenanceStatus.Ok => 7,
        MaintenanceStatus.NoServiceRequired => 8,
        _ => 9,
    };

    // By the car's own readings; null where they tell nothing.
    private static DailyDistance? Distance(ReceptionSheet sheet)
    {
        var (today, odometer) = (sheet.Arrival.Date, sheet.Plan.Situation.Odometer);
        var log = OdometerLog.From([.. sheet.Arrival.Readings, new OdometerReading(today, odometer)], today: today);
        if (log.TrustedCount < 2 || log.MetersPerDay == 0 || log.Estimate(today.PlusDays(DaysPerYear)) is not { } year)
            return null;
        return new DailyDistance(PerDay(odometer, year.Low), PerDay(odometer, year.Expected), PerDay(odometer, year.High));
    }

    private static int PerDay(Odometer from, Odometer to) => Math.Max(0, to.Kilometers - from.Kilometers) * 1_000 / DaysPerYear;
}
