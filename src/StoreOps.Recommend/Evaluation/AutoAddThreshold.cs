namespace StoreOps.Recommend.Evaluation;

/// <summary>From what chance on a line may be added to an order without being asked for, so that as many are wanted as the owner chose.</summary>
/// <param name="Chance">The chance; above 1 where no chance is sure enough.</param>
/// <param name="Lines">How many of the candidates looked at have at least this chance.</param>
/// <param name="Precision">The share of those that was taken; zero for none.</param>
/// <param name="Recall">The share of all taken candidates that they are: what part of the lines writes itself.</param>
public readonly record struct AutoAddThreshold(double Chance, int Lines, double Precision, double Recall)
{
    /// <summary>Finds the lowest threshold that keeps a precision, on candidates of which it is known whether they were taken.</summary>
    /// <param name="chances">The chance of each candidate; of vehicles or days that the model was not trained on.</param>
    /// <param name="taken">Whether each was taken.</param>
    /// <param name="precision">The least share of added lines that has to be wanted; above 0, up to 1.</param>
    /// <param name="atLeast">On how many candidates the precision has to be seen; 1 or above. Fewer tell too little.</param>
    /// <returns>The threshold, with what to expect of it.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> or <paramref name="atLeast"/> is out of range.</exception>
    public static AutoAddThreshold Of(ReadOnlySpan<double> chances, ReadOnlySpan<bool> taken, double precision, int atLeast = 30)
    {
        if (chances.Length != taken.Length)
            throw new ArgumentException("Each chance has an outcome.", nameof(taken));
        if (!(precision is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(precision), precision, "A precision is above 0, up to 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        var (sorted, outcomes) = (chances.ToArray(), taken.ToArray());
        Array.Sort(sorted, outcomes);
        var all = outcomes.Count(outcome => outcome);
        var best = new AutoAddThreshold(double.PositiveInfinity, 0, 0, 0);
        var right = 0;
        for (var at = sorted.Length - 1; at >= 0; at--)
        {
            right += outcomes[at] ? 1 : 0;
            var lines = sorted.Length - at;
            // Candidates of one chance go in or stay out together.
            if (lines < atLeast || (at > 0 && sorted[at - 1] == sorted[at]) || right < precision * lines)
                continue;
            best = new AutoAddThreshold(sorted[at], lines, (double)right / lines, (double)right / all);
        }

        return best;
    }
}
