using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Finds in the records of a vehicle when the service of each rule was last done.</summary>
internal static class HistoryReader
{
    public static ImmutableArray<HistoryFinding> Read(
        MaintenanceSituation situation, MaintenanceSchedule schedule, MaintenanceCatalog catalog, Span<LastService> last)
    {
        var findings = ImmutableArray.CreateBuilder<HistoryFinding>();
        // In one order whatever the host's, so that equal pasts give equal plans.
        foreach (var record in ServiceHistory.Of(situation.History).Records)
        {
            var used = record;
            if (record.Extent == ServiceExtent.Undone)
                continue;
            if (record.Date > situation.Today)
            {
                findings.Add(new HistoryFinding(record, HistoryFindingKind.DateInFuture));
                continue;
            }

            if (record.Odometer > situation.Odometer)
            {
                findings.Add(new HistoryFinding(record, HistoryFindingKind.OdometerAboveToday));
                used = record with { Odometer = null, IsOdometerEstimated = false };
            }

            if (record.Extent == ServiceExtent.Part)
            {
                findings.Add(new HistoryFinding(record, HistoryFindingKind.DoneInPart));
                used = used with { Action = ServiceAction.Inspect };
            }

            if (record.IsOdometerEstimated)
                findings.Add(new HistoryFinding(record, HistoryFindingKind.OdometerEstimated));
            if (record.Date is null && record.Odometer is null && record.Origin == RecordOrigin.Here)
                findings.Add(new HistoryFinding(record, HistoryFindingKind.Undated));
            else if (!Apply(used, schedule, catalog, last))
                findings.Add(new HistoryFinding(record, HistoryFindingKind.UnknownComponent));
        }

        return findings.ToImmutable();
    }

    /// <summary>Tells whether what is said of one component holds for another: of an item for its finer components, of a component for itself alone.</summary>
    public static bool Covers(string stated, string component, MaintenanceCatalog catalog) =>
        stated == component || (catalog.FindComponent(component) is { } found && found.ItemIds.Contains(stated));

    private static bool Apply(ServiceRecord record, MaintenanceSchedule schedule, MaintenanceCatalog catalog, Span<LastService> last)
    {
        var isKnown = catalog.FindComponent(record.ComponentId) is not null;
        for (var i = 0; i < schedule.Rules.Length; i++)
        {
            var rule = schedule.Rules[i];
            if (!Covers(record.ComponentId, rule.ComponentId, catalog))
                continue;
            isKnown = true;
            if (record.Action.Includes(rule.Action))
                last[i] = last[i].Latest(ToLast(record, rule.MeterLimit?.Meter));
        }

        return isKnown;
    }

    private static LastService ToLast(ServiceRecord record, string? meter)
    {
        var done = new LastService(record.Date, record.Odometer)
        {
            IsElsewhere = record.Origin == RecordOrigin.Elsewhere,
            IsOdometerEstimated = record.IsOdometerEstimated,
        };
        if (meter is null)
            return done;
        foreach (var reading in record.Meters)
        {
            if (reading.Meter == meter && reading.Value is >= 0 and < int.MaxValue)
                return done with { Meter = reading.Value };
        }

        return done;
    }
}
