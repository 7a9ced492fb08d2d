using StoreOps.Domain.Maintenance;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Parts;

/// <summary>A catalog and what was learned, as arrays over the item's place in the catalog: built once, read by many threads.</summary>
internal sealed class CompiledModel
{
    private readonly Dictionary<string, int> _places;

    public CompiledModel(MaintenanceCatalog catalog, CoPurchaseCounts counts, RecommenderOptions options)
    {
        Items = [.. catalog.Items];
        Orders = counts.Orders;
        _places = new Dictionary<string, int>(Items.Length, StringComparer.Ordinal);
        for (var i = 0; i < Items.Length; i++)
            _places.Add(Items[i].Id, i);

        OrdersWith = new long[Items.Length];
        foreach (var item in counts.Items)
        {
            if (_places.TryGetValue(item.ItemId, out var place))
                OrdersWith[place] = item.Orders;
        }

        BaseRates = [.. OrdersWith.Select(with => (with + (options.BaseRateWeight * options.BaseRatePrior)) / (counts.Orders + options.BaseRateWeight))];
        BaseLogOdds = [.. BaseRates.Select(LogOdds)];
        Required = [.. Items.Select((_, place) => RequiredBy(place))];
        Together = [.. Items.Select((item, place) => Targets(item, RelationKind.Together).Where(other => other != place && !Required[place].Contains(other)).ToArray())];
        Excluded = [.. Items.Select((_, place) => ExcludedBy(place))];
        Partners = PartnersOf(counts, options);
    }

    public MaintenanceItem[] Items { get; }

    public long Orders { get; }

    public long[] OrdersWith { get; }

    public double[] BaseRates { get; }

    public double[] BaseLogOdds { get; }

    /// <summary>Gets, for each item, those it cannot be serviced without, over any number of steps.</summary>
    public int[][] Required { get; }

    public int[][] Together { get; }

    /// <summary>Gets, for each item, those not to be offered once it is on the order.</summary>
    public int[][] Excluded { get; }

    /// <summary>Gets, for each item, those sold with it more often than without.</summary>
    public Partner[][] Partners { get; }

    public int Find(string? itemId) => itemId is not null && _places.TryGetValue(itemId, out var place) ? place : -1;

    private static double LogOdds(double probability) => Math.Log(probability / (1.0 - probability));

    private int[] Targets(MaintenanceItem item, RelationKind kind) =>
        [.. item.Relations.Where(relation => relation.Kind == kind).Select(relation => Find(relation.ItemId)).Where(place => place >= 0).Distinct()];

    private int[] RequiredBy(int place)
    {
        var reached = new List<int>();
        var open = new Queue<int>(Targets(Items[place], RelationKind.Requires));
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            if (next == place || reached.Contains(next))
                continue;
            reached.Add(next);
            foreach (var further in Targets(Items[next], RelationKind.Requires))
                open.Enqueue(further);
        }

        return [.. reached];
    }

    private int[] ExcludedBy(int place)
    {
        var id = Items[place].Id;
        var conflicting = Enumerable.Range(0, Items.Length)
            .Where(other => Items[other].Relations.Any(relation => relation.Kind == RelationKind.Conflicts && relation.ItemId == id));
        return
        [
            .. Targets(Items[place], RelationKind.Suppresses)
                .Concat(Targets(Items[place], RelationKind.Includes))
                .Concat(Targets(Items[place], RelationKind.Conflicts))
                .Concat(conflicting)
                .Distinct(),
        ];
    }

    // Only what is sold together more often than apart: that two items seldom meet may be the shop's habit of offering, not the customer's wish.
    private Partner[][] PartnersOf(CoPurchaseCounts counts, RecommenderOptions options)
    {
        var rows = Items.Select(_ => new List<Partner>()).ToArray();
        foreach (var pair in counts.Pairs)
        {
            var (first, second) = (Find(pair.FirstItemId), Find(pair.SecondItemId));
            if (first < 0 || second < 0)
                continue;
            Add(first, second, pair.Orders);
            Add(second, first, pair.Orders);
        }

        return [.. rows.Select(row => row.OrderBy(partner => partner.Place).ToArray())];

        void Add(int context, int candidate, long both)
        {
            var given = (both + (options.CoPurchaseWeight * BaseRates[candidate])) / (OrdersWith[context] + options.CoPurchaseWeight);
            var lift = LogOdds(given) - BaseLogOdds[candidate];
            if (lift > 0)
                rows[context].Add(new Partner(candidate, both, lift));
        }
    }

    /// <summary>An item often sold with another.</summary>
    /// <param name="Place">The item.</param>
    /// <param name="Orders">On how many orders both stood.</param>
    /// <param name="Lift">What the other one adds to its log-odds.</param>
    internal readonly record struct Partner(int Place, long Orders, double Lift);
}
