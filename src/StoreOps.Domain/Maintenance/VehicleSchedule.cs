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
    private readonly CountedRule[] _counted;
    private readonly int _registrationDay;

    internal VehicleSchedule(MaintenanceSchedule schedule, Vehicle vehicle, ResolvedRule[] rules, PlanningOptions options)
    {
        Schedule = schedule;
        Vehicle = vehicle;
        _rules = rules;
        _counted = new CountedRule[rules.Length];
        for (var i = 0; i < rules.Length; i++)
            _counted[i] = new CountedRule(rules[i], options);
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
        RuleAt(ruleIndex) is { More.Aged: { } aged } && (odometer.Kilometers >= aged.FromKilometers || Calendar.ToDay(today) >= aged.FromDay)
            ? aged.Resolved.Limits
            : RuleAt(ruleIndex).Limits;

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
        var none = default(ServiceSignal);
        for (var i = 0; i < _counted.Length; i++)
            Judge(i, day, odometer.Kilometers, last[i], in signals.IsEmpty ? ref none : ref signals[i], ref adder, out due[i]);
        for (var i = 0; i < _counted.Length; i++)
        {
            var replacement = _counted[i].Replacement;
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
        var facts = new DueFacts[_counted.Length];
        var (validToKilometers, validToDay) = (int.MaxValue, int.MaxValue);
        var adder = default(Calendar.MonthAdder);
        for (var i = 0; i < _counted.Length; i++)
        {
            if (_counted[i].Aged is { } aged && odometer.Kilometers < aged.FromKilometers && day < aged.FromDay)
                (validToKilometers, validToDay) = (Math.Min(validToKilometers, aged.FromKilometers), Math.Min(validToDay, aged.FromDay));
            ref readonly var rule = ref CountedRule.AsOf(_counted[i], day, odometer.Kilometers);
            if (rule.Fixed != PlanReason.None)
            {
                facts[i] = new DueFacts(default, default, default, DueFacts.Fixed | (int)rule.FixedStatus);
                continue;
            }

            var point = NextPoint(rule, last[i], ref adder);
            ref readonly var span = ref CountedRule.SpanOf(rule, last[i].IsRecorded);
            facts[i] = new DueFacts(point, rule.WindowKilometers(span), rule.WindowDays(span), DueWeights.FlagsOf(rule, last[i], point));
        }

        return new DuePoints(facts, day, odometer.Kilometers, validToKilometers, validToDay);
    }

    private void Judge(int index, int today, int kilometers, in LastService last, in ServiceSignal signal, ref Calendar.MonthAdder adder, out ServiceDue due)
    {
        ref readonly var rule = ref CountedRule.AsOf(_counted[index], today, kilometers);
        if (rule.Fixed != PlanReason.None)
            due = new ServiceDue(index, rule.FixedStatus, rule.Fixed);
        else
            DueWeights.Weigh(index, rule, last, signal, NextPoint(rule, last, ref adder), kilometers, today, out due);
    }

    // An early service counts for the point ahead of it: within the maker's own window where one is stated, else within the upcoming window.
    private DuePoint NextPoint(in CountedRule rule, in LastService last, ref Calendar.MonthAdder adder)
    {
        var isRecorded = last.IsRecorded;
        ref readonly var span = ref CountedRule.SpanOf(rule, isRecorded);
        var kilometers = span.Kilometers == 0 ? DuePoint.None : isRecorded ? NextKilometers(rule, span, last) : span.Kilometers;
        var fromDay = isRecorded ? last.Day : _registrationDay;
        var day = DuePoint.None;
        if (span.Months != 0 && fromDay != Calendar.NoDay)
        {
            day = isRecorded && rule.Anchor == IntervalAnchor.DuePoint && _registrationDay != Calendar.NoDay
                ? NextDay(CountedRule.SpanOf(rule, isRecorded: false).Months, span.Months, fromDay + span.ReachDays, ref adder)
                : adder.Add(fromDay, span.Months);
        }

        return new DuePoint(kilometers, day, rule.More?.Meter is { } meter ? NextMeter(meter, last) : DuePoint.None);
    }

    private static int NextKilometers(in CountedRule rule, in DueSpan span, in LastService last)
    {
        if (last.Kilometers is not { } done)
            return DuePoint.None;
        if (rule.Anchor == IntervalAnchor.LastDone && rule.EveryKilometers != 0)
            return done + rule.EveryKilometers;
        var from = (int)Math.Min((long)done + span.ReachKilometers, int.MaxValue - 1);
        if (rule.EveryKilometers == 0)
            return DueSequence.NextOf(rule.More!.Points, rule.More.DoPointsRepeat, from);
        var first = CountedRule.SpanOf(rule, isRecorded: false).Kilometers;
        return rule.Anchor == IntervalAnchor.Grid
            ? DueSequence.NextOnGrid(first, rule.EveryKilometers, from)
            : DueSequence.NextFrom(first, rule.EveryKilometers, from);
    }

    private static int NextMeter(MeterLimit limit, in LastService last) =>
        last.Meter is { } done ? (int)Math.Min((long)done + limit.Every, int.MaxValue - 1)
        : last.IsRecorded ? DuePoint.None : limit.First ?? limit.Every;

    // The due days stand in a row from first registration: the first past the one that the service was done for.
    private int NextDay(int firstMonths, int everyMonths, int from, ref Calendar.MonthAdder adder)
    {
        var months = firstMonths + (Math.Max(0, (from - _registrationDay) / 31 - firstMonths) / everyMonths * everyMonths);
        var day = adder.Add(_registrationDay, months);
        while (day <= from && day < Calendar.LastDay)
            day = adder.Add(_registrationDay, months += everyMonths);
        return day;
    }

    private ref readonly ResolvedRule RuleAt(int ruleIndex)
    {
        if (ruleIndex < 0 || ruleIndex >= _rules.Length)
            throw new ArgumentOutOfRangeException(nameof(ruleIndex), ruleIndex, "The schedule has no such rule.");
        return ref _rules[ruleIndex];
    }
}
