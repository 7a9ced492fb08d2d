using System.Buffers;
using System.Text;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Orders;
using StoreOps.Recommend.Training;
using StoreOps.Testing;

namespace StoreOps.Recommend.Tests.Training;

public class CoPurchaseCountsTests
{
    [Fact]
    public void Learn_SeveralLinesOfOneItem_CountOnce()
    {
        var counts = CoPurchaseCounts.Learn(
        [
            AnyOrders.Order("1", "b", "a", "a", null),
            AnyOrders.Order("2", "a"),
            AnyOrders.Order("3", null, ""),
        ]);
        Assert.Equal(3, counts.Orders);
        Assert.Equal([new ItemOrders("a", 2), new ItemOrders("b", 1)], counts.Items.ToArray());
        Assert.Equal([new PairOrders("a", "b", 1)], counts.Pairs.ToArray());
        Assert.Equal(1, counts.OrdersWithBoth("b", "a"));
        Assert.Equal(2, counts.OrdersWithBoth("a", "a"));
        Assert.Equal(0, counts.OrdersWith("c"));
        Assert.Equal(0, counts.OrdersWithBoth("a", "c"));
    }

    [Fact]
    public void Learn_AsOf_IgnoresAndReportsLaterAndRepeatedOrders()
    {
        var first = AnyOrders.Order("1", "a");
        var later = AnyOrders.Order("2", "a", "b") with { Date = new LocalDate(2026, 1, 11) };
        var learned = CoPurchaseCounts.Learn([later, first, first], new LocalDate(2026, 1, 10));
        Assert.Equal(CoPurchaseCounts.Learn([first]), learned.Counts);
        Assert.Equal(["2"], learned.LaterOrderIds.ToArray());
        Assert.Equal(["1"], learned.RepeatedOrderIds.ToArray());
        Assert.Equal(2, CoPurchaseCounts.Learn([later, first], new LocalDate(2026, 1, 11)).Counts.Orders);
    }

    [Fact]
    public void Learn_CopiesOfOneOrder_GiveTheSameWhoeverComesFirst()
    {
        var (one, other) = (AnyOrders.Order("1", "a"), AnyOrders.Order("1", "b"));
        Assert.Equal(CoPurchaseCounts.Learn([one, other]), CoPurchaseCounts.Learn([other, one]));
        Assert.Equal(1, CoPurchaseCounts.Learn([one, other]).Orders);
    }

    [Fact]
    public void Learn_AnyOrder_IsTheSame() =>
        Prop.ForAll(AnyOrders.Several.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (orders, seed) =>
        {
            var shuffled = orders.ToArray();
            new Random(seed).Shuffle(shuffled);
            return CoPurchaseCounts.Learn(orders).Equals(CoPurchaseCounts.Learn(shuffled.Concat(shuffled.Take(2))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Learn_EachNumber_IsThatOfCountingByHand() =>
        Prop.ForAll(AnyOrders.Several.ToArbitrary(), orders =>
        {
            var counts = CoPurchaseCounts.Learn(orders);
            return counts.Items.All(item => orders.Count(order => Has(order, item.ItemId)) == item.Orders)
                && counts.Pairs.All(pair => orders.Count(order => Has(order, pair.FirstItemId) && Has(order, pair.SecondItemId)) == pair.Orders)
                && counts.Items.Length == orders.SelectMany(order => order.Lines).Select(line => line.ItemId).OfType<string>().Distinct().Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_SplitAnywhere_IsTheWhole() =>
        Prop.ForAll(AnyOrders.Several.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (orders, percent) =>
        {
            var cut = orders.Length * percent / 100;
            var merged = CoPurchaseCounts.Merge(CoPurchaseCounts.Learn(orders.Take(cut)), CoPurchaseCounts.Learn(orders.Skip(cut)));
            return merged.Equals(CoPurchaseCounts.Learn(orders));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_Laws_Hold() =>
        Prop.ForAll(AnyOrders.Several.ToArbitrary(), AnyOrders.Several.ToArbitrary(), AnyOrders.Several.ToArbitrary(), (x, y, z) =>
        {
            var (a, b, c) = (CoPurchaseCounts.Learn(x), CoPurchaseCounts.Learn(y), CoPurchaseCounts.Learn(z));
            return CoPurchaseCounts.Merge(a, b).Equals(CoPurchaseCounts.Merge(b, a))
                && CoPurchaseCounts.Merge(CoPurchaseCounts.Merge(a, b), c).Equals(CoPurchaseCounts.Merge(a, CoPurchaseCounts.Merge(b, c)))
                && CoPurchaseCounts.Merge(a, CoPurchaseCounts.Empty).Equals(a);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_Contract_Holds() => EqualityContract.Check(
        CoPurchaseCounts.Learn([AnyOrders.Order("1", "a")]),
        CoPurchaseCounts.Learn([AnyOrders.Order("1", "a")]),
        CoPurchaseCounts.Learn([AnyOrders.Order("2", "a")]),
        CoPurchaseCounts.Learn([AnyOrders.Order("1", "b")]),
        CoPurchaseCounts.Empty);

    [Fact]
    public void TryLoad_WhatWasWritten_IsEqual() =>
        Prop.ForAll(AnyOrders.Several.ToArbitrary(), orders =>
        {
            var counts = CoPurchaseCounts.Learn(orders);
            return CoPurchaseCounts.TryLoad(Write(counts), out var loaded, out var issues) && issues.IsEmpty && counts.Equals(loaded);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"schemaVersion":2,"orders":0,"checksum":"0000000000000000","items":[],"pairs":[]}""", "SOT010 $.schemaVersion")]
    [InlineData("""{"schemaVersion":1,"orders":-1,"checksum":"0000000000000000","items":[],"pairs":[]}""", "SOT011 $.orders")]
    [InlineData("""{"schemaVersion":1,"orders":0,"checksum":"00000000000000G0","items":[],"pairs":[]}""", "SOT012 $.checksum")]
    [InlineData("""{"schemaVersion":1,"orders":0,"checksum":"0000000000000001","items":[],"pairs":[]}""", "SOT012 $.checksum")]
    [InlineData("""{"schemaVersion":1,"orders":2,"checksum":"0000000000000001","items":[{"item":"","orders":1}],"pairs":[]}""", "SOT013 $.items[0].item")]
    [InlineData("""{"schemaVersion":1,"orders":2,"checksum":"0000000000000001","items":[{"item":"a","orders":3}],"pairs":[]}""", "SOT017 $.items[0].orders")]
    [InlineData(
        """{"schemaVersion":1,"orders":2,"checksum":"0000000000000001","items":[{"item":"a","orders":1},{"item":"a","orders":0}],"pairs":[]}""",
        "SOT014 $.items[1].item, SOT017 $.items[1].orders")]
    [InlineData(
        """{"schemaVersion":1,"orders":2,"checksum":"0000000000000001","items":[{"item":"a","orders":1}],"pairs":[{"first":"b","second":"a","orders":2}]}""",
        "SOT015 $.pairs[0].first, SOT016 $.pairs[0], SOT017 $.pairs[0].orders")]
    [InlineData("""{"schemaVersion":1,"orders":0,"checksum":"0000000000000000","items":[],"pairs":[],"more":1}""", "SOT002 $.more")]
    public void TryLoad_WrongFile_ReportsEveryIssueWithItsPath(string json, string expected)
    {
        Assert.False(CoPurchaseCounts.TryLoad(Encoding.UTF8.GetBytes(json), out var counts, out var issues));
        Assert.Null(counts);
        Assert.Equal(expected, string.Join(", ", issues.Select(issue => issue.Code + " " + issue.Path)));
    }

    [Fact]
    public void TryLoad_DamagedBytes_NeverThrowsAndNeverAcceptsSilently()
    {
        var good = Write(CoPurchaseCounts.Learn(AnyOrders.Repeat(5, "o", "engine-oil", "oil-filter", "cabin-filter")));
        Prop.ForAll(
            Gen.Choose(0, good.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), Gen.Choose(0, good.Length).ToArbitrary(),
            (at, value, length) =>
            {
                var bad = good.ToArray();
                bad[at] = (byte)value;
                foreach (var bytes in new[] { bad, bad[..length], [.. bad[..length], .. bad[at..]] })
                {
                    var isAccepted = CoPurchaseCounts.TryLoad(bytes, out var counts, out var issues);
                    if (isAccepted != counts is not null || isAccepted != issues.IsEmpty)
                        return false;
                }

                return true;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static bool Has(WorkOrder order, string itemId) => order.Lines.Any(line => line.ItemId == itemId);

    private static byte[] Write(CoPurchaseCounts counts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            counts.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
