namespace StoreOps.Domain.Maintenance;

/// <summary>Finds for each rule what indicators, measurements, events and other meters say, and what the customer put off.</summary>
internal static class SignalReader
{
    public static void Read(
        MaintenanceSituation situation, MaintenanceSchedule schedule, MaintenanceCatalog catalog, ReadOnlySpan<LastService> last, Span<ServiceSignal> signals)
    {
        for (var i = 0; i < signals.Length; i++)
        {
            var rule = schedule.Rules[i];
            signals[i] = new ServiceSignal(ReasonOf(situation, rule, catalog, last[i]), MeterOf(situation, rule.MeterLimit));
        }
    }

    /// <summary>Marks what would be due or upcoming and was put off. What is due by a signal is not: the vehicle itself calls for it.</summary>
    public static void Defer(MaintenanceSituation situation, MaintenanceSchedule schedule, MaintenanceCatalog catalog, Span<ServiceDue> due)
    {
        if (situation.Deferrals.IsEmpty)
            return;
        for (var i = 0; i < due.Length; i++)
        {
            if ((due[i].IsDue || due[i].Status == MaintenanceStatus.Upcoming) && due[i].Governing != GoverningLimit.Signal
                && IsPutOff(situation, schedule.Rules[i], catalog))
            {
                due[i] = due[i] with { Status = MaintenanceStatus.Deferred, Reason = PlanReason.PutOff };
            }
        }
    }

    private static bool IsPutOff(MaintenanceSituation situation, MaintenanceRule rule, MaintenanceCatalog catalog)
    {
        foreach (var deferral in situation.Deferrals)
        {
            if (deferral.Action == rule.Action && deferral.HoldsAt(situation.Today, situation.Odometer)
                && HistoryReader.Covers(deferral.ComponentId, rule.ComponentId, catalog))
            {
                return true;
            }
        }

        return false;
    }

    private static PlanReason ReasonOf(MaintenanceSituation situation, MaintenanceRule rule, MaintenanceCatalog catalog, in LastService last)
    {
        if (!rule.Events.IsEmpty && HasHappened(situation, rule, last))
            return PlanReason.EventHappened;
        var measured = PlanReason.None;
        if (rule.Measurement is { } trigger)
        {
            foreach (var measurement in situation.Measurements)
            {
                if (measurement.Quantity != trigger.Quantity)
                    continue;
                if (trigger.IsReachedBy(measurement.Value))
                    return PlanReason.MeasurementReached;
                measured = PlanReason.MeasurementWithin;
            }
        }

        if (rule.HasIndicator)
        {
            foreach (var lit in situation.IndicatorsOn)
            {
                if (HistoryReader.Covers(lit, rule.ComponentId, catalog))
                    return PlanReason.IndicatorOn;
            }
        }

        return measured;
    }

    // Done on the day of the event or later, the service has answered it.
    private static bool HasHappened(MaintenanceSituation situation, MaintenanceRule rule, in LastService last)
    {
        foreach (var one in situation.Events)
        {
            if (rule.Events.Contains(one.Kind) && one.Date <= situation.Today && !(last.Date >= one.Date))
                return true;
        }

        return false;
    }

    private static int? MeterOf(MaintenanceSituation situation, MeterLimit? limit)
    {
        if (limit is null)
            return null;
        foreach (var reading in situation.Meters)
        {
            if (reading.Meter == limit.Meter && reading.Value >= 0)
                return reading.Value;
        }

        return null;
    }
}
