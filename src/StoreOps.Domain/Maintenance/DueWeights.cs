namespace StoreOps.Domain.Maintenance;

/// <summary>Weighs the limits of a rule against one another: where it stands, which limit governs and why.</summary>
internal static class DueWeights
{
    private const int None = DuePoint.None;

    public static void Weigh(
        int index, in CountedRule rule, in LastService last, in ServiceSignal signal, in DuePoint point, int kilometers, int today, out ServiceDue due)
    {
        var isRecorded = last.IsRecorded;
        ref readonly var span = ref CountedRule.SpanOf(rule, isRecorded);
        var kilometersLeft = point.Kilometers == None ? None : point.Kilometers - kilometers;
        var daysLeft = point.Day == None ? None : point.Day - today;
        var byKilometers = rule.WindowKilometers(span).StatusOf(kilometersLeft);
        var byDays = rule.WindowDays(span).StatusOf(daysLeft);
        var governing = Governs(byKilometers, byDays, kilometersLeft, daysLeft, span);
        var status = governing == GoverningLimit.None ? MaintenanceStatus.Unknown : (MaintenanceStatus)Math.Max((int)byKilometers, (int)byDays);
        var isHalfKnown = IsHalfKnown(rule, last, span, point);
        var meterLeft = None;
        if (rule.More?.Meter is { } meter)
        {
            if (signal.Meter is { } reading && point.Meter != None)
            {
                meterLeft = point.Meter - reading;
                var byMeter = new DueWindow(meter.Every / 10, 0, meter.Every / 10).StatusOf(meterLeft);
                if (byMeter > status)
                    (status, governing) = (byMeter, GoverningLimit.Meter);
            }
            else
            {
                isHalfKnown = true;
            }
        }

        PlanReason reason;
        if (isRecorded && governing == GoverningLimit.None && !isHalfKnown && rule.IsOnce)
        {
            (status, reason) = (MaintenanceStatus.Ok, PlanReason.DoneOnce);
        }
        else if (!isRecorded && status >= MaintenanceStatus.Due)
        {
            // In the maker's window before the limit nobody can have missed it; at the limit somebody else may have done it.
            var isBefore = status == MaintenanceStatus.Due && kilometersLeft > 0 && daysLeft > 0;
            (status, reason) = isBefore ? (MaintenanceStatus.Upcoming, PlanReason.LimitNear)
                : (MaintenanceStatus.Unknown, rule.More is { IsMandatoryFirst: true } ? PlanReason.NoProofOfFirst : PlanReason.NoHistory);
        }
        else if (isHalfKnown && status < MaintenanceStatus.Due)
        {
            (status, reason) = (MaintenanceStatus.Unknown, HalfKnown(rule, signal, isRecorded));
        }
        else
        {
            reason = status > MaintenanceStatus.Ok ? Pressing(status) : isRecorded ? PlanReason.WithinInterval : PlanReason.FirstNotReached;
        }

        if (signal.Reason != PlanReason.None || last.IsElsewhere || rule.More?.WithoutSignal is not null)
            WithSignal(rule, signal, isRecorded, last.IsElsewhere, ref status, ref reason, ref governing);
        due = new ServiceDue(index, status, reason, governing, point, kilometersLeft, daysLeft, meterLeft);
    }

    /// <summary>Tells for a rule without signals whether the answer never changes, and if not, what it depends on beside the day and the odometer.</summary>
    public static int FlagsOf(in CountedRule rule, in LastService last, in DuePoint point)
    {
        if (rule.More?.WithoutSignal is { } without)
            return DueFacts.Fixed | (int)without.Status;
        var isRecorded = last.IsRecorded;
        var isHalfKnown = IsHalfKnown(rule, last, CountedRule.SpanOf(rule, isRecorded), point) || rule.More?.Meter is not null;
        var isNothingCounted = point.Kilometers == None && point.Day == None;
        if (isNothingCounted && isRecorded && !isHalfKnown && rule.IsOnce)
            return DueFacts.Fixed | (int)(last.IsElsewhere ? MaintenanceStatus.DoneElsewhere : MaintenanceStatus.Ok);
        return (isRecorded ? 0 : DueFacts.Unrecorded) | (isHalfKnown || isNothingCounted ? DueFacts.HalfKnown : 0) | (last.IsElsewhere ? DueFacts.Elsewhere : 0);
    }

    private static bool IsHalfKnown(in CountedRule rule, in LastService last, in DueSpan span, in DuePoint point) =>
        (span.Months != 0 && point.Day == None) || (span.Kilometers != 0 && point.Kilometers == None && !IsListUsedUp(rule, last));

    private static bool IsListUsedUp(in CountedRule rule, in LastService last) =>
        rule.More is { Points.IsEmpty: false, DoPointsRepeat: false } && last.Kilometers is not null;

    private static PlanReason HalfKnown(in CountedRule rule, in ServiceSignal signal, bool isRecorded)
    {
        if (rule.More?.Meter is not null && signal.Meter is null)
            return PlanReason.NeedsMeter;
        return isRecorded ? PlanReason.RecordIncomplete : PlanReason.NeedsRegistration;
    }

    // A signal needs no record: the vehicle or the measurement itself says so.
    private static void WithSignal(
        in CountedRule rule, in ServiceSignal signal, bool isRecorded, bool isElsewhere, ref MaintenanceStatus status, ref PlanReason reason, ref GoverningLimit governing)
    {
        if (signal.IsCalling)
        {
            if (status is not (MaintenanceStatus.InTolerance or MaintenanceStatus.Overdue))
                (status, reason, governing) = (MaintenanceStatus.Due, signal.Reason, GoverningLimit.Signal);
        }
        else if (rule.More?.WithoutSignal is { } without)
        {
            (status, reason) = signal.Reason == PlanReason.MeasurementWithin ? (MaintenanceStatus.Ok, PlanReason.MeasurementWithin) : without;
        }
        else if (isElsewhere && status == MaintenanceStatus.Ok)
        {
            status = MaintenanceStatus.DoneElsewhere;
        }
        else if (isElsewhere && status == MaintenanceStatus.Unknown && !isRecorded)
        {
            (status, reason) = (MaintenanceStatus.DoneElsewhere, PlanReason.DoneElsewhereUndated);
        }
    }

    private static PlanReason Pressing(MaintenanceStatus status) => status switch
    {
        MaintenanceStatus.Overdue => PlanReason.LimitPassed,
        MaintenanceStatus.InTolerance => PlanReason.WithinTolerance,
        MaintenanceStatus.Due => PlanReason.LimitReached,
        _ => PlanReason.LimitNear,
    };

    // The more pressing limit governs; where both are as pressing, the one of which the smaller part is left.
    private static GoverningLimit Governs(MaintenanceStatus byKilometers, MaintenanceStatus byDays, int kilometersLeft, int daysLeft, in DueSpan span)
    {
        if (kilometersLeft == None || daysLeft == None)
            return kilometersLeft != None ? GoverningLimit.Kilometers : daysLeft != None ? GoverningLimit.Months : GoverningLimit.None;
        if (byKilometers != byDays)
            return byKilometers > byDays ? GoverningLimit.Kilometers : GoverningLimit.Months;
        return (long)kilometersLeft * span.Months * 30 <= (long)daysLeft * span.Kilometers ? GoverningLimit.Kilometers : GoverningLimit.Months;
    }
}
