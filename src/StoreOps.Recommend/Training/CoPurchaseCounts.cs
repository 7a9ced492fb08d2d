using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Orders;

namespace StoreOps.Recommend.Training;

/// <summary>Which maintenance items were sold together on past work orders. Immutable; safe for many threads.</summary>
/// <remarks>
/// <para>Counts of disjoint sets of orders add up, so that a chain may learn shop by shop:</para>
/// <list type="bullet">
/// <item><description><c>Merge(a, b)</c> equals <c>Merge(b, a)</c>; <c>Merge(Merge(a, b), c)</c> equals <c>Merge(a, Merge(b, c))</c>.</description></item>
/// <item><description><c>Merge(a, Empty)</c> equals <c>a</c>.</description></item>
/// <item><description><c>Merge(Learn(x), Learn(y))</c> equals <c>Learn(x and y)</c> where no order is in both.</description></item>
/// </list>
/// <para>The identity of the orders learned from is <see cref="Orders"/> and <see cref="Checksum"/>, not the ids themselves: those would
/// outgrow the counts. Merging therefore cannot see that both sides learned from the same order; who shards sees to it that none does.</para>
/// </remarks>
public sealed class CoPurchaseCounts : IEquatable<CoPurchaseCounts>
{
    internal CoPurchaseCounts(long orders, ulong checksum, ImmutableArray<ItemOrders> items, ImmutableArray<PairOrders> pairs)
    {
        Orders = orders;
        Checksum = checksum;
        Items = items;
        Pairs = pairs;
    }

    /// <summary>Gets the counts of no order at all.</summary>
    public static CoPurchaseCounts Empty { get; } = new(0, 0, [], []);

    /// <summary>Gets the number of orders learned from, those without any maintenance item included.</summary>
    /// <value>Zero or above.</value>
    public long Orders { get; }

    /// <summary>Gets the identity of the set of orders: the sum, modulo 2^64, of a 64-bit hash of each order's id.</summary>
    /// <value>Zero for no order. The same whatever the order of learning and merging; an order merged twice changes it.</value>
    public ulong Checksum { get; }

    /// <summary>Gets each item seen, in ordinal order of ids.</summary>
    public ImmutableArray<ItemOrders> Items { get; }

    /// <summary>Gets each pair of items seen on one order, in ordinal order of the first and then the second id.</summary>
    public ImmutableArray<PairOrders> Pairs { get; }

    /// <summary>Learns from orders.</summary>
    /// <param name="orders">The orders, in any order. Several lines of one item count once; lines without an item do not count.</param>
    /// <returns>The counts. An order id given more than once counts as one order with the items of all its copies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="orders"/> is null.</exception>
    public static CoPurchaseCounts Learn(IEnumerable<WorkOrder> orders) => CoPurchaseLearner.Learn(orders, null).Counts;

    /// <summary>Learns from orders up to a day.</summary>
    /// <param name="orders">The orders, in any order.</param>
    /// <param name="asOf">The last day to learn from, at the shop.</param>
    /// <returns>The counts, with what was left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="orders"/> is null.</exception>
    public static CoPurchaseLearning Learn(IEnumerable<WorkOrder> orders, LocalDate asOf) => CoPurchaseLearner.Learn(orders, asOf);

    /// <summary>Adds up the counts of two sets of orders that have no order in common.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other set.</param>
    /// <returns>The counts of both.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OverflowException">A count exceeds 2^63 - 1.</exception>
    public static CoPurchaseCounts Merge(CoPurchaseCounts left, CoPurchaseCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new CoPurchaseCounts(
            left.Orders + right.Orders,
            unchecked(left.Checksum + right.Checksum),
            MergeSorted(left.Items, right.Items, CompareItems, static (a, b) => a with { Orders = a.Orders + b.Orders }),
            MergeSorted(left.Pairs, right.Pairs, ComparePairs, static (a, b) => a with { Orders = a.Orders + b.Orders }));
    }

    /// <summary>Reads counts that <see cref="WriteTo"/> wrote.</summary>
    /// <param name="utf8Json">The file.</param>
    /// <param name="counts">Receives the counts; null when the file was refused.</param>
    /// <param name="issues">Receives everything that is wrong.</param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CoPurchaseCounts? counts, out ImmutableArray<LoadIssue> issues) =>
        CoPurchaseLoader.TryLoad(utf8Json, out counts, out issues);

    /// <summary>Returns on how many orders an item stood.</summary>
    /// <param name="itemId">The item.</param>
    /// <returns>The number of orders; zero for an item never seen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="itemId"/> is null.</exception>
    public long OrdersWith(string itemId)
    {
        ArgumentNullException.ThrowIfNull(itemId);
        var index = Items.BinarySearch(new ItemOrders(itemId, 0), Comparer<ItemOrders>.Create(CompareItems));
        return index < 0 ? 0 : Items[index].Orders;
    }

    /// <summary>Returns on how many orders two items stood together.</summary>
    /// <param name="itemId">An item.</param>
    /// <param name="otherItemId">Another item; both may be given in either order.</param>
    /// <returns>The number of orders; zero for a pair never seen, and the item's own number where both are the same.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public long OrdersWithBoth(string itemId, string otherItemId)
    {
        ArgumentNullException.ThrowIfNull(itemId);
        ArgumentNullException.ThrowIfNull(otherItemId);
        var order = string.CompareOrdinal(itemId, otherItemId);
        if (order == 0)
            return OrdersWith(itemId);
        var sought = order < 0 ? new PairOrders(itemId, otherItemId, 0) : new PairOrders(otherItemId, itemId, 0);
        var index = Pairs.BinarySearch(sought, Comparer<PairOrders>.Create(ComparePairs));
        return index < 0 ? 0 : Pairs[index].Orders;
    }

    /// <summary>Writes the counts as a JSON object that <see cref="TryLoad"/> reads. Equal counts give equal bytes.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", CoPurchaseLoader.SchemaVersion);
        writer.WriteNumber("orders", Orders);
        writer.WriteString("checksum", Checksum.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteStartArray("items");
        foreach (var item in Items)
        {
            writer.WriteStartObject();
            writer.WriteString("item", item.ItemId);
            writer.WriteNumber("orders", item.Orders);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("pairs");
        foreach (var pair in Pairs)
        {
            writer.WriteStartObject();
            writer.WriteString("first", pair.FirstItemId);
            writer.WriteString("second", pair.SecondItemId);
            writer.WriteNumber("orders", pair.Orders);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public bool Equals(CoPurchaseCounts? other) =>
        ReferenceEquals(this, other) || (other is not null && Orders == other.Orders && Checksum == other.Checksum
            && Items.AsSpan().SequenceEqual(other.Items.AsSpan()) && Pairs.AsSpan().SequenceEqual(other.Pairs.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CoPurchaseCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Orders, Checksum, Items.Length, Pairs.Length);

    internal static int CompareItems(ItemOrders one, ItemOrders other) => string.CompareOrdinal(one.ItemId, other.ItemId);

    internal static int ComparePairs(PairOrders one, PairOrders other)
    {
        var first = string.CompareOrdinal(one.FirstItemId, other.FirstItemId);
        return first != 0 ? first : string.CompareOrdinal(one.SecondItemId, other.SecondItemId);
    }

    private static ImmutableArray<T> MergeSorted<T>(ImmutableArray<T> left, ImmutableArray<T> right, Comparison<T> compare, Func<T, T, T> add)
    {
        var merged = ImmutableArray.CreateBuilder<T>(Math.Max(left.Length, right.Length));
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            var order = compare(left[i], right[j]);
            merged.Add(order < 0 ? left[i] : order > 0 ? right[j] : add(left[i], right[j]));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        for (; i < left.Length; i++)
            merged.Add(left[i]);
        for (; j < right.Length; j++)
            merged.Add(right[j]);
        return merged.ToImmutable();
    }
}
