namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>What vehicles that took the same parts took: the sum of cosines of the parts of the history, each counted once.</summary>
public sealed class ItemKnn : INextBasketRanker
{
    private readonly int[] _popularity;
    private readonly (int Part, double Weight)[][] _rows;

    /// <summary>Initializes a new instance of the <see cref="ItemKnn"/> class.</summary>
    /// <param name="histories">Whose histories are counted.</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="neighbors">How many neighbors each part keeps; 1 or above.</param>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is null.</exception>
    public ItemKnn(IReadOnlyList<NextBasketCase> histories, int parts, int neighbors = 20)
    {
        ArgumentNullException.ThrowIfNull(histories);
        _popularity = Popularity.Of(histories, parts);
        var taken = histories.Select(history => Popularity.Distinct(history.History).ToArray()).ToArray();
        var with = new List<int>[parts];
        for (var vehicle = 0; vehicle < taken.Length; vehicle++)
        {
            foreach (var part in taken[vehicle])
                (with[part] ??= []).Add(vehicle);
        }

        var both = new int[parts];
        _rows = new (int, double)[parts][];
        for (var part = 0; part < parts; part++)
        {
            var touched = new List<int>();
            foreach (var other in (with[part] ?? []).SelectMany(vehicle => taken[vehicle]))
            {
                if (other != part && both[other]++ == 0)
                    touched.Add(other);
            }

            var own = part;
            _rows[part] = [.. touched
                .Select(other => (Part: other, Weight: both[other] / Math.Sqrt((double)with[own].Count * with[other].Count)))
                .OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Part).Take(neighbors)];
            foreach (var other in touched)
                both[other] = 0;
        }
    }

    /// <inheritdoc/>
    public string Name => "item-kNN";

    /// <inheritdoc/>
    public int Rank(NextBasketCase question, Span<int> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        var board = new ScoreBoard(_popularity.Length);
        foreach (var part in Popularity.Distinct(question.History).OrderBy(part => part))
        {
            foreach (var (other, weight) in _rows[part])
                board.Add(other, weight);
        }

        return board.Rank(_popularity, ranked);
    }
}
