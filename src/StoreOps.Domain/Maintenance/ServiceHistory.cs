using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>Finds in the records of a vehicle when the service of each rule was last done.</summary>
internal static class ServiceHistory
{
    public static ImmutableArray<HistoryFinding> Read(
        MaintenanceSituation situation, MaintenanceSchedule schedule, MaintenanceCatalog catalog, Span<LastService> last)
    {
        var findings = ImmutableArray.CreateBuilder<HistoryFinding>();
        foreach (var record in situation.History)
        {
            var used = record;
            if (record.Date > situation.Today)
            {
                findings.Add(new HistoryFinding(record, HistoryFindingKind.DateInFuture));
                continue;
            }

            if (record.Odometer > situation.Odometer)
            {
                findings.Add(new HistoryFinding(record, HistoryFindingKind.OdometerAboveToday));
                used = record with { Odometer = null };
            }

            if (record.Date is null && record.Odometer is null)
                findings.Add(new HistoryFinding(record, HistoryFindingKind.Undated));
            else if (!Apply(used, schedule, catalog, last))
                findings.Add(new HistoryFinding(record, HistoryFindingKind.UnknownComponent));
        }

        return findings.ToImmutable();
    }

    private static bool Apply(ServiceRecord record, MaintenanceSchedule schedule, MaintenanceCatalog catalog, Span<LastService> last)
    {
        var isKnown = catalog.FindComponent(record.ComponentId) is not null;
        var done = new LastService(record.Date, record.Odometer);
        for (var i = 0; i < schedule.Rules.Length; i++)
        {
            var rule = schedule.Rules[i];
            if (!Covers(record.ComponentId, rule.ComponentId, catalog))
                continue;
            isKnown = true;
            if (record.Action.Includes(rule.Action))
                last[i] = last[i].Latest(done);
        }

        return isKnown;
    }

    // A record of an item covers all its finer components; a record of a component covers itself alone.
    private static bool Covers(string recorded, string component, MaintenanceCatalog catalog) =>
        recorded == component || (catalog.FindComponent(component) is { } found && found.ItemIds.Contains(recorded));
}
