using System.Collections.Immutable;

using StoreOps.Domain.Orders;

namespace StoreOps.Domain.Maintenance;

/// <summary>Turns the lines of a work order into records of services.</summary>
public static class CompletedWork
{
    /// <summary>Makes the records of an order that was done.</summary>
    /// <param name="order">The order. Lines that serve no item, and lines that the order's own lines contain, make no record.</param>
    /// <param name="extents">How much was done of lines of which not all was, by line id; null for all of everything.</param>
    /// <param name="isOdometerEstimated">Whether the order's odometer was estimated.</param>
    /// <param name="meters">What other meters showed; null for none.</param>
    /// <param name="revision">The version of the order: of two versions of a record the higher holds.</param>
    /// <returns>
    /// A record for each item and action, identified by the order's id and those, so that the same order recorded twice, or again after a
    /// correction, is one service. Of several lines for one item and action the most complete one counts.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is negative.</exception>
    public static ImmutableArray<ServiceRecord> Of(
        WorkOrder order,
        IReadOnlyDictionary<string, ServiceExtent>? extents = null,
        bool isOdometerEstimated = false,
        IEnumerable<MeterReading>? meters = null,
        int revision = 0)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        ImmutableArray<MeterReading> shown = [.. meters ?? []];
        var records = new List<ServiceRecord>();
        foreach (var line in order.Lines)
        {
            if (line.ItemId is not { } item || line.Action is not { } action)
                continue;
            var extent = extents is not null && extents.TryGetValue(line.Id, out var stated) ? stated : ServiceExtent.Whole;
            var at = records.FindIndex(one => one.ComponentId == item && one.Action == action);
            if (at < 0)
                records.Add(RecordOf(order, item, action, extent));
            else if (extent < records[at].Extent)
                records[at] = records[at] with { Extent = extent };
        }

        return [.. records];

        ServiceRecord RecordOf(WorkOrder of, string item, ServiceAction action, ServiceExtent extent) =>
            new(item, action, of.Date, of.Odometer)
            {
                Id = of.Id + "/" + item + "/" + (int)action,
                Revision = revision,
                Extent = extent,
                IsOdometerEstimated = isOdometerEstimated && of.Odometer is not null,
                Meters = shown,
            };
    }
}
