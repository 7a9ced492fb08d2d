using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Tests.Training;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Parts;

public sealed class OfferChoiceTests
{
    // Parts 0, 5 and 10 are of one category, 1 of another.
    private static readonly Recommendation[] Ranked = [Of(0, 0.9), Of(5, 0.8), Of(10, 0.7), Of(1, 0.3, PartSources.Rule)];

    [Fact]
    public void Choose_WithoutWorths_KeepsTheRankingWithinTheCap()
    {
        Assert.Equal([0, 1, 3], Places(OfferPolicy.Default, []));
        Assert.Equal([0, 3], Places(OfferPolicy.Default with { MostPerCategory = 1 }, []));
        Assert.Equal([0, 1, 2, 3], Places(OfferPolicy.Default with { MostPerCategory = 3, Repetition = 0 }, []));
    }

    [Fact]
    public void Choose_WithTags_OffersNoMoreOfOneNeedWhateverTheCategories()
    {
        // Of category 0 are the first three, of category 1 the last: both are brakes.
        var brakes = new DemandTags(SmallShop.Model, new Dictionary<string, DemandTag> { ["c0"] = DemandTag.Brakes, ["c1"] = DemandTag.Brakes });
        var free = OfferPolicy.Default with { MostPerCategory = 9, Repetition = 0, Tags = brakes };
        Assert.Equal([0, 1], Places(free, []));
        Assert.Equal([0, 1, 2], Places(free with { MostPerTag = 3 }, []));
        Assert.Equal([0, 1, 2, 3], Places(free with { Tags = null }, []));
        // What is of no tag is not counted together.
        var some = new DemandTags(SmallShop.Model, new Dictionary<string, DemandTag> { ["c1"] = DemandTag.Brakes });
        Assert.Equal([0, 1, 2, 3], Places(free with { Tags = some, MostPerTag = 1 }, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Places(free with { MostPerTag = 0 }, []));
        var other = new DemandTags(RecommendTrainer.Fit([], parts: SmallShop.Parts).Model, new Dictionary<string, DemandTag>());
        Assert.Throws<ArgumentException>(() => Places(free with { Tags = other }, []));
    }

    [Fact]
    public void Choose_WithWorthsAndRules_OffersWhatIsWorthMost()
    {
        Assert.Equal([3, 0, 1], Places(OfferPolicy.Default, [1, 1, 1, 10]));
        Assert.Equal([3, 0, 1], Places(OfferPolicy.Default with { RuleBonus = 5 }, []));
        Assert.Equal([0, 3, 1], Places(OfferPolicy.Default with { Repetition = 0.7 }, []));
    }

    [Fact]
    public void Choose_OfSureParts_AddsThemByThemselvesAndLeavesChancesAlone()
    {
        var offers = new PartOffer[4];
        var count = OfferChoice.Choose(SmallShop.Model, Ranked, [1, 1, 1, 100], OfferPolicy.Default with { AutoAddFrom = 0.8 }, offers);
        Assert.Equal([false, true, true], offers.Take(count).Select(offer => offer.IsAutoAdded));
    }

    [Fact]
    public void Choose_WithWrongNumbers_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Places(OfferPolicy.Default, [1]));
        Assert.Throws<ArgumentException>(() => Places(OfferPolicy.Default, [1, 1, -1, 1]));
        Assert.Throws<ArgumentException>(() => Places(OfferPolicy.Default, [1, 1, double.NaN, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Places(OfferPolicy.Default with { MostPerCategory = 0 }, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Places(OfferPolicy.Default with { Repetition = 1 }, []));
    }

    [Fact]
    public void Threshold_OfChancesThatMeanWhatTheySay_KeepsThePrecision()
    {
        var random = new Random(9);
        var chances = Enumerable.Range(0, 40_000).Select(_ => random.NextDouble()).ToArray();
        bool[] taken = [.. chances.Select(chance => random.NextDouble() < chance)];
        var threshold = AutoAddThreshold.Of(chances, taken, 0.9);
        // Chances are spread evenly, so that those from 0.8 on are right in 90 of 100 cases.
        Assert.InRange(threshold.Chance, 0.77, 0.83);
        Assert.InRange(threshold.Precision, 0.9, 0.91);
        Assert.Equal(chances.Count(chance => chance >= threshold.Chance), threshold.Lines);
        Assert.InRange(threshold.Recall, 0.3, 0.4);
        Assert.True(AutoAddThreshold.Of(chances, new bool[chances.Length], 0.5).Chance > 1);
        Assert.True(AutoAddThreshold.Of([], [], 0.5).Chance > 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => AutoAddThreshold.Of(chances, taken, 0));
    }

    private static Recommendation Of(int part, double chance, PartSources sources = PartSources.History) =>
        new(SmallShop.Model.FindPart(SmallShop.Id(part)), Math.Log(chance / (1 - chance)), chance, sources, 0);

    private static int[] Places(OfferPolicy policy, double[] worths)
    {
        var offers = new PartOffer[4];
        var count = OfferChoice.Choose(SmallShop.Model, Ranked, worths, policy, offers);
        return [.. offers.Take(count).Select(offer => offer.Place)];
    }
}
