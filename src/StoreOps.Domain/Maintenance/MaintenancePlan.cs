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

    /// <summary>Tells where a line's limits come from: the layer with the last word on its rule, else the schedule.</summary>
    /// <param name="service">A line of this plan.</param>
    /// <returns>Who speaks, and the id and edition of the layer or schedule.</returns>
    /// <remarks>A line that follows another's service has the limits of that one, and so its source.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public LineSource SourceOf(PlannedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        foreach (var change in Match.Changes)
        {
            if (change.IsLatest && IsAbout(change, service))
                return new LineSource(change.Origin, change.LayerId) { Edition = change.Edition };
        }

        return new LineSource(Match.Origin, Match.Schedule.Id) { Edition = Match.Schedule.Edition };
    }

    /// <summary>Tells how far a line is to be trusted: as far as the weakest of its source, its fit to the vehicle and its history.</summary>
    /// <param name="service">A line of this plan.</param>
    /// <returns>
    /// Low where the status is unknown, or the source is. At most medium where no maker's schedule fits, the model year was not
    /// compared, the last service has no record or was done elsewhere, or its odometer was estimated. The source is as good as the schedule
    /// declares, also a layer's own schedule; only where layers have stated every limit of the line is it high, because an override is
    /// its owner's own word and the schedule has none left in it.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public ScheduleConfidence ConfidenceOf(PlannedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var source = IsStatedByLayers(service) ? ScheduleConfidence.High : Match.Schedule.Confidence;
        if (service.Status == MaintenanceStatus.Unknown || source == ScheduleConfidence.Low)
            return ScheduleConfidence.Low;
        var isDoubtful = Match.Level < ScheduleMatchLevel.ModelYear || !service.Last.IsRecorded || service.Last.IsElsewhere || service.Last.IsOdometerEstimated;
        return isDoubtful ? ScheduleConfidence.Medium : source;
    }

    private bool IsAbout(IntervalChange change, PlannedService service) => change.RuleIndex == service.Due.RuleIndex
        || (service.Rule.FollowsComponentId == change.Override.ComponentId && Match.Schedule.Rules[change.RuleIndex].FollowsComponentId is null
            && Services[change.RuleIndex].Limits == service.Limits);

    private bool IsStatedByLayers(PlannedService service)
    {
        var (stated, hard) = (default(ServiceLimits), default(ServiceLimits));
        foreach (var change in Match.Changes)
        {
            if (!IsAbout(change, service))
                continue;
            stated = LayeredIntervals.Replace(stated, change.Override.Limits);
            hard = LayeredIntervals.Replace(hard, change.Override.SevereLimits);
        }

        // A limit that the layers left alone, or one of severe use that is stricter than theirs, is still the schedule's.
        var limits = service.Limits;
        return !(stated.IsEmpty && hard.IsEmpty) && service.Rule.MeterLimit is null
            && IsOneOf(limits.EveryKilometers, stated.EveryKilometers, hard.EveryKilometers)
            && IsOneOf(limits.EveryMonths, stated.EveryMonths, hard.EveryMonths)
            && IsOneOf(limits.FirstKilometers, stated.FirstKilometers, hard.FirstKilometers)
            && IsOneOf(limits.FirstMonths, stated.FirstMonths, hard.FirstMonths);
    }

    private static bool IsOneOf(int? limit, int? stated, int? hard) => limit is null || limit == stated || limit == hard;

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
