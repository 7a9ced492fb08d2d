namespace StoreOps.Domain.Maintenance;

/// <summary>One rule, held against today.</summary>
internal readonly ref struct DueQuestion(
    int index, in ResolvedRule rule, in LastService last, in ServiceSignal signal, in DuePoint point, int kilometers, int today, int? spanKilometers, int? spanMonths)
{
    public readonly ResolvedRule Rule = rule;
    public readonly LastService Last = last;
    public readonly ServiceSignal Signal = signal;
    public readonly DuePoint Point = point;

    public int Index { get; } = index;

    public int Kilometers { get; } = kilometers;

    public int Today { get; } = today;

    public int? SpanKilometers { get; } = spanKilometers;

    public int? SpanMonths { get; } = spanMonths;
}

/// <summary>Weighs the limits of a rule against one another: where it stands, which limit governs and why.</summary>
internal sealed class DueWeights(PlanningOptions options)
{
    public int UpcomingKilometers(int? span) => Math.Min(options.UpcomingKilometers, (span ?? 0) / 4);

    public int UpcomingDays(int? months) => Math.Min(options.UpcomingDays, (months ?? 0) * 30 / 4);

    /// <summary>How many days before its day a service counts for that day.</summary>
    public int EarlyDays(RuleFeatures? more, int months) => more?.Tolerance.Days ?? UpcomingDays(months);

    public ServiceDue Weigh(in DueQuestion ask, int upcomingKilometers)
    {
        var more = ask.Rule.More;
        var tolerance = more?.Tolerance ?? default;
        int? kilometersLeft = ask.Point.Kilometers == DuePoint.None ? null : ask.Point.Kilometers - ask.Kilometers;
        int? daysLeft = ask.Point.Day == Calendar.NoDay ? null : ask.Point.Day - ask.Today;
        var byKilometers = kilometersLeft is { } km
            ? StatusOf(km, upcomingKilometers, tolerance.Kilometers ?? 0, tolerance.Kilometers ?? options.ToleranceKilometers)
            : MaintenanceStatus.Unknown;
        var byMonths = daysLeft is { } days
            ? StatusOf(days, UpcomingDays(ask.SpanMonths), tolerance.Days ?? 0, tolerance.Days ?? options.ToleranceDays)
            : MaintenanceStatus.Unknown;

        var status = (MaintenanceStatus)Math.Max((int)byKilometers, (int)byMonths);
        var governing = Governs(byKilometers, byMonths, kilometersLeft, daysLeft, ask.SpanKilometers, ask.SpanMonths);
        var isHalfKnown = (ask.SpanKilometers is not null && kilometersLeft is null && !IsListUsedUp(ask)) || (ask.SpanMonths is not null && daysLeft is null);
        if (more is null && !ask.Signal.IsCalling && !ask.Last.IsElsewhere)
            return Decide(ask, status, governing, isHalfKnown);

        int? meterLeft = null;
        if (more?.Meter is { } meter)
        {
            if (ask.Signal.Meter is { } reading && ask.Point.Meter != DuePoint.None)
            {
                meterLeft = ask.Point.Meter - reading;
                var byMeter = StatusOf(meterLeft.Value, meter.Every / 10, 0, meter.Every / 10);
                if (byMeter > status)
                    (status, governing) = (byMeter, GoverningLimit.Meter);
            }
            else
            {
                isHalfKnown = true;
            }
        }

        return WithSignal(ask, Decide(ask, status, governing, isHalfKnown) with { MeterLeft = meterLeft });
    }

    private static bool IsListUsedUp(in DueQuestion ask) => ask.Rule.More is { Points.IsEmpty: false, DoPointsRepeat: false } && ask.Last.Kilometers is not null;

    private static MaintenanceStatus StatusOf(int left, int upcoming, int early, int late)
    {
        if (left > upcoming && left > early)
            return MaintenanceStatus.Ok;
        if (left > early)
            return MaintenanceStatus.Upcoming;
        if (left >= 0)
            return MaintenanceStatus.Due;
        return left >= -late ? MaintenanceStatus.InTolerance : MaintenanceStatus.Overdue;
    }

    private static ServiceDue Decide(in DueQuestion ask, MaintenanceStatus status, GoverningLimit governing, bool isHalfKnown)
    {
        var isRecorded = ask.Last.IsRecorded;
        if (isRecorded && governing == GoverningLimit.None && !isHalfKnown && IsOnce(ask.Rule))
            return new ServiceDue(ask.Index, MaintenanceStatus.Ok, PlanReason.DoneOnce);
        PlanReason reason;
        if (!isRecorded && status >= MaintenanceStatus.Due)
        {
            // In the maker's window before the limit nobody can have missed it; at the limit somebody else may have done it.
            var isBefore = status == MaintenanceStatus.Due && ask.Point.Kilometers > ask.Kilometers && ask.Point.Day > ask.Today;
            (status, reason) = isBefore ? (MaintenanceStatus.Upcoming, PlanReason.LimitNear)
                : (MaintenanceStatus.Unknown, ask.Rule.More is { IsMandatoryFirst: true } ? PlanReason.NoProofOfFirst : PlanReason.NoHistory);
        }
        else if (isHalfKnown && status < MaintenanceStatus.Due)
        {
            (status, reason) = (MaintenanceStatus.Unknown, HalfKnown(ask));
        }
        else
        {
            reason = ReasonOf(status, isRecorded);
        }

        return new ServiceDue(ask.Index, status, reason, governing, ask.Point, ask.Kilometers, ask.Today);
    }

    private static PlanReason HalfKnown(in DueQuestion ask)
    {
        if (ask.Rule.More?.Meter is not null && ask.Signal.Meter is null)
            return PlanReason.NeedsMeter;
        return ask.Last.IsRecorded ? PlanReason.RecordIncomplete : PlanReason.NeedsRegistration;
    }

    private static bool IsOnce(in ResolvedRule rule) =>
        rule.Limits.EveryKilometers is null && rule.Limits.EveryMonths is null && rule.More?.Meter is null && rule.More?.WithoutSignal is null
        && rule.More is not { Points.IsEmpty: false, DoPointsRepeat: true };

    // A signal needs no record: the vehicle or the measurement itself says so.
    private static ServiceDue WithSignal(in DueQuestion ask, ServiceDue due)
    {
        if (ask.Signal.IsCalling)
        {
            return due.Status is MaintenanceStatus.InTolerance or MaintenanceStatus.Overdue
                ? due
                : due with { Status = MaintenanceStatus.Due, Reason = ask.Signal.Reason, Governing = GoverningLimit.Signal };
        }

        if (ask.Rule.More?.WithoutSignal is { } without)
        {
            return ask.Signal.Reason == PlanReason.MeasurementWithin
                ? due with { Status = MaintenanceStatus.Ok, Reason = PlanReason.MeasurementWithin }
                : due with { Status = without.Status, Reason = without.Reason };
        }

        if (!ask.Last.IsElsewhere)
            return due;
        if (due.Status == MaintenanceStatus.Ok)
            return due with { Status = MaintenanceStatus.DoneElsewhere };
        return due.Status == MaintenanceStatus.Unknown && !ask.Last.IsRecorded
            ? due with { Status = MaintenanceStatus.DoneElsewhere, Reason = PlanReason.DoneElsewhereUndated }
            : due;
    }

    private static PlanReason ReasonOf(MaintenanceStatus status, bool isRecorded) => status switch
    {
        MaintenanceStatus.Overdue => PlanReason.LimitPassed,
        MaintenanceStatus.InTolerance => PlanReason.WithinTolerance,
        MaintenanceStatus.Due => PlanReason.LimitReached,
        MaintenanceStatus.Upcoming => PlanReason.LimitNear,
        _ => isRecorded ? PlanReason.WithinInterval : PlanReason.FirstNotReached,
    };

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
