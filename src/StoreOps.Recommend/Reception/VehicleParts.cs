using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Reception;

/// <summary>What one vehicle took, in the numbers of a model.</summary>
internal static class VehicleParts
{
    /// <summary>Reads past orders, and of days without one the services done that can mean one part alone.</summary>
    /// <remarks>A record says what was done and not with which brand: where several parts of the model would do, it is left to the plan.</remarks>
    public static PartHistory Of(Arrival arrival, ModelLinks links, MarkedParts fitting)
    {
        var visits = new SortedDictionary<int, Visit>();
        foreach (var order in Known(arrival.PastOrders))
        {
            if (order.Date < arrival.Date)
                Read(order, At(visits, DayNumber.Of(order.Date)), links);
        }

        foreach (var record in Known(arrival.History))
        {
            if (record.Date is not { } date || date >= arrival.Date)
                continue;
            var day = DayNumber.Of(date);
            if (visits.TryGetValue(day, out var known) && known.IsOrder)
                continue;
            if (links.Catalog.FindComponent(record.ComponentId)?.ItemIds is not [var itemId, ..] || links.Catalog.FindItem(itemId) is not { } item
                || record.Action != ModelLinks.MainAction(item) || OnlyOne(links, fitting, item) is not (>= 0 and var part))
                continue;
            var visit = At(visits, day);
            visit.Parts.Add(part);
            if (record.Odometer is { } odometer && !record.IsOdometerEstimated)
                visit.Kilometers = Math.Max(visit.Kilometers, odometer.Kilometers);
        }

        var history = PartHistory.Empty;
        foreach (var visit in visits)
            history = history.WithDay(visit.Key, visit.Value.Kilometers, visit.Value.Parts.ToArray());
        return history;
    }

    /// <summary>Writes the parts and services of an order's lines.</summary>
    public static List<int> OnOrder(ImmutableArray<WorkOrderLine> lines, ModelLinks links)
    {
        var parts = new List<int>(lines.Length);
        foreach (var line in lines)
        {
            if (NumberOf(line, links) is >= 0 and var part && !parts.Contains(part))
                parts.Add(part);
        }

        return parts;
    }

    private static void Read(WorkOrder order, Visit visit, ModelLinks links)
    {
        visit.IsOrder = true;
        if (order.Odometer is { } odometer)
            visit.Kilometers = Math.Max(visit.Kilometers, odometer.Kilometers);
        foreach (var line in Known(order.Lines))
        {
            if (NumberOf(line, links) is >= 0 and var part)
                visit.Parts.Add(part);
        }
    }

    private static int NumberOf(WorkOrderLine line, ModelLinks links)
    {
        if (line.PartId is { } part && links.Model.FindPart(part) is >= 0 and var number)
            return number;
        return line is { Kind: LineKind.Labor, ItemId: { } item } && line.Action is not ServiceAction.Inspect ? links.Model.FindPart(item) : -1;
    }

    private static int OnlyOne(ModelLinks links, MarkedParts fitting, MaintenanceItem item)
    {
        var found = -1;
        foreach (var part in links.OfItem(item.Id))
        {
            if (!links.IsFirstSlot[part] || !fitting.Contains(part))
                continue;
            if (found >= 0)
                return -1;
            found = part;
        }

        return found;
    }

    private static Visit At(SortedDictionary<int, Visit> visits, int day)
    {
        if (!visits.TryGetValue(day, out var visit))
            visits.Add(day, visit = new Visit());
        return visit;
    }

    private static ImmutableArray<T> Known<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private sealed class Visit
    {
        public List<int> Parts { get; } = [];

        public int Kilometers { get; set; } = OrderLog.NoKilometers;

        public bool IsOrder { get; set; }
    }
}
