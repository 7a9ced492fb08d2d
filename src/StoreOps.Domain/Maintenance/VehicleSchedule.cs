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
    private readonly DueWeights _weights;
    private readonly int _registrationDay;

    internal VehicleSchedule(MaintenanceSchedule schedule, Vehicle vehicle, ResolvedRule[] rules, PlanningOptions options)
    {
        Schedule = schedule;
        Vehicle = vehicle;
        _rules = rules;
        _weights = new DueWeights(options);
        _registrationDay = vehicle.FirstRegistration is { } date ? Calendar.ToDay(date) : Calendar.NoDay;
    }

    /// <summary>Gets the schedule.</summary>
    public MaintenanceSchedule Schedule { get; }

    /// <summary>Gets the vehicle.</summary>
    public Vehicle Vehicle { get; }

    /// <summary>Gets the number of rules: how long the spans of <see cref="Plan(LocalDate, Odometer, ReadOnlySpan{LastService}, Span{ServiceDue})"/> are.</summary>
    public int Count => _rules.Length;

    /// <summary>Gets the limits that hold for a rule on this vehicle.</summary>
    /// <param name="ruleIndex">The place of the rule in the schedule.</param>
    /// <returns>The limits, severe use and market applied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public ServiceLimits LimitsOf(int ruleIndex) => RuleAt(ruleIndex).Limits;

    /// <summary>Gets the limits that hold for a rule on this vehicle at an age and an odometer.</summary>
    /// <param name="ruleIndex">The place of the rule in the schedule.</param>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometer">The odometer.</param>
    /// <returns>The limits, severe use by age or odometer applied as well.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public ServiceLimits LimitsOf(int ruleIndex, LocalDate today, Odometer odometer) =>
        AsOf(RuleAt(ruleIndex), Calendar.ToDay(today), odometer.Kilometers).Limits;

    /// <summary>Tells for each rule where it stands. Allocates nothing.</summary>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometer">Today's odometer.</param>
    /// <param name="last">When the service of each rule was last done, in the order of the rules.</param>
    /// <param name="due">Receives where each rule stands, in the order of the rules.</param>
    /// <exception cref="ArgumentException">A span is not as long as there are rules.</exception>
    public void Plan(LocalDate today, Odometer odometer, ReadOnlySpan<LastService> last, Span<ServiceDue> due) =>
        Plan(today, odometer, last, default, due);

    /// <summary>Tells for each rule where it stands, with what indicators, measurements, events and other meters say. Allocates nothing.</summary>
    /// <param name="today">The day at the shop.</param>
    /// <param name="odometer">Today's odometer.</param>
    /// <param name="last">When the service of each rule was last done, in the order of the rules.</param>
    /// <param name="signals">What else is known of each rule, in the order of the rules; empty for nothing.</param>
    /// <param name="due">Receives where each rule stands, in the order of the rules.</param>
    /// <exception cref="ArgumentException">A span is not as long as there are rules.</exception>
    public void Plan(LocalDate today, Odometer odometer, ReadOnlySpan<LastService> last, ReadOnlySpan<ServiceSignal> signals, Span<ServiceDue> due)
    {
        if (last.Length != _rules.Length || due.Length != _rules.Length)
            throw new ArgumentException("Both spans are as long as the schedule has rules.", last.Length != _rules.Length ? nameof(last) : nameof(due));
        if (signals.Length != 0 && signals.Length != _rules.Length)
            throw new ArgumentException("Signals are empty or as long as the schedule has rules.", nameof(signals));
        var day = Calendar.ToDay(today);
        var adder = default(Calendar.MonthAdder);
        for (var i = 0; i < _rules.Length; i++)
            due[i] = Judge(i, day, odometer.Kilometers, last[i], signals.IsEmpty ? default : signals[i], ref adder);
        for (var i = 0; i < _rules.Length; i++)
        {
            var replacement = _rules[i].Replacement;
            if (replacement >= 0 && due[i].IsDue && due[replacement].IsDue)
                due[i] = due[i] with { Reason = PlanReason.IncludedInReplacement };
        }
    }

    /// <summary>Computes where each rule is next due, for a nightly run over many vehicles.</summary>
    /// <param name="today">The day from which on the points are to hold.</param>
    /// <param name="odometer">The odometer from which on the points are to hold.</param>
    /// <param name="last">When the service of each rule was last done, in the order of the rules.</param>
    /// <returns>The points; compile them again after a service, and when <see cref="DuePoints.HoldsAt"/> says so.</returns>
    /// <exception cref="ArgumentException"><paramref name="last"/> is not as long as there are rules.</exception>
    public DuePoints Compile(LocalDate today, Odometer odometer, ReadOnlySpan<LastService> last)
    {
        if (last.Length != _rules.Length)
            throw new ArgumentException("The span is as long as the schedule has rules.", nameof(last));
        var day = Calendar.ToDay(today);
        var facts = new int[(_rules.Length + DueLane.Width - 1) / DueLane.Width * DueLane.Size];
        var (validToKilometers, validToDay) = (int.MaxValue, int.MaxValue);
        var adder = default(Calendar.MonthAdder);
        for (var i = 0; i < _rules.Length; i++)
        {
            var lane = new DueLane(facts, i / DueLane.Width);
            if (_rules[i].More?.Aged is { } aged && odometer.Kilometers < aged.FromKilometers && day < aged.FromDay)
                (validToKilometers, validToDay) = (Math.Min(validToKilometers, aged.FromKilometers), Math.Min(validToDay, aged.FromDay));
            ref readonly var rule = ref AsOf(_rules[i], day, odometer.Kilometers);
            if (rule.Fixed != PlanReason.None)
            {
                lane.Set(i % DueLane.Width, default, default, default, DueLane.Fixed | (int)rule.FixedStatus);
                continue;
            }

            var question = Ask(i, rule, day, odometer.Kilometers, last[i], default, ref adder, out var upcoming);
            lane.Set(i % DueLane.Width, question.Point, _weights.Kilometers(rule.More, upcoming), _weights.Days(rule.More, question.SpanMonths), DueWeights.FlagsOf(question));
        }

        return new DuePoints(facts, _rules.Length, validToKilometers, validToDay);
    }

    private static ref readonly ResolvedRule AsOf(in ResolvedRule rule, int today, int kilometers)
    {
        if (rule.More?.Aged is { } aged && (kilometers >= aged.FromKilometers || today >= aged.FromDay))
            return ref aged.Resolved;
        return ref rule;
    }

    // An early service counts for the point ahead of it: within the maker's own window where one is stated, else within the upcoming window.
    private DuePoint NextPoint(in ResolvedRule rule, in LastService last, int upcomingKilometers, ref Calendar.MonthAdder adder)
    {
        var limits = rule.Limits;
        var kilometers = DuePoint.None;
        var day = Calendar.NoDay;
        if (!last.IsRecorded)
        {
            kilometers = limits.FirstDueKilometers ?? DuePoint.None;
            if (limits.FirstDueMonths is { } months && _registrationDay != Calendar.NoDay)
                day = adder.Add(_registrationDay, months);
        }
        else
        {
            if (last.Kilometers is { } done)
                kilometers = NextKilometers(rule, done, (long)done + (rule.More?.Tolerance.Kilometers ?? upcomingKilometers));
            if (last.Day != Calendar.NoDay && limits.EveryMonths is { } months)
                day = rule.Anchor == IntervalAnchor.DuePoint && _registrationDay != Calendar.NoDay
                    ? NextDay(limits, months, last.Day + _weights.EarlyDays(rule.More, months), ref adder)
                    : adder.Add(last.Day, months);
        }

        return new DuePoint(kilometers, day, NextMeter(rule.More?.Meter, last));
    }

    private static int NextKilometers(in ResolvedRule rule, int done, long reached)
    {
        var limits = rule.Limits;
        var from = (int)Math.Min(reached, int.MaxValue - 1);
        if (rule.More is { Points.IsEmpty: false } listed)
            return DueSequence.NextOf(listed.Points, listed.DoPointsRepeat, from);
        if (limits.EveryKilometers is not { } every)
            return DuePoint.None;
        return rule.Anchor switch
        {
            IntervalAnchor.Grid => DueSequence.NextOnGrid(limits.FirstDueKilometers!.Value, every, from),
            IntervalAnchor.DuePoint => DueSequence.NextFrom(limits.FirstDueKilometers!.Value, every, from),
            _ => done + every,
        };
    }

    private static int NextMeter(MeterLimit? limit, in LastService last) =>
        limit is null ? DuePoint.None
        : last.Meter is { } done ? (int)Math.Min((long)done + limit.Every, int.MaxValue - 1)
        : last.IsRecorded ? DuePoint.None : limit.First ?? limit.Every;

    // The due days stand in a row from first registration: the first past the one that the service was done for.
    private int NextDay(ServiceLimits limits, int everyMonths, int from, ref Calendar.MonthAdder adder)
    {
        var first = limits.FirstDueMonths!.Value;
        var months = first + (Math.Max(0, (from - _registrationDay) / 31 - first) / everyMonths * everyMonths);
        var day = adder.Add(_registrationDay, months);
        while (day <= from && day < Calendar.LastDay)
            day = adder.Add(_registrationDay, months += everyMonths);
        return day;
    }

    private ServiceDue Judge(int index, int today, int kilometers, in LastService last, in ServiceSignal signal, ref Calendar.MonthAdder adder)
    {
        ref readonly var rule = ref AsOf(_rules[index], today, kilometers);
        if (rule.Fixed != PlanReason.None)
            return new ServiceDue(index, rule.FixedStatus, rule.Fixed);
        if (rule.More is null && !signal.IsCalling && !last.IsElsewhere && rule.Anchor != IntervalAnchor.DuePoint)
            return Usual(index, rule, today, kilometers, last, ref adder);
        var question = Ask(index, rule, today, kilometers, last, signal, ref adder, out var upcoming);
        return _weights.Weigh(question, upcoming);
    }

    // Nine rules of ten have an interval and nothing else: the same answer as the general one, by the shortest way.
    private ServiceDue Usual(int index, in ResolvedRule rule, int today, int kilometers, in LastService last, ref Calendar.MonthAdder adder)
    {
        var limits = rule.Limits;
        var isRecorded = last.IsRecorded;
        if (isRecorded && limits.EveryKilometers is null && limits.EveryMonths is null)
            return new ServiceDue(index, MaintenanceStatus.Ok, PlanReason.DoneOnce);
        var spanKilometers = isRecorded ? limits.EveryKilometers : limits.FirstDueKilometers;
        var spanMonths = isRecorded ? limits.EveryMonths : limits.FirstDueMonths;
        var upcoming = _weights.UpcomingKilometers(spanKilometers);
        var dueKilometers = DuePoint.None;
        if (spanKilometers is { } span)
        {
            if (!isRecorded)
                dueKilometers = span;
            else if (last.Kilometers is { } done)
                dueKilometers = rule.Anchor == IntervalAnchor.Grid ? DueSequence.NextOnGrid(limits.FirstDueKilometers!.Value, span, done + upcoming) : done + span;
        }

        var fromDay = isRecorded ? last.Day : _registrationDay;
        var dueDay = spanMonths is { } months && fromDay != Calendar.NoDay ? adder.Add(fromDay, months) : Calendar.NoDay;
        return _weights.Usual(index, isRecorded, new DuePoint(dueKilometers, dueDay, DuePoint.None), kilometers, today, spanKilometers, spanMonths, upcoming);
    }

    private DueQuestion Ask(
        int index, in ResolvedRule rule, int today, int kilometers, in LastService last, in ServiceSignal signal, ref Calendar.MonthAdder adder, out int upcomingKilometers)
    {
        var limits = rule.Limits;
        var spanKilometers = last.IsRecorded ? limits.EveryKilometers ?? PointSpan(rule.More) : limits.FirstDueKilometers;
        var spanMonths = last.IsRecorded ? limits.EveryMonths : limits.FirstDueMonths;
        upcomingKilometers = _weights.UpcomingKilometers(spanKilometers);
        var point = NextPoint(rule, last, upcomingKilometers, ref adder);
        return new DueQuestion(index, rule, last, signal, point, kilometers, today, spanKilometers, spanMonths);
    }

    private static int? PointSpan(RuleFeatures? more) => more is { Points.IsEmpty: false } listed ? listed.Points[0] : null;

    private ref readonly ResolvedRule RuleAt(int ruleIndex)
    {
        if (ruleIndex < 0 || ruleIndex >= _rules.Length)
            throw new ArgumentOutOfRangeException(nameof(ruleIndex), ruleIndex, "The schedule has no such rule.");
        return ref _rules[ruleIndex];
    }
}
