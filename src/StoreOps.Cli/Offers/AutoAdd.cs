using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Offers;

/// <summary>From which chance on a line may be added without asking, were a share of them to be right, and what share of all lines that saves.</summary>
/// <param name="Threshold">The chance; null when none is enough.</param>
/// <param name="Precision">The share of added lines that were right.</param>
/// <param name="Lines">The share of all lines taken that were added.</param>
/// <param name="Added">How many lines were added.</param>
/// <remarks>The threshold is found on every other visit and measured on the rest, so that it does not praise itself.</remarks>
internal sealed record AutoAdd(double? Threshold, double Precision, double Lines, int Added)
{
    public static AutoAdd Of(IReadOnlyList<JudgedCandidate> judged, IReadOnlyList<NextBasketCase> cases, double precision)
    {
        var found = judged.Where(one => one.Visit % 2 == 0).ToArray();
        var chance = AutoAddThreshold.Of([.. found.Select(one => one.Chance)], [.. found.Select(one => one.IsTaken)], precision, atLeast: 1).Chance;
        double? threshold = chance <= 1 ? chance : null;
        var added = judged.Where(one => one.Visit % 2 == 1 && one.Chance >= threshold).ToArray();
        var taken = added.Count(one => one.IsTaken);
        var lines = cases.Where((_, place) => place % 2 == 1).Sum(one => one.Truth.Length);
        return new AutoAdd(threshold, added.Length == 0 ? 0 : (double)taken / added.Length, lines == 0 ? 0 : (double)taken / lines, added.Length);
    }
}
