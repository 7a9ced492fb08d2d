using System.Collections.Immutable;

using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Offers;

/// <summary>What share of all lines taken a ranker finds when it shows one part, two, three and so on.</summary>
/// <param name="Name">The ranker.</param>
/// <param name="Shares">The share for each number of parts shown, from one on.</param>
internal sealed record GainCurve(string Name, ImmutableArray<double> Shares)
{
    public const int Most = 20;

    public static GainCurve Of(INextBasketRanker ranker, IReadOnlyList<NextBasketCase> cases)
    {
        var found = new long[Most];
        var lines = 0L;
        Span<int> ranked = stackalloc int[Most];
        foreach (var question in cases)
        {
            lines += question.Truth.Length;
            var count = ranker.Rank(question, ranked);
            for (var place = 0; place < count; place++)
                found[place] += question.Truth.Contains(ranked[place]) ? 1 : 0;
        }

        for (var place = 1; place < Most; place++)
            found[place] += found[place - 1];
        return new GainCurve(ranker.Name, [.. found.Select(count => lines == 0 ? 0 : (double)count / lines)]);
    }
}
