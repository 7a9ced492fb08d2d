using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using StoreOps.Domain.Monetary;
using StoreOps.Testing;

namespace StoreOps.Domain.Tests.Monetary;

public class MoneyTests
{
    private static Arbitrary<long> AnyMinorUnits { get; } = Gen.Choose(int.MinValue, int.MaxValue).Select(a => a * 3L).ToArbitrary();

    [Theory]
    [InlineData("CNY", 73_200, "CNY 732.00")]
    [InlineData("CNY", -5, "CNY -0.05")]
    [InlineData("JPY", 732, "JPY 732")]
    [InlineData("KWD", 73_200, "KWD 73.200")]
    [InlineData("CNY", long.MinValue, "CNY -92233720368547758.08")]
    public void ToString_WritesCodeAndAllDecimals_InEveryCulture(string code, long minorUnits, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "zh-CN", "tr-TR", "ar-SA" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                var money = Money.FromMinorUnits(minorUnits, Currency.Parse(code));
                Assert.Equal(expected, money.ToString());
                Assert.True(Money.TryParse(expected, out var read));
                Assert.Equal(money, read);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CNY")]
    [InlineData("CNY 1.005")]
    [InlineData("cny 1.00")]
    [InlineData("XXX 1.00")]
    [InlineData("CNY 1,000.00")]
    [InlineData("CNY 99999999999999999999")]
    public void TryParse_NoAmount_IsRefused(string? text) => Assert.False(Money.TryParse(text, out _));

    [Fact]
    public void Arithmetic_MixedCurrencies_Throws()
    {
        var yuan = Money.FromAmount(1m, Currency.Cny);
        var dollar = Money.FromAmount(1m, Currency.Usd);
        Assert.Throws<InvalidOperationException>(() => yuan + dollar);
        Assert.Throws<InvalidOperationException>(() => yuan - dollar);
        Assert.Throws<InvalidOperationException>(() => yuan < dollar);
        Assert.Throws<InvalidOperationException>(() => yuan.RoundTo(dollar, RoundingPolicy.Floor));
        Assert.NotEqual(yuan, dollar);
    }

    [Fact]
    public void Arithmetic_TheDefaultValue_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => default(Money) + default(Money));
        Assert.Throws<InvalidOperationException>(() => default(Money).MinorUnits);
        Assert.Throws<InvalidOperationException>(() => default(Money).Split(new Money[1]));
        Assert.Throws<ArgumentException>(() => Money.Zero(default));
        Assert.Equal(string.Empty, default(Money).ToString());
    }

    [Fact]
    public void Arithmetic_BeyondSixtyFourBits_Throws()
    {
        var largest = Money.FromMinorUnits(long.MaxValue, Currency.Cny);
        Assert.Throws<OverflowException>(() => largest + Money.FromMinorUnits(1, Currency.Cny));
        Assert.Throws<OverflowException>(() => largest * 2);
        Assert.Throws<OverflowException>(() => -Money.FromMinorUnits(long.MinValue, Currency.Cny));
        Assert.Throws<OverflowException>(() => Percentage.FromPercent(101).Of(largest, RoundingPolicy.TowardZero));
    }

    [Theory]
    [InlineData(RoundingPolicy.HalfAwayFromZero, 3, -3, 2, -2)]
    [InlineData(RoundingPolicy.HalfEven, 2, -2, 2, -2)]
    [InlineData(RoundingPolicy.HalfTowardZero, 2, -2, 2, -2)]
    [InlineData(RoundingPolicy.TowardZero, 2, -2, 2, -2)]
    [InlineData(RoundingPolicy.AwayFromZero, 3, -3, 3, -3)]
    [InlineData(RoundingPolicy.Floor, 2, -3, 2, -3)]
    [InlineData(RoundingPolicy.Ceiling, 3, -2, 3, -2)]
    public void Rounding_OfHalvesAndThirds_FollowsItsName(RoundingPolicy policy, long half, long minusHalf, long third, long minusThird)
    {
        Assert.Equal(half, Fen(5).Times(1, 2, policy).MinorUnits);
        Assert.Equal(minusHalf, Fen(-5).Times(1, 2, policy).MinorUnits);
        Assert.Equal(third, Fen(7).Times(1, 3, policy).MinorUnits);
        Assert.Equal(minusThird, Fen(7).Times(1, -3, policy).MinorUnits);
        Assert.Equal(half, Fen(5).Times(0.5m, policy).MinorUnits);
        Assert.Equal(minusThird, Money.FromAmount(-0.0233m, Currency.Cny, policy).MinorUnits);
    }

    [Fact]
    public void Rounding_AnUnknownPolicy_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fen(5).Times(1, 2, (RoundingPolicy)99));

    [Fact]
    public void Percentage_AndItsRest_SumToTheWhole() =>
        Prop.ForAll(AnyMinorUnits, Gen.Choose(0, 10_000).ToArbitrary(), (minorUnits, basisPoints) =>
        {
            var part = Percentage.FromBasisPoints(basisPoints);
            var whole = Fen(minorUnits);
            var down = part.Of(whole, RoundingPolicy.Floor);
            return down + (Percentage.Whole - part).Of(whole, RoundingPolicy.Ceiling) == whole;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1000001")]
    [InlineData("-1000001")]
    public void Percentage_TooFineOrTooLarge_IsRefused(string percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentage.FromPercent(decimal.Parse(percent, CultureInfo.InvariantCulture)));

    [Fact]
    public void RoundTo_DropsTheFen() =>
        Assert.Equal(Fen(12_340), Fen(12_345).RoundTo(Fen(10), RoundingPolicy.Floor));

    [Theory]
    [InlineData("1.004", "1.004", 100, 101)]
    [InlineData("1.005", "1.005", 101, 100)]
    public void CumulativeRounding_CarriesTheFraction(string first, string second, long expectedFirst, long expectedSecond)
    {
        var state = CumulativeRounding.Start(Currency.Usd, RoundingPolicy.HalfAwayFromZero)
            .Add(decimal.Parse(first, CultureInfo.InvariantCulture), out var one)
            .Add(decimal.Parse(second, CultureInfo.InvariantCulture), out var two);
        Assert.Equal(expectedFirst, one.MinorUnits);
        Assert.Equal(expectedSecond, two.MinorUnits);
        Assert.Equal(one + two, state.Posted);
    }

    [Fact]
    public void Comparison_KeepsItsContract()
    {
        OrderContract.Check(Fen(-1), Fen(0), Fen(7));
        OrderContract.Check(Percentage.FromPercent(-1), default, Percentage.FromPercent(0.5m), Percentage.Whole);
        EqualityContract.Check(Fen(5), Fen(5), Fen(6), Money.FromMinorUnits(5, Currency.Usd), default);
        EqualityContract.Check(Currency.Cny, Currency.Parse("CNY"), Currency.Usd, default);
    }

    [Fact]
    public void Currency_EveryCode_ReadsBack()
    {
        Assert.Equal(0, Currency.Parse("JPY").DecimalDigits);
        Assert.Equal(3, Currency.Parse("KWD").DecimalDigits);
        Assert.Equal(Currency.Cny, Currency.Parse("CNY"));
        Assert.Equal(100, Currency.Cny.MinorUnitsPerUnit);
        Assert.False(Currency.TryParse("cny", out _));
        Assert.Throws<FormatException>(() => Currency.Parse("RMB"));
        Assert.Throws<InvalidOperationException>(() => default(Currency).Code);
    }

    private static Money Fen(long minorUnits) => Money.FromMinorUnits(minorUnits, Currency.Cny);
}
