using System.Globalization;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Evaluation.Baselines;

namespace StoreOps.Conformance.Baskets;

/// <summary>
/// Ranks the next visit on public sets: the oracles have to meet their published or independently measured values, and the library's own
/// recommender its gates. Nothing is chosen on the test questions.
/// </summary>
internal static class NextBasketCases
{
    private const int Threads = 2;

    public static ConformanceTally Run(string path, TextWriter output)
    {
        var tally = default(ConformanceTally);
        foreach (var set in BasketFiles.Read(path))
            tally += Run(set, output);
        return tally;
    }

    private static ConformanceTally Run(BasketSet set, TextWriter output)
    {
        output.WriteLine(Text($"{set.Name}: {set.All.Count} histories, {set.Parts} parts, {set.Test.Count} questions"));
        var tally = default(ConformanceTally);
        var expected = NextBasketExpectations.Of(set);
        var results = new List<RankingResult>();
        var tifu = new TifuKnn(set.All, set.Parts, expected.Tifu);
        var ours = ModelRanker.Of(set);
        output.WriteLine("  " + ours.Training);
        output.WriteLine("  " + ModelRanker.NeighborsAlone(set));
        output.WriteLine("  recall@10  NDCG@10   hits@10   repeat  explore  coverage   (NDCG's ideal runs over all that was taken)");
        foreach (var ranker in new INextBasketRanker[]
        {
            new GlobalTop(set.All, set.Parts),
            new PersonalTop(set.All, set.Parts),
            new PersonalTop(set.All, set.Parts, TieRule.Recency),
            new PersonalTop(set.All, set.Parts, TieRule.Insertion),
            new PersonalTop(set.All, set.Parts, fills: true),
            new ItemKnn(set.All, set.Parts),
            new UpCf(set.All, set.Parts, expected.UpCfRecency, expected.UpCfAsymmetry, expected.UpCfLocality),
            tifu,
            ours,
        })
        {
            var result = RankingTest.Run(ranker, set.Test, threads: Threads);
            results.Add(result);
            output.WriteLine(Line(result));
            foreach (var value in expected.Values.Where(value => value.Ranker == result.Name))
                tally += Check(value, result, output);
        }

        // Published figures of neural models are of this kind: it is harder, since nobody who is asked for was counted.
        if (set.All.Count > set.Test.Count + set.Validation.Count)
            output.WriteLine(Line(RankingTest.Run(ModelRanker.OfStrangers(set), set.Test, threads: Threads)));
        output.WriteLine("  recall@20  NDCG@20   hits@20");
        foreach (var ranker in new INextBasketRanker[] { tifu, ours })
            output.WriteLine(Line(RankingTest.Run(ranker, set.Test, cut: 20, threads: Threads)));
        Compare(results[^1], results[^2], output);
        return tally + Gates(set, ours, results, expected, output);
    }

    private static ConformanceTally Gates(BasketSet set, ModelRanker ours, List<RankingResult> results, NextBasketExpectations expected, TextWriter output)
    {
        var own = results[^1];
        var tally = default(ConformanceTally);
        var reliability = ours.Reliability(set.Test);
        output.WriteLine(Text($"  calibration error {reliability.CalibrationError:F4} over {reliability.Bins.Sum(bin => bin.Count)} candidates"));
        tally += Gate("recall@10", own.Recall, expected.Recall, output);
        tally += Gate("NDCG@10", own.Ndcg, expected.Ndcg, output);
        tally += Gate("hits@10", own.HitRate, expected.HitRate, output);
        tally += Say(reliability.CalibrationError <= expected.CalibrationError, Text($"calibration error {reliability.CalibrationError:F4}, at most {expected.CalibrationError:F4}"), output);
        return tally;
    }

    private static ConformanceTally Gate(string name, double was, double least, TextWriter output) =>
        Say(was >= least, Text($"StoreOps {name} {was:F4}, at least {least:F4}"), output);

    private static ConformanceTally Check(ExpectedValue value, RankingResult result, TextWriter output)
    {
        var was = value.Measure switch
        {
            "recall" => result.Recall,
            "ndcg" => result.Ndcg,
            _ => result.HitRate,
        };
        return Say(Math.Abs(was - value.Value) <= value.Tolerance, Text($"{value.Ranker} {value.Measure} {was:F4}, {value.Source} {value.Value:F4} +-{value.Tolerance:F4}"), output);
    }

    private static ConformanceTally Say(bool isMet, string text, TextWriter output)
    {
        output.WriteLine((isMet ? "  passed: " : "  FAILED: ") + text);
        return isMet ? ConformanceTally.OnePassed : ConformanceTally.OneFailed;
    }

    private static void Compare(RankingResult own, RankingResult tifu, TextWriter output)
    {
        var recall = PairedBootstrap.Interval(own.Recalls, tifu.Recalls);
        var ndcg = PairedBootstrap.Interval(own.Ndcgs, tifu.Ndcgs);
        var hits = PairedBootstrap.Interval(own.Hits, tifu.Hits);
        output.WriteLine(Text($"  StoreOps less TIFU-KNN, 95 % of 2,000 paired draws: recall {Span(recall)}, NDCG {Span(ndcg)}, hits {Span(hits)}"));
    }

    private static string Span(DifferenceInterval interval) => Text($"{interval.Mean:+0.0000;-0.0000} ({interval.Low:+0.0000;-0.0000} to {interval.High:+0.0000;-0.0000})");

    private static string Line(RankingResult result) =>
        Text($"  {result.Recall:F4}     {result.Ndcg:F4}    {result.HitRate:F4}    {result.RepeatRecall:F4}  {result.ExploreRecall:F4}   {result.Coverage:F4}    {result.Name}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
