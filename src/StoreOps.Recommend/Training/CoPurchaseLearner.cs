using NodaTime;

using StoreOps.Domain.Orders;

namespace StoreOps.Recommend.Training;

/// <summary>Counts items and pairs of items over orders.</summary>
internal static class CoPurchaseLearner
{
    public static CoPurchaseLearning Learn(IEnumerable<WorkOrder> orders, LocalDate? asOf)
    {
        ArgumentNullException.ThrowIfNull(orders);
        // Copies of one order are joined rather than the first one kept: the result must not hang on who comes first.
        var itemsOf = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var repeated = new SortedSet<string>(StringComparer.Ordinal);
        var later = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            if (order is null)
                throw new ArgumentException("An order was null.", nameof(orders));
            if (asOf is { } day && order.Date > day)
            {
                later.Add(order.Id);
                continue;
            }

            if (itemsOf.TryGetValue(order.Id, out var items))
                repeated.Add(order.Id);
            else
                itemsOf.Add(order.Id, items = new SortedSet<string>(StringComparer.Ordinal));
            if (order.Lines.IsDefault)
                continue;
            foreach (var line in order.Lines)
            {
                if (!string.IsNullOrEmpty(line.ItemId))
                    items.Add(line.ItemId!);
            }
        }

        return new CoPurchaseLearning(Count(itemsOf), [.. repeated], [.. later]);
    }

    private static CoPurchaseCounts Count(Dictionary<string, SortedSet<string>> itemsOf)
    {
        var single = new Dictionary<string, long>(StringComparer.Ordinal);
        var both = new Dictionary<(string First, string Second), long>();
        var checksum = 0UL;
        foreach (var order in itemsOf)
        {
            checksum = unchecked(checksum + StableHash.Of(order.Key));
            var items = order.Value.ToArray();
            for (var i = 0; i < items.Length; i++)
            {
                single[items[i]] = single.TryGetValue(items[i], out var count) ? count + 1 : 1;
                for (var j = i + 1; j < items.Length; j++)
                    both[(items[i], items[j])] = both.TryGetValue((items[i], items[j]), out var pair) ? pair + 1 : 1;
            }
        }

        var singles = single.Select(one => new ItemOrders(one.Key, one.Value)).ToArray();
        var pairs = both.Select(one => new PairOrders(one.Key.First, one.Key.Second, one.Value)).ToArray();
        Array.Sort(singles, CoPurchaseCounts.CompareItems);
        Array.Sort(pairs, CoPurchaseCounts.ComparePairs);
        return new CoPurchaseCounts(itemsOf.Count, checksum, [.. singles], [.. pairs]);
    }
}
