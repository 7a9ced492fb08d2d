using System.Collections.Immutable;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Evaluation.Baselines;
using StoreOps.Recommend.Models;

namespace StoreOps.Cli.Offers;

/// <summary>How well a model trained before a day met what happened from it on, beside simple ways.</summary>
internal sealed class EvaluationReport
{
    /// <summary>How many candidates of a visit are judged; far more than a counter shows.</summary>
    private const int Candidates = 200;

    private EvaluationReport(
        SplitTest test,
        ImmutableArray<RankingResult> results,
        ImmutableArray<GainCurve> gains,
        ReliabilityTable reliability,
        AutoAdd added,
        double precision)
    {
        (Split, Results, Gains, Reliability, Added, Precision) = (test.Day, results, gains, reliability, added, precision);
        Visits = test.Asked.Length;
        NewVehicles = test.Asked.Count(visit => visit.Known.Visits.IsEmpty);
        Lines = test.Asked.Sum(visit => visit.Case.Truth.Length);
        Comparisons = [.. results.Skip(1).Select(other => new Comparison(
            other.Name, PairedBootstrap.Interval(results[0].Recalls, other.Recalls), PairedBootstrap.Interval(results[0].Ndcgs, other.Ndcgs)))];
    }

    public LocalDate Split { get; }

    public int Visits { get; }

    /// <summary>Gets how many of the visits were of vehicles that had none before the day.</summary>
    public int NewVehicles { get; }

    public int Lines { get; }

    /// <summary>Gets the results, the model's first.</summary>
    public ImmutableArray<RankingResult> Results { get; }

    public ImmutableArray<Comparison> Comparisons { get; }

    public ImmutableArray<GainCurve> Gains { get; }

    public ReliabilityTable Reliability { get; }

    public AutoAdd Added { get; }

    /// <summary>Gets the precision asked of lines added without asking.</summary>
    public double Precision { get; }

    public static EvaluationReport Of(PartsModel model, SplitTest test, int cut, double precision, bool withTifu, int threads)
    {
        var ranker = new ShopRanker(model, test);
        var (histories, cases, parts) = (test.Histories, test.Cases, test.KnownParts);
        var rankers = new List<INextBasketRanker>
        {
            ranker, new GlobalTop(histories, parts), new PersonalTop(histories, parts), new PersonalTop(histories, parts, fills: true),
        };
        // The parameters published for a grocery; a shop's own would be searched for.
        if (withTifu)
            rankers.Add(new TifuKnn(histories, parts, new TifuOptions(300, 0.9, 0.7, 0.7, 7)));
        var judged = ranker.Judge(test, Candidates);
        return new EvaluationReport(
            test,
            [.. rankers.Select(one => RankingTest.Run(one, cases, cut, threads: threads))],
            [.. rankers.Select(one => GainCurve.Of(one, cases))],
            ReliabilityTable.Of([.. judged.Select(one => one.Chance)], [.. judged.Select(one => one.IsTaken)]),
            AutoAdd.Of(judged, cases, precision),
            precision);
    }

    /// <summary>The model less another ranker.</summary>
    /// <param name="Name">The other ranker.</param>
    /// <param name="Recall">The difference of recall.</param>
    /// <param name="Ndcg">The difference of NDCG.</param>
    internal sealed record Comparison(string Name, DifferenceInterval Recall, DifferenceInterval Ndcg);
}
