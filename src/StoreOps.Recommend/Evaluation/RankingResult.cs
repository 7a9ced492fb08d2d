using System.Collections.Immutable;

namespace StoreOps.Recommend.Evaluation;

/// <summary>How well a ranking met what happened; each value for each question, so that two results can be compared pair by pair.</summary>
/// <param name="Name">The ranker.</param>
/// <param name="Cut">How many of the first places were looked at.</param>
/// <param name="Recalls">For each question the share of what was taken that was among them.</param>
/// <param name="Ndcgs">For each question the discounted gain, against that of the best ranking.</param>
/// <param name="Hits">For each question 1 if any part taken was among them, else 0.</param>
/// <param name="RepeatRecall">The mean recall of parts taken before, over the questions that have any; zero for none.</param>
/// <param name="ExploreRecall">The mean recall of parts never taken before, likewise.</param>
/// <param name="Coverage">How many different parts were shown, of those that were taken by anybody.</param>
public sealed record RankingResult(
    string Name,
    int Cut,
    ImmutableArray<double> Recalls,
    ImmutableArray<double> Ndcgs,
    ImmutableArray<double> Hits,
    double RepeatRecall,
    double ExploreRecall,
    double Coverage)
{
    /// <summary>Gets the mean recall.</summary>
    public double Recall => Mean(Recalls);

    /// <summary>Gets the mean NDCG.</summary>
    public double Ndcg => Mean(Ndcgs);

    /// <summary>Gets the share of questions with a hit, also called PHR.</summary>
    public double HitRate => Mean(Hits);

    private static double Mean(ImmutableArray<double> values) => values.IsDefaultOrEmpty ? 0 : values.Sum() / values.Length;
}
