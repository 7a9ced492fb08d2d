using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tests.Packs;

using static StoreOps.Rules.Tests.Pricing.Order;

namespace StoreOps.Rules.Tests.Pricing;

public sealed class PriceCalculatorTests
{
    [Fact]
    public void Quote_EmptyOrder_IsZeroAndRejectsEverythingWithAReason()
    {
        var quote = Quote(Of(), Percent("ten", 10));
        Assert.Equal((Fen(0), Fen(0)), (quote.ListTotal, quote.Payable));
        Assert.Equal(EvidenceCodes.NoLines, quote.Rejection("ten").Evidence.Code);
        Assert.True(quote.IsProvenBest);
    }

    [Theory]
    [InlineData(62_000, 56_000)]
    [InlineData(60_000, 54_000)]
    [InlineData(59_999, 56_999)]
    [InlineData(30_000, 27_000)]
    [InlineData(29_999, 29_999)]
    [InlineData(150_000, 141_000)]
    public void Quote_ThirtyOffEveryThreeHundred_CountsTwiceOnSixHundredTwenty(long list, long payable) =>
        Assert.Equal(Fen(payable), Quote(Of(list), Amount("300-less-30", 3_000, 30_000, 3)).Payable);

    [Fact]
    public void Quote_RegularCustomerOfTheExample_Pays540()
    {
        var pack = PackText.Load(PackText.Example);
        var request = new QuoteRequest
        {
            Date = Today,
            Lines = [Line(20_000, LineKind.Labor), Line(42_000, LineKind.Part)],
            Facts = new FactSet(StandardFacts.Schema).Set(StandardFacts.CustomerVisits, CelValue.Of(6L)).Set(StandardFacts.CustomerLifecycle, CelValue.Of("core")),
        };
        var quote = new PriceCalculator(pack.Pricing).Quote(request);
        Assert.Equal(["core-labor-10-off", "300-less-30"], quote.Applied.Select(one => one.RuleId));
        Assert.Equal(Fen(54_000), quote.Payable);
        Assert.Equal(EvidenceCodes.CouponNotHeld, quote.Rejection("welcome-50").Evidence.Code);
    }

    [Theory]
    [InlineData(0, 10_001)]
    [InlineData(100, 0)]
    [InlineData(50, 5_000)]
    public void Quote_Percent_IsRoundedOnceHalfAwayFromZero(int percent, long payable) =>
        Assert.Equal(Fen(payable), Quote(Of(1, 10_000), Percent("percent", percent)).Payable);

    [Fact]
    public void Quote_TrillionFen_IsExact()
    {
        var quote = Quote(Of(1_000_000_000_000, 1), Percent("tenth", 10), Amount("less", 3));
        Assert.Equal(Fen(1_000_000_000_001 - 100_000_000_000 - 3), quote.Payable);
    }

    [Fact]
    public void Quote_ManyPromotionsOnAHugeOrder_DoesNotOverflow()
    {
        var promotions = Enumerable.Range(0, 60).Select(i => Percent("p" + i, 99)).ToArray();
        Assert.True(Quote(Of(long.MaxValue / 3), promotions).Payable >= Fen(0));
    }

    [Fact]
    public void Quote_MinimumMet_AppliesAndOneFenLessDoesNot()
    {
        var promotion = Amount("fifty", 5_000) with { Minimum = Fen(20_000) };
        Assert.Equal(Fen(15_000), Quote(Of(20_000), promotion).Payable);
        var evidence = Quote(Of(19_999), promotion).Rejection("fifty").Evidence;
        Assert.Equal((EvidenceCodes.Minimum, EvidenceValue.Of(Fen(1))), (evidence.Code, evidence.Distance));
    }

    [Fact]
    public void Quote_ForEveryNotReached_SaysHowMuchIsMissing()
    {
        var evidence = Quote(Of(25_000), Amount("300-less-30", 3_000, 30_000)).Rejection("300-less-30").Evidence;
        Assert.Equal(EvidenceCodes.Minimum, evidence.Code);
        Assert.Equal(EvidenceValue.Of(Fen(30_000)), evidence.Required);
        Assert.Equal(EvidenceValue.Of(Fen(5_000)), evidence.Distance);
    }

    [Fact]
    public void Quote_ThresholdOnListOrRunning_DiffersAfterAnEarlierDiscount()
    {
        var early = Percent("early", 10, Group("a"));
        var late = Amount("late", 500, group: Group("b")) with { Minimum = Fen(10_000) };
        Assert.Equal(Fen(8_500), Quote(Of(10_000), early, late with { Threshold = ThresholdBasis.List }).Payable);
        Assert.Equal(Fen(9_000), Quote(Of(10_000), early, late).Payable);
    }

    [Fact]
    public void Quote_GroupFirst_PassesOverARuleWhoseMinimumIsNotMet()
    {
        var group = Group("full-reduction", GroupMode.First);
        var big = Amount("500-less-60", 6_000, group: group) with { Minimum = Fen(50_000) };
        var small = Amount("300-less-30", 3_000, group: group) with { Minimum = Fen(30_000) };
        var quote = Quote(Of(40_000), big, small);
        Assert.Equal("300-less-30", Assert.Single(quote.Applied).RuleId);
        Assert.Equal(EvidenceCodes.Minimum, quote.Rejection("500-less-60").Evidence.Code);
        Assert.Equal(EvidenceCodes.AnotherComesFirst, Quote(Of(50_000), big, small).Rejection("300-less-30").Evidence.Code);
    }

    [Fact]
    public void Quote_GroupBest_AppliesOnlyTheBest()
    {
        var quote = Quote(Of(10_000), Percent("ten", 10, Group(mode: GroupMode.Best)), Percent("twenty", 20, Group(mode: GroupMode.Best)));
        Assert.Equal("twenty", Assert.Single(quote.Applied).RuleId);
        var evidence = quote.Rejection("ten").Evidence;
        Assert.Equal((EvidenceCodes.NotCombinable, "twenty"), (evidence.Code, evidence.Subject));
    }

    [Fact]
    public void Quote_ConsentOfOneSideOnly_DoesNotCombine()
    {
        var willing = Amount("a", 100, group: Group("one"));
        var unwilling = Amount("b", 200, group: Group("two")) with { CombinesWith = [] };
        Assert.Equal("b", Assert.Single(Quote(Of(1_000), willing, unwilling).Applied).RuleId);
        Assert.Equal(2, Quote(Of(1_000), willing, unwilling with { CombinesWith = ["one"] }).Applied.Length);
        Assert.Equal(2, Quote(Of(1_000), willing, unwilling with { CombinesWith = ["a"] }).Applied.Length);
    }

    [Theory]
    [InlineData(22, false)]
    [InlineData(23, true)]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void Quote_Period_IncludesItsFirstAndLastDay(int day, bool isApplied)
    {
        var promotion = Percent("p", 10) with { From = new LocalDate(2026, 11, 23), Until = new LocalDate(2026, 11, 25) };
        var quote = Quote(Of(1_000) with { Date = new LocalDate(2026, 11, day) }, promotion);
        Assert.Equal(isApplied, quote.Applied.Length == 1);
        if (!isApplied)
            Assert.Equal(EvidenceCodes.OutOfPeriod, quote.Rejection("p").Evidence.Code);
    }

    [Fact]
    public void Quote_MoreThan64Candidates_SaysSoAndGivesEachAReason()
    {
        var promotions = Enumerable.Range(0, 70).Select(i => Amount("p" + i, 1 + i)).ToArray();
        var quote = Quote(Of(1_000_000), promotions);
        Assert.False(quote.IsProvenBest);
        Assert.Equal(64, quote.Applied.Length);
        Assert.All(quote.Rejected, one => Assert.Equal(EvidenceCodes.TooManyCandidates, one.Evidence.Code));
    }

    [Fact]
    public void Quote_ManyRulesThatTakeNothingOff_DoNotCountAsCandidates()
    {
        var idle = Enumerable.Range(0, 100).Select(i => Amount("idle" + i, 1) with { Minimum = Fen(5_000) });
        var quote = Quote(Of(1_000), [.. idle, Percent("ten", 10)]);
        Assert.Equal(Fen(900), quote.Payable);
        Assert.True(quote.IsProvenBest);
    }

    [Fact]
    public void Quote_FortyStackingPromotionsInConflict_EndsWithinItsBudget()
    {
        var random = new Random(40);
        var promotions = Enumerable.Range(0, 40).Select(i => Percent("p" + i, random.Next(1, 30), Group("g" + i)) with
        {
            CombinesWith = [.. Enumerable.Range(0, 40).Where(j => (i * j) % 7 != 3).Select(j => "p" + j)],
        }).ToArray();
        var quote = Quote(Of(Enumerable.Range(1, 10).Select(i => i * 9_999L).ToArray()), promotions);
        Assert.InRange(quote.CombinationsTried, 1, 200_064);
        Assert.Equal(40, quote.Applied.Length + quote.Rejected.Length);
        Assert.Equal(quote.ListTotal - quote.Payable, quote.Applied.Aggregate(Fen(0), (sum, one) => sum + one.Amount));
    }

    [Fact]
    public void Quote_MixedCurrenciesOrNegativeLine_Throws()
    {
        var euro = Line(1) with { ListAmount = Money.FromMinorUnits(1, Currency.Parse("EUR")) };
        Assert.Throws<ArgumentException>(() => Quote(new QuoteRequest { Date = Today, Lines = [euro] }));
        Assert.Throws<ArgumentException>(() => Quote(Of(-1)));
    }
}
