namespace StoreOps.Domain.Maintenance;

/// <summary>Weighs the limits of a rule against one another: where it stands, which limit governs and why.</summary>
internal sealed class DueWeights(PlanningOptions options)
{
    public int UpcomingKilometers(int? span) => Math.Min(options.UpcomingKilometers, (span ?? 0) / 4);

    public int UpcomingDays(int? months) => Math.Min(options.UpcomingDays, (months ?? 0) * 30 / 4);

    /// <summary>How many days before its day a service counts for that day.</summary>
    public int EarlyDays(RuleFeatures? more, int months) => more?.Tolerance.Days ?? UpcomingDays(months);

    public ServiceDue Weigh(in DueQuestion ask, int upcomingKilometers)
    {
        var more = ask.More;
        int? kilometersLeft = ask.Point.Kilometers == DuePoint.None ? null : ask.Point.Kilometers - ask.Kilometers;
        int? daysLeft = ask.Point.Day == Calendar.NoDay ? null : ask.Point.Day - ask.Today;
        var byKilometers = kilometersLeft is { } km ? Kilometers(more, upcomingKilometers).StatusOf(km) : MaintenanceStatus.Unknown;
        var byMonths = daysLeft is { } days ? Days(more, ask.SpanMonths).StatusOf(days) : MaintenanceStatus.Unknown;

        var status = (MaintenanceStatus)Math.Max((int)byKilometers, (int)byMonths);
        var governing = Governs(byKilometers, byMonths, kilometersLeft, daysLeft, ask.SpanKilometers, ask.SpanMonths);
        var isHalfKnown = IsHalfKnown(ask);

        int? meterLeft = null;
        if (more?.Meter is { } meter)
        {
            if (ask.Signal.Meter is { } reading && ask.Point.Meter != DuePoint.None)
            {
                meterLeft = ask.Point.Meter - reading;
                var byMeter = new DueWindow(meter.Every / 10, 0, meter.Every / 10).StatusOf(meterLeft.Value);
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

    /// <summary>Weighs a rule that has an interval and nothing else.</summary>
    public ServiceDue Usual(
        int index, bool isRecorded, in DuePoint point, int kilometers, int today, int? spanKilometers, int? spanMonths, int upcomingKilometers)
    {
        int? kilometersLeft = point.Kilometers == DuePoint.None ? null : point.Kilometers - kilometers;
        int? daysLeft = point.Day == Calendar.NoDay ? null : point.Day - today;
        var byKilometers = kilometersLeft is { } km ? new DueWindow(upcomingKilometers, 0, options.ToleranceKilometers).StatusOf(km) : MaintenanceStatus.Unknown;
        var byMonths = daysLeft is { } days ? new DueWindow(UpcomingDays(spanMonths), 0, options.ToleranceDays).StatusOf(days) : MaintenanceStatus.Unknown;
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
        return new ServiceDue(index, status, reason, governing, point, kilometers, today);
    }

    /// <summary>Tells for a question without signals whether the answer never changes, and if not, what it depends on beside the day and the odometer.</summary>
    public static int FlagsOf(in DueQuestion ask)
    {
        if (ask.More?.WithoutSignal is { } without)
            return DueLane.Fixed | (int)without.Status;
        var isHalfKnown = IsHalfKnown(ask) || ask.More?.Meter is not null;
        var isNothingCounted = ask.Point.Kilometers == DuePoint.None && ask.Point.Day == Calendar.NoDay;
        if (isNothingCounted && ask.IsRecorded && !isHalfKnown && IsOnce(ask))
            return DueLane.Fixed | (int)(ask.IsElsewhere ? MaintenanceStatus.DoneElsewhere : MaintenanceStatus.Ok);
        return (ask.IsRecorded ? 0 : DueLane.Unrecorded) | (isHalfKnown || isNothingCounted ? DueLane.HalfKnown : 0) | (ask.IsElsewhere ? DueLane.Elsewhere : 0);
    }

    public DueWindow Kilometers(RuleFeatures? more, int upcoming) =>
        new(upcoming, more?.Tolerance.Kilometers ?? 0, more?.Tolerance.Kilometers ?? options.ToleranceKilometers);

    public DueWindow Days(RuleFeatures? more, int? months) =>
        new(UpcomingDays(months), more?.Tolerance.Days ?? 0, more?.Tolerance.Days ?? options.ToleranceDays);

    private static bool IsHalfKnown(in DueQuestion ask) =>
        (ask.SpanKilometers is not null && ask.Point.Kilometers == DuePoint.None && !IsListUsedUp(ask)) || (ask.SpanMonths is not null && ask.Point.Day == Calendar.NoDay);

    private static bool IsListUsedUp(in DueQuestion ask) => ask.More is { Points.IsEmpty: false, DoPointsRepeat: false } && ask.IsOdometerRecorded;

    private static ServiceDue Decide(in DueQuestion ask, MaintenanceStatus status, GoverningLimit governing, bool isHalfKnown)
    {
        var isRecorded = ask.IsRecorded;
        if (isRecorded && governing == GoverningLimit.None && !isHalfKnown && IsOnce(ask))
            return new ServiceDue(ask.Index, MaintenanceStatus.Ok, PlanReason.DoneOnce);
        PlanReason reason;
        if (!isRecorded && status >= MaintenanceStatus.Due)
        {
            // In the maker's window before the limit nobody can have missed it; at the limit somebody else may have done it.
            var isBefore = status == MaintenanceStatus.Due && ask.Point.Kilometers > ask.Kilometers && ask.Point.Day > ask.Today;
            (status, reason) = isBefore ? (MaintenanceStatus.Upcoming, PlanReason.LimitNear)
                : (MaintenanceStatus.Unknown, ask.More is { IsMandatoryFirst: true } ? PlanReason.NoProofOfFirst : PlanReason.NoHistory);
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
        if (ask.More?.Meter is not null && ask.Signal.Meter is null)
            return PlanReason.NeedsMeter;
        return ask.IsRecorded ? PlanReason.RecordIncomplete : PlanReason.NeedsRegistration;
    }

    private static bool IsOnce(in DueQuestion ask) =>
        ask.IsOnce && ask.More?.Meter is null && ask.More?.WithoutSignal is null && ask.More is not { Points.IsEmpty: false, DoPointsRepeat: true };

    // A signal needs no record: the vehicle or the measurement itself says so.
    private static ServiceDue WithSignal(in DueQuestion ask, ServiceDue due)
    {
        if (ask.Signal.IsCalling)
        {
            return due.Status is MaintenanceStatus.InTolerance or MaintenanceStatus.Overdue
                ? due
                : due with { Status = MaintenanceStatus.Due, Reason = ask.Signal.Reason, Governing = GoverningLimit.Signal };
        }

        if (ask.More?.WithoutSignal is { } without)
        {
            return ask.Signal.Reason == PlanReason.MeasurementWithin
                ? due with { Status = MaintenanceStatus.Ok, Reason = PlanReason.MeasurementWithin }
                : due with { Status = without.Status, Reason = without.Reason };
        }

        if (!ask.IsElsewhere)
            return due;
        if (due.Status == MaintenanceStatus.Ok)
            return due with { Status = MaintenanceStatus.DoneElsewhere };
        return due.Status == MaintenanceStatus.Unknown && !ask.IsRecorded
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
