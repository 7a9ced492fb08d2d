using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>How near the recommender comes to one who knows each part's true chance, on the next visit of vehicles that it never saw.</summary>
/// <remarks>The figures are written to benchmarks/results/Workshop.md by <c>-- workshop</c> of the benchmarks.</remarks>
public sealed class WorkshopRankingTests
{
    [Fact]
    public void Predict_InAShopWhoseTruthIsKnown_CountsRight()
    {
        var (expected, taken, tags) = WorkshopTrial.Default.CountTags();
        Assert.Empty(tags.UnknownCategories);
        // Parts for which nothing speaks are rated too high: most where a kind has many brands, as tires have.
        Assert.All(Enumerable.Range(0, DemandTags.Count), tag => Assert.InRange(expected[tag] / taken[tag], 0.85, 1.35));
        Assert.InRange(expected.Sum() / taken.Sum(), 0.9, 1.1);
    }

    [Fact]
    public void Recommend_InAShopWhoseTruthIsKnown_ReachesMostOfWhatCanBeKnown()
    {
        var results = WorkshopTrial.Default.Rank();
        var (global, personal, own, best, truth) = (results[0], results[1], results[2], results[3], results[4]);
        Assert.True(truth.Ndcg > best.Ndcg && best.Ndcg > own.Ndcg && own.Ndcg > personal.Ndcg && personal.Ndcg > global.Ndcg);
        Assert.True(own.Recall > 0.8 * best.Recall, "The share of the recall that can be had was " + (own.Recall / best.Recall));
        Assert.True(own.Ndcg > 0.8 * best.Ndcg, "The share of the NDCG that can be had was " + (own.Ndcg / best.Ndcg));
        var (chances, taken) = WorkshopTrial.Default.Judge();
        Assert.InRange(ReliabilityTable.Of(chances, taken).CalibrationError, 0, 0.01);
    }
}
