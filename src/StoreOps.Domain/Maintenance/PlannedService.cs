using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>One line of a maintenance plan.</summary>
/// <param name="Component">What is serviced.</param>
/// <param name="Item">The catalog item it belongs to; null when it belongs to none.</param>
/// <param name="Rule">The rule of the schedule.</param>
/// <param name="Limits">The limits that hold on this vehicle.</param>
/// <param name="Last">When it was last done.</param>
/// <param name="Due">Where it stands.</param>
public sealed record PlannedService(
    MaintenanceComponent Component,
    MaintenanceItem? Item,
    MaintenanceRule Rule,
    ServiceLimits Limits,
    LastService Last,
    ServiceDue Due)
{
    /// <summary>Gets what is done.</summary>
    public ServiceAction Action => Rule.Action;

    /// <summary>Gets where it stands.</summary>
    public MaintenanceStatus Status => Due.Status;

    /// <summary>Returns the next odometer at which the schedule alone has it done, past services aside.</summary>
    /// <param name="kilometers">The odometer to count from; that reading excluded. -1 for the first point.</param>
    /// <returns>The kilometers; null when the rule counts none, or none any more.</returns>
    public int? NextScheduledKilometers(int kilometers)
    {
        if (Limits.EveryKilometers is null && !Rule.PointsKilometers.IsEmpty)
            return Known(DueSequence.NextOf(Rule.PointsKilometers, Rule.DoPointsRepeat, Math.Max(0, kilometers)));
        if (Limits.FirstDueKilometers is not { } first)
            return null;
        if (Limits.EveryKilometers is not { } every)
            return kilometers < first ? first : null;
        return Known(Rule.Anchor == IntervalAnchor.Grid ? DueSequence.NextOnGrid(first, every, kilometers) : DueSequence.NextFrom(first, every, kilometers));
    }

    /// <summary>Returns when it will be due, as far as the daily distance tells.</summary>
    /// <param name="today">The day at the shop.</param>
    /// <param name="distance">How far the vehicle is driven a day.</param>
    /// <returns>The forecast; null when nothing is counted, or kilometers alone and the vehicle stands still.</returns>
    public DueForecast? Forecast(LocalDate today, DailyDistance distance) => DueForecast.Of(Due, today, distance);

    /// <summary>Gets a value indicating whether it is to be done today as work of its own.</summary>
    public bool IsToDo => Due.IsDue && Due.Reason != PlanReason.IncludedInReplacement;

    private static int? Known(int point) => point == DuePoint.None ? null : point;
}
