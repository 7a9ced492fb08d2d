using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>What is due on a vehicle, what comes next and what has to be asked first.</summary>
/// <param name="Situation">What the plan was made for.</param>
/// <param name="Match">The schedule, and how closely it was found.</param>
/// <param name="Services">All services of the schedule, in its order.</param>
/// <param name="Findings">Records that were not used, or used with doubt.</param>
public sealed record MaintenancePlan(
    MaintenanceSituation Situation,
    ScheduleMatch Match,
    ImmutableArray<PlannedService> Services,
    ImmutableArray<HistoryFinding> Findings)
{
    /// <summary>Gets what is to be done today: overdue before due, then in the order of the schedule.</summary>
    public ImmutableArray<PlannedService> Due { get; } =
        [.. Services.Where(service => service.IsToDo).OrderByDescending(service => service.Status)];

    /// <summary>Gets what is due soon, in the order of the schedule.</summary>
    public ImmutableArray<PlannedService> Upcoming { get; } =
        [.. Services.Where(service => service.Status == MaintenanceStatus.Upcoming)];

    /// <summary>Gets what has to be asked or looked at first, because nobody recorded it: the longest past its first limit comes first.</summary>
    /// <remarks>One line a component: who asks about its replacement need not ask about its inspection.</remarks>
    public ImmutableArray<PlannedService> AskFirst { get; } =
        [.. Services.Where(IsOpen)
            .GroupBy(service => service.Component.Id, StringComparer.Ordinal)
            .Select(ofOne => ofOne.OrderByDescending(service => service.Action).First())
            .OrderByDescending(service => service.Due.Reason == PlanReason.NoProofOfFirst)
            .ThenByDescending(Lateness)];

    private static bool IsOpen(PlannedService service) => service.Status == MaintenanceStatus.Unknown
        && service.Due.Reason is PlanReason.NoHistory or PlanReason.NoProofOfFirst or PlanReason.RecordIncomplete or PlanReason.NeedsMeasurement;

    // In thousandths of the first interval, so that 50,000 km past 10,000 ranks before 50,000 km past 100,000.
    private static long Lateness(PlannedService service)
    {
        var byKilometers = service.Due.KilometersLeft is { } km ? -km * 1_000L / (service.Limits.FirstDueKilometers ?? 1) : 0;
        var byMonths = service.Due.DaysLeft is { } days ? -days * 1_000L / ((service.Limits.FirstDueMonths ?? 1) * 30L) : 0;
        return Math.Max(byKilometers, byMonths);
    }
}
