using System.Globalization;
using System.Text;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;

namespace StoreOps.Cli;

/// <summary>All schedules that come with the tool, each on a new vehicle over 200,000 km: our visits beside two simple ways to choose them.</summary>
internal static class VisitReport
{
    // 15,000 km a year, as the report says.
    private const int MetersPerDay = 41_096;

    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly VisitOptions Options = new() { HorizonKilometers = 200_000, HorizonDays = VisitProblem.MaxHorizonDays };

    public static IReadOnlyList<Row> Rows() =>
        [.. ScheduleLibrary.BuiltIn.Schedules.Append(ScheduleLibrary.BuiltIn.Generic).OrderBy(one => one.Id, StringComparer.Ordinal).Select(RowOf)];

    public static string Text(IReadOnlyList<Row> rows)
    {
        var text = new StringBuilder()
            .Append("# Visits over 200,000 km\n\n")
            .Append("Printed by `storeops visits report`: each schedule on a new vehicle, 15,000 km a year, with the default costs of `VisitOptions`\n")
            .Append("(a visit 100, a whole replacement wasted 300, other work 30). Lost: intervals of life thrown away. Each cell: visits / lost / cost.\n")
            .Append("A schedule that states nothing for normal use is measured in all its severe conditions; a row of zeros counts nothing on a new vehicle.\n")
            .Append("Proven: the search for the best plan came to its end within its budget.\n\n")
            .Append("| schedule | ours | each at its due point | grid of base visits | proven |\n|---|---|---|---|---|\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {Cell(row.Ours)} | {Cell(row.DuePoints)} | {Cell(row.Grid)} | {(row.Ours.IsProvenBest ? "yes" : "no")} |\n");
        return text.Append(CultureInfo.InvariantCulture, $"| **all** | {Sum(rows, row => row.Ours)} | {Sum(rows, row => row.DuePoints)} | {Sum(rows, row => row.Grid)} | {rows.Count(row => row.Ours.IsProvenBest)} of {rows.Count} |\n")
            .ToString();
    }

    private static Row RowOf(MaintenanceSchedule schedule)
    {
        var situation = new MaintenanceSituation
        {
            Vehicle = new Vehicle
            {
                Id = "new",
                Make = schedule.Vehicle.Make,
                Model = schedule.Vehicle.Models.FirstOrDefault(),
                ModelYear = schedule.Vehicle.FromModelYear,
                Powertrain = schedule.Vehicle.Powertrains.FirstOrDefault(),
                FirstRegistration = Start,
            },
            Today = Start,
            Odometer = default,
        };
        var match = new ScheduleMatch(schedule, ScheduleMatchLevel.Model);
        var plan = new MaintenancePlanner().Plan(situation, match);
        // Some sources state severe use alone: in normal use they say nothing.
        if (VisitPlanner.Plan(plan, MetersPerDay, Options, VisitMethod.DuePoints).Visits.IsEmpty)
            plan = new MaintenancePlanner().Plan(situation with { SevereUse = [.. schedule.SevereConditions.Select(one => one.Letter)] }, match);
        return new Row(
            schedule.Id,
            VisitPlanner.Plan(plan, MetersPerDay, Options),
            VisitPlanner.Plan(plan, MetersPerDay, Options, VisitMethod.DuePoints),
            VisitPlanner.Plan(plan, MetersPerDay, Options, VisitMethod.Grid));
    }

    private static string Sum(IReadOnlyList<Row> rows, Func<Row, VisitPlan> which) =>
        Cell(rows.Sum(row => which(row).Visits.Length), rows.Sum(row => which(row).LostLifeMillionths), rows.Sum(row => which(row).CostMicros));

    private static string Cell(VisitPlan plan) => Cell(plan.Visits.Length, plan.LostLifeMillionths, plan.CostMicros);

    private static string Cell(int visits, long lost, long cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{visits} / {lost / 1_000_000m:0.0} / {cost / 1_000_000m:0}");

    internal sealed record Row(string Id, VisitPlan Ours, VisitPlan DuePoints, VisitPlan Grid);
}
