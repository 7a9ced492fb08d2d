using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Monetary;

namespace StoreOps.Domain.Tests.Monetary;

public class AllocationTests
{
    private static Gen<long> Weight { get; } = Gen.Frequency(
        (2, Gen.Constant(0L)),
        (4, Gen.Choose(1, 9).Select(w => (long)w)),
        (6, Gen.Choose(1, 2_000_000).Select(w => (long)w)),
        (1, Gen.Choose(1, int.MaxValue).Select(w => w * 40_000_000L)));

    private static Gen<long> Amount { get; } = Gen.Frequency(
        (1, Gen.Constant(0L)),
        (4, Gen.Choose(-40, 40).Select(a => (long)a)),
        (6, Gen.Choose(-5_000_000, 5_000_000).Select(a => (long)a)),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(a => a * 4_000_000_000L)));

    private static Arbitrary<(long Amount, long[] Weights)> AnySharing { get; } =
        (from amount in Amount
         from count in Gen.Choose(1, 24)
         from weights in Weight.ArrayOf(count)
         from last in Gen.Choose(1, 5_000)
         select (amount, weights.Append(last).ToArray())).ToArbitrary();

    private static Config Thorough { get; } = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    [Fact]
    public void Allocate_TheParts_SumToTheWhole() =>
        Prop.ForAll(AnySharing, s => Allocate(s).Sum() == s.Amount).Check(Thorough);

    [Fact]
    public void Allocate_TheParts_KeepTheSignOfTheWhole() =>
        Prop.ForAll(AnySharing, s => Allocate(s).All(share => share == 0 || Math.Sign(share) == Math.Sign(s.Amount))).Check(Thorough);

    [Fact]
    public void Allocate_WeightZero_GetsZero() =>
        Prop.ForAll(AnySharing, s => Allocate(s).Zip(s.Weights).All(pair => pair.Second != 0 || pair.First == 0)).Check(Thorough);

    [Fact]
    public void Allocate_EachPart_IsLessThanOneUnitFromItsExactShare() =>
        Prop.ForAll(AnySharing, s =>
        {
            BigInteger total = s.Weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
            return Allocate(s).Zip(s.Weights).All(pair => BigInteger.Abs((pair.First * total) - ((BigInteger)s.Amount * pair.Second)) < total);
        }).Check(Thorough);

    [Fact]
    public void Allocate_AgreesWithSortingTheRemainders() =>
        Prop.ForAll(AnySharing, s => Allocate(s).SequenceEqual(Naive(s.Amount, s.Weights))).Check(Thorough);

    [Fact]
    public void Allocate_AllWeightsTimesTheSame_ChangesNothing() =>
        Prop.ForAll(
            AnySharing,
            Gen.Choose(2, 40).ToArbitrary(),
            (s, factor) => s.Weights.Max() > long.MaxValue / 2_000
                || Allocate(s).SequenceEqual(Allocate((s.Amount, s.Weights.Select(w => w * factor).ToArray())))).Check(Thorough);

    [Fact]
    public void Allocate_PermutedWeights_PermuteThePartsButForTies() =>
        Prop.ForAll(AnySharing, s =>
        {
            var reversed = Allocate((s.Amount, s.Weights.Reverse().ToArray())).Reverse().ToArray();
            var straight = Allocate(s);
            BigInteger total = s.Weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
            // Where a part differs, its remainder is shared with another part: the tie goes to the lower index.
            var remainders = s.Weights.Select(w => BigInteger.Abs((BigInteger)s.Amount * w) % total).ToArray();
            return straight.Zip(reversed).Select((pair, i) => pair.First == pair.Second || remainders.Count(r => r == remainders[i]) > 1).All(ok => ok);
        }).Check(Thorough);

    [Fact]
    public void Split_JoinedAgain_IsTheWhole() =>
        Prop.ForAll(Amount.ToArbitrary(), Gen.Choose(1, 300).ToArbitrary(), (amount, count) =>
        {
            var shares = new Money[count];
            Money.FromMinorUnits(amount, Currency.Cny).Split(shares);
            var minor = shares.Select(share => share.MinorUnits).ToArray();
            return minor.Sum() == amount && minor.Max() - minor.Min() <= 1
                && minor.Select(Math.Abs).Zip(minor.Skip(1).Select(Math.Abs)).All(pair => pair.First >= pair.Second);
        }).Check(Thorough);

    [Fact]
    public void AllocateWithin_KeepsLimitsAndAccountsForTheRest() =>
        Prop.ForAll(AnySharing, Gen.Choose(0, 300_000).ArrayOf(25).ToArbitrary(), (s, caps) =>
        {
            var limits = s.Weights.Select((_, i) => (long)caps[i]).ToArray();
            var shares = new Money[s.Weights.Length];
            var rest = Money.FromMinorUnits(s.Amount, Currency.Cny).AllocateWithin(s.Weights, limits, shares);
            var minor = shares.Select(share => share.MinorUnits).ToArray();
            var full = minor.Select((share, i) => s.Weights[i] == 0 || Math.Abs(share) == limits[i]);
            return minor.Sum() + rest.MinorUnits == s.Amount
                && minor.Select((share, i) => Math.Abs(share) <= limits[i]).All(ok => ok)
                && (rest.IsZero || full.All(isFull => isFull));
        }).Check(Thorough);

    [Theory]
    [InlineData(129)]
    [InlineData(5_000)]
    public void Allocate_ManyLines_AgreesWithSortingTheRemainders(int count)
    {
        var weights = Enumerable.Range(1, count).Select(i => (long)(i * 7919 % 10_007)).ToArray();
        Assert.Equal(Naive(1_234_567, weights), Allocate((1_234_567, weights)));
    }

    [Fact]
    public void Allocate_LargestAmountAndWeights_IsExact()
    {
        long[] weights = [long.MaxValue, long.MaxValue];
        Assert.Equal([4611686018427387904, 4611686018427387903], Allocate((long.MaxValue, weights)));
        Assert.Equal([-4611686018427387904, -4611686018427387904], Allocate((long.MinValue, weights)));
        Assert.Equal([long.MinValue], Allocate((long.MinValue, [1])));
    }

    // The peers' counter-examples: each is what a widely used routine does with the same input.
    [Fact]
    public void NodaMoney_Split9_NoNegativeShare()
    {
        var shares = new Money[9];
        Money.FromMinorUnits(5, Currency.Eur).Split(shares);
        Assert.Equal([1, 1, 1, 1, 1, 0, 0, 0, 0], shares.Select(share => share.MinorUnits));
    }

    [Fact]
    public void Saleor_LastLine_NoIncrease()
    {
        Assert.Equal([5, 0, 0, 0], Allocate((5, [80, 7, 3, 0])));
        var shares = Allocate((-500, [1999, 1999, 1999, 1999, 1999, 1999, 1999, 1999, 1999, 1999, 1999, 1]));
        Assert.All(shares, share => Assert.True(share <= 0));
        Assert.Equal(-500, shares.Sum());
    }

    [Fact]
    public void Sylius_TinyDiscount_NotLost()
    {
        Assert.Equal([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], Allocate((5, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100])));
        Assert.Equal([0, 38, 1, 3], Allocate((42, [0, 102, 2, 7])));
    }

    [Theory]
    [InlineData(833_379, 12, 100_005)]
    [InlineData(51_710, 15, 7_757)]
    public void Nop_NoFloat_8333_79(long minorUnits, int percent, long expected) =>
        Assert.Equal(expected, Percentage.FromPercent(percent).Of(Money.FromMinorUnits(minorUnits, Currency.Usd), RoundingPolicy.HalfAwayFromZero).MinorUnits);

    // Documented, not mended: the whole grows by one and a share shrinks. Methods without this leave the exact share by a unit or more.
    [Fact]
    public void Allocate_AlabamaParadox_IsPinned()
    {
        Assert.Equal([4, 4, 2], Allocate((10, [6, 6, 2])));
        Assert.Equal([5, 5, 1], Allocate((11, [6, 6, 2])));
    }

    [Theory]
    [InlineData(new long[0], 0)]
    [InlineData(new long[] { 1, 2 }, 1)]
    [InlineData(new long[] { 1, -2 }, 2)]
    [InlineData(new long[] { 0, 0 }, 2)]
    public void Allocate_WeightsThatCannotShare_AreRefused(long[] weights, int shares) =>
        Assert.Throws<ArgumentException>(() => Money.FromMinorUnits(100, Currency.Cny).Allocate(weights, new Money[shares]));

    [Fact]
    public void Allocate_AllocatesNothing()
    {
        var weights = Enumerable.Range(1, 100).Select(i => (long)(i * 37 % 101)).ToArray();
        var shares = new Money[100];
        var whole = Money.FromMinorUnits(123_457, Currency.Cny);
        whole.Allocate(weights, shares);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            whole.Allocate(weights, shares);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long[] Allocate((long Amount, long[] Weights) sharing)
    {
        var shares = new Money[sharing.Weights.Length];
        Money.FromMinorUnits(sharing.Amount, Currency.Cny).Allocate(sharing.Weights, shares);
        return shares.Select(share => share.MinorUnits).ToArray();
    }

    private static long[] Naive(long amount, long[] weights)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        if (total.IsZero)
            return new long[weights.Length];
        var magnitude = BigInteger.Abs(amount);
        var shares = weights.Select(weight => magnitude * weight / total).ToArray();
        var left = (int)(magnitude - shares.Aggregate(BigInteger.Zero, (sum, share) => sum + share));
        foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => magnitude * weights[i] % total).ThenBy(i => i).Take(left))
            shares[i]++;
        return shares.Select(share => (long)(share * Math.Sign(amount))).ToArray();
    }
}
