namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>The parts taken most by all, whoever asks. "G-TopFreq" or "TOP" in publications.</summary>
public sealed class GlobalTop : INextBasketRanker
{
    private readonly int[] _order;

    /// <summary>Initializes a new instance of the <see cref="GlobalTop"/> class.</summary>
    /// <param name="histories">Whose histories are counted.</param>
    /// <param name="parts">The number of parts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is null.</exception>
    public GlobalTop(IReadOnlyList<NextBasketCase> histories, int parts)
    {
        ArgumentNullException.ThrowIfNull(histories);
        _order = Popularity.Ranked(Popularity.Of(histories, parts));
    }

    /// <inheritdoc/>
    public string Name => "global top";

    /// <inheritdoc/>
    public int Rank(NextBasketCase question, Span<int> ranked) => Popularity.Fill(_order, ranked, 0);
}
