using System.Collections.Immutable;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Evaluation.Baselines;

namespace StoreOps.Recommend.Tests.Evaluation;

public sealed class RankingTestTests
{
    private static readonly NextBasketCase[] Cases =
    [
        new("a", [[0, 1], [1, 2]], [1, 3]),
        new("b", [[2], [2, 4], [5]], [2]),
        new("c", [[3]], [0, 1, 2, 3, 4, 5]),
    ];

    [Fact]
    public void Run_OfThePerfectRanking_IsOne()
    {
        var result = RankingTest.Run(new Fixed(question => [.. question.Truth]), Cases, cut: 6);
        Assert.Equal((1, 1, 1), (result.Recall, result.Ndcg, result.HitRate));
        Assert.Equal((1, 1), (result.RepeatRecall, result.ExploreRecall));
    }

    [Fact]
    public void Run_WithACutBelowTheTruth_HasTheIdealThatIsStated()
    {
        var perfect = new Fixed(question => [.. question.Truth]);
        Assert.True(RankingTest.Run(perfect, Cases[2..], cut: 3).Ndcg < 1);
        Assert.Equal(1, RankingTest.Run(perfect, Cases[2..], cut: 3, ideal: IdealRun.UpToCut).Ndcg, 12);
        Assert.Equal(0.5, RankingTest.Run(perfect, Cases[2..], cut: 3).Recall, 12);
    }

    [Fact]
    public void Run_InAnotherOrderOrWithThreads_GivesTheSame()
    {
        var ranker = new PersonalTop(Cases, 6, fills: true);
        var (one, other) = (RankingTest.Run(ranker, Cases, 3), RankingTest.Run(ranker, [.. Cases.Reverse()], 3, threads: 3));
        Assert.Equal(one.Recall, other.Recall, 12);
        Assert.Equal(one.Ndcgs.Order(), other.Ndcgs.Order());
        Assert.InRange(one.Coverage, 0, 1);
    }

    [Fact]
    public void Rank_ByEachTieRule_BreaksTiesByIt()
    {
        NextBasketCase[] all = [new("x", [[9, 3], [1]], [1]), new("y", [[1], [1], [3]], [1])];
        Assert.Equal([1, 3, 9], First(TieRule.GlobalPopularity));
        Assert.Equal([1, 9, 3], First(TieRule.Recency));
        Assert.Equal([9, 3, 1], First(TieRule.Insertion));

        int[] First(TieRule ties)
        {
            var ranked = new int[3];
            Assert.Equal(3, new PersonalTop(all, 10, ties).Rank(all[0], ranked));
            return ranked;
        }
    }

    [Fact]
    public void Rank_OfEveryBaseline_NamesEachPartOnceAndFitsThePlaces()
    {
        INextBasketRanker[] all =
        [
            new GlobalTop(Cases, 6), new PersonalTop(Cases, 6), new ItemKnn(Cases, 6), new UpCf(Cases, 6, 2, 0.5, 1),
            new TifuKnn(Cases, 6, new TifuOptions(2, 0.9, 0.7, 0.5, 2)),
        ];
        foreach (var ranker in all)
        {
            foreach (var question in Cases)
            {
                var ranked = new int[4];
                var count = ranker.Rank(question, ranked);
                Assert.Equal(count, ranked.Take(count).Distinct().Count());
                Assert.All(ranked.Take(count), part => Assert.InRange(part, 0, 5));
            }
        }
    }

    [Fact]
    public void Interval_OfEqualAndOfBetterResults_SaysSo()
    {
        ImmutableArray<double> low = [.. Enumerable.Range(0, 200).Select(i => i % 3 / 3.0)];
        var same = PairedBootstrap.Interval(low, low);
        Assert.Equal(new DifferenceInterval(0, 0, 0), same);
        ImmutableArray<double> high = [.. low.Select((value, i) => value + (i % 2 == 0 ? 0.2 : 0.05))];
        var better = PairedBootstrap.Interval(high, low);
        Assert.True(better.Low > 0 && better.High > better.Low && better.Mean is > 0.12 and < 0.13);
        Assert.Equal(better, PairedBootstrap.Interval(high, low));
        Assert.Throws<ArgumentException>(() => PairedBootstrap.Interval(high, low[1..]));
    }

    [Fact]
    public void Table_OfChancesThatMeanWhatTheySay_HasLittleError()
    {
        var random = new Random(5);
        var chances = Enumerable.Range(0, 60_000).Select(_ => random.NextDouble()).ToArray();
        var right = ReliabilityTable.Of(chances, [.. chances.Select(chance => random.NextDouble() < chance)]);
        Assert.True(right.CalibrationError < 0.01);
        Assert.Equal(15, right.Bins.Length);
        var wrong = ReliabilityTable.Of(chances, [.. chances.Select(chance => random.NextDouble() < chance / 2)]);
        Assert.True(wrong.CalibrationError > 0.2);
        Assert.Empty(ReliabilityTable.Of([], []).Bins);
    }

    private sealed class Fixed(Func<NextBasketCase, int[]> answer) : INextBasketRanker
    {
        public string Name => "fixed";

        public int Rank(NextBasketCase question, Span<int> ranked)
        {
            var parts = answer(question);
            var count = Math.Min(parts.Length, ranked.Length);
            parts.AsSpan(0, count).CopyTo(ranked);
            return count;
        }
    }
}
