using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>A schedule resolved for one vehicle: which rules hold, with which limits. Made once, asked often; immutable, safe for many threads.</summary>
/// <remarks>
/// <para>Whichever limit comes first decides; both are reported. Months count from the last service, or from first registration.</para>
/// <para>Without a record a service whose first limit has passed is <see cref="MaintenanceStatus.Unknown"/>, never due: it may have been done elsewhere.</para>
/// </remarks>
public sealed class VehicleSchedule
{
    private readonly ResolvedRule[] _rules;
    private readonly PlanningOptions _options;
    private readonly int _registrationDay;

    internal VehicleSchedule(MaintenanceSchedule schedule, Vehicle vehicle, ResolvedRule[] rules, PlanningOptions options)
    {
        Schedule = schedule;
        Vehicle = vehicle;
        _rules = rules;
        _options = options;
        _registrationDay = vehicle.FirstRegistration is { } date ? Calendar.ToDay(date) : Calendar.NoDay;
    }

    /// <summary>Gets the schedule.</summary>
    public MaintenanceSchedule Schedule { get; }

    /// <summary>Gets the vehicle.</summary>
    public Vehicle Vehicle { get; }

    /// <summary>Gets the number of rules: how long the spans of <see cref="Plan"/> are.</summary>
    public int Count => _rules.Length;

    /// <summary>Gets the limits that hold for a rule on this vehicle.</summary>
    /// <param name="ruleIndex">The place of the rule in the schedule.</param>
    /// <returns>The limits, severe use and market applied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public ServiceLimits LimitsOf(int ruleIndex) => ruleIndex >= 0 && ruleIndex < _rules.Length
        ? _rules[ruleIndex].Limits
        : throw new ArgumentOutOfRangeException(nameof(ruleIndex), ruleIndex, "The schedule has no such rule.");

    /// <summary>Tells for each rule where it stands. Allocates nothing.</summary>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometer">Today's odometer.</param>
    /// <param name="last">When the service of each rule was last done, in the order of the rules.</param>
    /// <param name="due">Receives where each rule stands, in the order of the rules.</param>
    /// <exception cref="ArgumentException">A span is not as long as there are rules.</exception>
    public void Plan(LocalDate today, Odometer odometer, ReadOnlySpan<LastService> last, Span<ServiceDue> due)
    {
        if (last.Length != _rules.Length || due.Length != _rules.Length)
            throw new ArgumentException("Both spans are as long as the schedule has rules.", last.Length != _rules.Length ? nameof(last) : nameof(due));
        var day = Calendar.ToDay(today);
        var adder = default(Calendar.MonthAdder);
        for (var i = 0; i < _rules.Length; i++)
            due[i] = Judge(i, _rules[i], day, odometer.Kilometers, last[i], ref adder);
        for (var i = 0; i < _rules.Length; i++)
        {
            var replacement = _rules[i].Replacement;
            if (replacement >= 0 && due[i].IsDue && due[replacement].IsDue)
                due[i] = due[i] with { Reason = PlanReason.IncludedInReplacement };
        }
    }

    private static int NextOnGrid(ServiceLimits limits, int done, int early)
    {
        var first = limits.FirstDueKilometers!.Value;
        var every = limits.EveryKilometers ?? first;
        // Done a little early, the service counts for the point ahead of it.
        var from = done + early;
        return from < first ? first : ((from / every) + 1) * every;
    }

    private static PlanReason ReasonOf(MaintenanceStatus status, bool isRecorded) => status switch
    {
        MaintenanceStatus.Overdue => PlanReason.LimitPassed,
        MaintenanceStatus.Due => PlanReason.LimitReached,
        MaintenanceStatus.Upcoming => PlanReason.LimitNear,
        _ => isRecorded ? PlanReason.WithinInterval : PlanReason.FirstNotReached,
    };

    private static MaintenanceStatus StatusOf(int left, int upcoming, int tolerance)
    {
        if (left > upcoming)
            return MaintenanceStatus.Ok;
        if (left > 0)
            return MaintenanceStatus.Upcoming;
        return left >= -tolerance ? MaintenanceStatus.Due : MaintenanceStatus.Overdue;
    }

    private ServiceDue Judge(int index, in ResolvedRule rule, int today, int kilometers, LastService last, ref Calendar.MonthAdder adder)
    {
        if (rule.Fixed != PlanReason.None)
            return new ServiceDue(index, rule.FixedStatus, rule.Fixed);
        var limits = rule.Limits;
        var isRecorded = last.IsRecorded;
        if (isRecorded && limits.EveryKilometers is null && limits.EveryMonths is null)
            return new ServiceDue(index, MaintenanceStatus.Ok, PlanReason.DoneOnce);

        var spanKilometers = isRecorded ? limits.EveryKilometers : limits.FirstDueKilometers;
        var spanMonths = isRecorded ? limits.EveryMonths : limits.FirstDueMonths;
        var upcomingKilometers = Math.Min(_options.UpcomingKilometers, (spanKilometers ?? 0) / 4);
        int? dueKilometers = null;
        if (spanKilometers is { } span)
        {
            if (!isRecorded)
                dueKilometers = span;
            else if (last.Kilometers is { } done)
                dueKilometers = rule.Anchor == IntervalAnchor.Grid ? NextOnGrid(limits, done, upcomingKilometers) : done + span;
        }

        var fromDay = isRecorded ? last.Day : _registrationDay;
        var dueDay = spanMonths is { } months && fromDay != Calendar.NoDay ? adder.Add(fromDay, months) : Calendar.NoDay;
        return Weigh(index, isRecorded, kilometers, today, dueKilometers, dueDay, spanKilometers, spanMonths, upcomingKilometers);
    }

    private ServiceDue Weigh(
        int index, bool isRecorded, int kilometers, int today, int? dueKilometers, int dueDay, int? spanKilometers, int? spanMonths, int upcomingKilometers)
    {
        var kilometersLeft = dueKilometers - kilometers;
        int? daysLeft = dueDay == Calendar.NoDay ? null : dueDay - today;
        var byKilometers = kilometersLeft is { } km ? StatusOf(km, upcomingKilometers, _options.ToleranceKilometers) : MaintenanceStatus.Unknown;
        var upcomingDays = Math.Min(_options.UpcomingDays, (spanMonths ?? 0) * 30 / 4);
        var byMonths = daysLeft is { } days ? StatusOf(days, upcomingDays, _options.ToleranceDays) : MaintenanceStatus.Unknown;

        var status = (MaintenanceStatus)Math.Max((int)byKilometers, (int)byMonths);
        var governing = Governs(byKilometers, byMonths, kilometersLeft, daysLeft, spanKilometers, spanMonths);
        var isHalfKnown = (spanKilometers is not null && kilometersLeft is null) || (spanMonths is not null && daysLeft is null);
        PlanReason reason;
        if (!isRecorded && status >= MaintenanceStatus.Due)
            (status, reason) = (MaintenanceStatus.Unknown, PlanReason.NoHistory);
        else if (isHalfKnown && status < MaintenanceStatus.Due)
            (status, reason) = (MaintenanceStatus.Unknown, isRecorded ? PlanReason.RecordIncomplete : PlanReason.NeedsRegistration);
        else
            reason = ReasonOf(status, isRecorded);
        return new ServiceDue(index, status, reason, governing, dueKilometers, kilometersLeft, dueDay, daysLeft);
    }

    // The more pressing limit governs; where both are as pressing, the one of which the smaller part is left.
    private static GoverningLimit Governs(
        MaintenanceStatus byKilometers, MaintenanceStatus byMonths, int? kilometersLeft, int? daysLeft, int? spanKilometers, int? spanMonths)
    {
        if (kilometersLeft is null || daysLeft is null)
            return kilometersLeft is not null ? GoverningLimit.Kilometers : daysLeft is not null ? GoverningLimit.Months : GoverningLimit.None;
        if (byKilometers != byMonths)
            return byKilometers > byMonths ? GoverningLimit.Kilometers : GoverningLimit.Months;
        return (long)kilometersLeft.Value * spanMonths!.Value * 30 <= (long)daysLeft.Value * spanKilometers!.Value
            ? GoverningLimit.Kilometers
            : GoverningLimit.Months;
    }
}
