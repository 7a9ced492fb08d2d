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
        var ranked = judged.Where(one => one.Visit % 2 == 0).OrderByDescending(one => one.Chance).ToArray();
        double? threshold = null;
        var right = 0;
        for (var i = 0; i < ranked.Length; i++)
        {
            right += ranked[i].IsTaken ? 1 : 0;
            var isLastOfItsChance = i + 1 == ranked.Length || ranked[i + 1].Chance < ranked[i].Chance;
            if (isLastOfItsChance && right >= precision * (i + 1))
                threshold = ranked[i].Chance;
        }

        var added = judged.Where(one => one.Visit % 2 == 1 && one.Chance >= threshold).ToArray();
        var taken = added.Count(one => one.IsTaken);
        var lines = cases.Where((_, place) => place % 2 == 1).Sum(one => one.Truth.Length);
        return new AutoAdd(threshold, added.Length == 0 ? 0 : (double)taken / added.Length, lines == 0 ? 0 : (double)taken / lines, added.Length);
    }
}
