namespace StoreOps.Recommend.Evaluation;

/// <summary>Asks a ranker and compares its answers with what happened.</summary>
/// <remarks>Recall, NDCG and hit rate as in "A Next Basket Recommendation Reality Check" (Li et al., TOIS 2023); <see cref="IdealRun"/> states the ideal.</remarks>
public static class RankingTest
{
    /// <summary>Runs a test.</summary>
    /// <param name="ranker">The ranker.</param>
    /// <param name="cases">The questions.</param>
    /// <param name="cut">How many of the first places count; 1 or above.</param>
    /// <param name="ideal">How far the ideal runs.</param>
    /// <param name="threads">How many threads ask at once; the result does not hang on it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cut"/> or <paramref name="threads"/> is below 1.</exception>
    /// <exception cref="ArgumentException">A question has no truth.</exception>
    public static RankingResult Run(
        INextBasketRanker ranker, IReadOnlyList<NextBasketCase> cases, int cut = 10, IdealRun ideal = IdealRun.AllTruth, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(ranker);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentOutOfRangeException.ThrowIfLessThan(cut, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var answers = new Answer[cases.Count];
        Parallel.For(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => answers[i] = Judge(ranker, cases[i], cut, ideal));
        var shown = new HashSet<int>(answers.SelectMany(answer => answer.Shown));
        var taken = new HashSet<int>(cases.SelectMany(question => question.Truth).Concat(cases.SelectMany(question => question.History.SelectMany(visit => visit))));
        shown.IntersectWith(taken);
        return new RankingResult(
            ranker.Name,
            cut,
            [.. answers.Select(answer => answer.Recall)],
            [.. answers.Select(answer => answer.Ndcg)],
            [.. answers.Select(answer => answer.Hit)],
            Mean(answers.Select(answer => answer.Repeat)),
            Mean(answers.Select(answer => answer.Explore)),
            taken.Count == 0 ? 0 : (double)shown.Count / taken.Count);
    }

    private static double Mean(IEnumerable<double?> values)
    {
        var known = values.Where(value => value is not null).ToArray();
        return known.Length == 0 ? 0 : known.Sum(value => value!.Value) / known.Length;
    }

    private static Answer Judge(INextBasketRanker ranker, NextBasketCase question, int cut, IdealRun ideal)
    {
        if (question.Truth.IsDefaultOrEmpty)
            throw new ArgumentException("The question \"" + question.Id + "\" has no truth.", nameof(question));
        var ranked = new int[cut];
        var count = ranker.Rank(question, ranked);
        var truth = new HashSet<int>(question.Truth);
        var before = new HashSet<int>(question.History.SelectMany(visit => visit));
        var (hits, repeats, gain) = (0, 0, 0.0);
        for (var place = 0; place < count; place++)
        {
            if (!truth.Contains(ranked[place]))
                continue;
            hits++;
            repeats += before.Contains(ranked[place]) ? 1 : 0;
            gain += Discount(place);
        }

        var best = 0.0;
        var run = ideal == IdealRun.AllTruth ? truth.Count : Math.Min(truth.Count, cut);
        for (var place = 0; place < run; place++)
            best += Discount(place);
        var known = truth.Count(before.Contains);
        return new Answer(
            ranked.AsSpan(0, count).ToArray(),
            (double)hits / truth.Count,
            gain / best,
            hits > 0 ? 1 : 0,
            known == 0 ? null : (double)repeats / known,
            known == truth.Count ? null : (double)(hits - repeats) / (truth.Count - known));
    }

    private static double Discount(int place) => 1 / (StableMath.Log(place + 2) / StableMath.Log(2));

    private sealed record Answer(int[] Shown, double Recall, double Ndcg, double Hit, double? Repeat, double? Explore);
}
