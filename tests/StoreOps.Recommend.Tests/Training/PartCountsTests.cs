using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

using FsCheck;
using FsCheck.Fluent;

using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Training;

public sealed class PartCountsTests
{
    private static readonly PartCounts Shop = PartCounts.Of(SmallShop.Vehicles);

    [Fact]
    public void Of_TheShop_TellsHowMuchItIs()
    {
        Assert.Equal(SmallShop.Vehicles.Length, Shop.Vehicles);
        Assert.Equal(SmallShop.Vehicles.Sum(vehicle => vehicle.Visits.Length), Shop.Visits);
        Assert.Equal(SmallShop.Vehicles.Sum(vehicle => vehicle.Visits.Sum(visit => visit.Parts.Length)), Shop.Lines);
        Assert.Equal(SmallShop.Vehicles.SelectMany(vehicle => vehicle.Visits).SelectMany(visit => visit.Parts).Distinct().Count(), Shop.Parts);
        Assert.Equal(PartCounts.Empty, PartCounts.Of([]));
        Assert.Equal(PartCounts.Empty, PartCounts.Of([new TrainingVehicle("never-came", []) { Family = "f", UsageTags = ["t"] }]));
    }

    [Fact]
    public void Merge_OfShops_IsTheCountOfAllTheirVehicles() =>
        Prop.ForAll(AnyVehicles.Several.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (vehicles, percent) =>
        {
            var cut = vehicles.Length * percent / 100;
            var (one, other) = (PartCounts.Of(vehicles.Take(cut)), PartCounts.Of(vehicles.Skip(cut)));
            var whole = PartCounts.Of(vehicles.Reverse());
            return one.Merge(other).Equals(whole) && other.Merge(one).ToBytes().AsSpan().SequenceEqual(whole.ToBytes());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_InAnyOrder_IsTheSameAndEmptyChangesNothing() =>
        Prop.ForAll(AnyVehicles.Several.ToArbitrary(), vehicles =>
        {
            var thirds = Enumerable.Range(0, 3).Select(third => PartCounts.Of(vehicles.Where((_, place) => place % 3 == third))).ToArray();
            var (a, b, c) = (thirds[0], thirds[1], thirds[2]);
            return a.Merge(b).Merge(c).Equals(a.Merge(b.Merge(c))) && a.Merge(b).Equals(b.Merge(a))
                && a.Merge(PartCounts.Empty).Equals(a) && PartCounts.Empty.Merge(a).Equals(a);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Remove_OfWhatWasAdded_GivesTheSameBytes() =>
        Prop.ForAll(AnyVehicles.Several.ToArbitrary(), AnyVehicles.Several.ToArbitrary(), (vehicles, others) =>
        {
            var counts = PartCounts.Of(vehicles);
            var more = others.Select(vehicle => vehicle with { Id = "other-" + vehicle.Id }).ToArray();
            var back = counts.Add(more).Remove(more);
            return back.Equals(counts) && back.ToBytes().AsSpan().SequenceEqual(counts.ToBytes());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replace_WithOneMoreOrder_IsAsIfItHadAlwaysBeenThere()
    {
        var before = SmallShop.Vehicles[..20];
        ImmutableArray<TrainingVehicle> after = [.. before.Select(vehicle => vehicle with
        {
            Visits = vehicle.Visits.Add(new TrainingVisit(vehicle.Visits[^1].Date.PlusDays(30), 99_000, [SmallShop.Id(3), "a-new-part"])),
        })];
        Assert.Equal(PartCounts.Of(after.Concat(SmallShop.Vehicles[20..])), Shop.Replace(before, after));
        Assert.Equal(Shop, Shop.Replace(before, after).Replace(after, before));
        Assert.Throws<ArgumentException>(() => Shop.Replace(after, before));
    }

    [Fact]
    public void Remove_OfWhatWasNotCounted_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PartCounts.Empty.Remove(SmallShop.Vehicles.Take(1)));
        Assert.Throws<ArgumentException>(() => Shop.Remove([new TrainingVehicle("x", SmallShop.Vehicles.First(vehicle => vehicle.Visits.Length > 1).Visits) { Family = "other" }]));
    }

    [Fact]
    public void TryRead_OfTheBytes_GivesTheSameCounts() =>
        Prop.ForAll(AnyVehicles.Several.ToArbitrary(), vehicles =>
        {
            var counts = PartCounts.Of(vehicles);
            return PartCounts.TryRead(counts.ToBytes(), out var read, out var issues) && issues.IsEmpty && read.Equals(counts) && read.GetHashCode() == counts.GetHashCode();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryRead_Damaged_TellsWhere()
    {
        var bytes = Shop.ToBytes();
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x21;
            Assert.False(PartCounts.TryRead(damaged, out _, out var issues));
            Assert.NotEmpty(issues);
            Assert.All(issues, issue => Assert.StartsWith("$.", issue.Path, StringComparison.Ordinal));
        }

        Assert.False(PartCounts.TryRead(bytes.AsSpan(0, bytes.Length - 1), out _, out var cut));
        Assert.Equal(PartCountsCodes.Length, Assert.Single(cut).Code);
        Assert.False(PartCounts.TryRead([], out _, out var none));
        Assert.Equal(PartCountsCodes.NotCounts, Assert.Single(none).Code);
        bytes[8] = 9;
        Assert.False(PartCounts.TryRead(bytes, out _, out var version));
        Assert.Equal(PartCountsCodes.Version, Assert.Single(version).Code);
    }

    [Fact]
    public void TryRead_AlteredWithARightHash_IsRefusedOrTrainsAllTheSame()
    {
        var bytes = PartCounts.Of(SmallShop.Vehicles.Take(12)).ToBytes();
        var random = new Random(5);
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 1_500; i++)
        {
            var hostile = (byte[])bytes.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
                hostile[random.Next(64, hostile.Length)] = (byte)random.Next(256);
            Sign(hostile);
            if (PartCounts.TryRead(hostile, out var counts, out var issues))
            {
                if (i % 25 == 0)
                    Assert.Equal(counts.Visits, RecommendTrainer.Fit(counts, []).Model.Visits);
            }
            else
            {
                codes.UnionWith(issues.Select(issue => issue.Code));
            }
        }

        Assert.Superset(new HashSet<string> { PartCountsCodes.Unreadable, PartCountsCodes.Order, PartCountsCodes.Impossible }, codes);
    }

    [Fact]
    public void TryRead_OfAHugeAnnouncement_ReservesNothing()
    {
        var bytes = new byte[70];
        PartCounts.Empty.ToBytes().AsSpan(0, 16).CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), bytes.Length);
        bytes.AsSpan(64).Fill(0xFF);
        bytes[69] = 0x07;
        Sign(bytes);
        Assert.False(PartCounts.TryRead(bytes, out _, out var issues));
        Assert.NotEmpty(issues);
    }

    [Fact]
    public void Fit_FromCountsOfAllItsVehicles_GivesTheSameBytesAsFromTheVehicles()
    {
        var (one, other) = (PartCounts.Of(SmallShop.Vehicles[..100]), PartCounts.Of(SmallShop.Vehicles[100..]));
        foreach (var threads in new[] { 1, 3 })
        {
            var model = RecommendTrainer.Fit(other.Merge(one), SmallShop.Vehicles, SmallShop.Options with { Threads = threads }, SmallShop.Parts).Model;
            Assert.True(model.File.Span.SequenceEqual(SmallShop.Model.File.Span));
        }
    }

    [Fact]
    public void Fit_OfOneShopOnTheCountsOfAll_CountsAllAndWeighsByItsOwn()
    {
        var own = SmallShop.Vehicles[..100];
        var trained = RecommendTrainer.Fit(Shop, own, SmallShop.Options, SmallShop.Parts);
        Assert.Equal(SmallShop.Model.Vehicles, trained.Model.Vehicles);
        Assert.Equal(SmallShop.Model.LastDay, trained.Model.LastDay);
        Assert.True(trained.Rows < SmallShop.Trained.Rows);
        var popular = new StoreOps.Recommend.Parts.Recommendation[5];
        Assert.Equal(5, new StoreOps.Recommend.Parts.PartsRecommender(trained.Model).Recommend(new() { Date = new(2024, 1, 1) }, popular));
        Assert.Equal(SmallShop.Id(0), trained.Model.PartId(popular[0].Part));
    }

    [Fact]
    public void Fit_FromCountsAlone_AnswersByJudgedTerms()
    {
        var model = RecommendTrainer.Fit(Shop, [], SmallShop.Options, SmallShop.Parts).Model;
        Assert.Equal(Shop.Visits, model.Visits);
        var results = new StoreOps.Recommend.Parts.Recommendation[5];
        Assert.Equal(5, new StoreOps.Recommend.Parts.PartsRecommender(model).Recommend(new() { Date = new(2024, 1, 1) }, results));
        Assert.DoesNotContain(results, result => double.IsNaN(result.Probability));
    }

    [Fact]
    public void Fit_FromCounts_WithOtherShopsPartsKeepsTheirIds()
    {
        var foreign = PartCounts.Of([new TrainingVehicle("z", [new(new(2024, 3, 1), 500, ["\U0001F697", "zz"]), new(new(2024, 9, 1), 5_000, ["zz"])]) { Family = "other", UsageTags = ["taxi"] }]);
        var model = RecommendTrainer.Fit(Shop.Merge(foreign), SmallShop.Vehicles, SmallShop.Options).Model;
        Assert.All(new[] { "\U0001F697", "zz", SmallShop.Id(0) }, id => Assert.Equal(id, model.PartId(model.FindPart(id))));
        Assert.True(model.FindFamily("other") >= 0 && model.FindTag("taxi") >= 0 && model.FindTag("outdoor") >= 0);
    }

    private static void Sign(byte[] bytes)
    {
        bytes.AsSpan(32, 32).Clear();
        SHA256.HashData(bytes).CopyTo(bytes, 32);
    }
}
