namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>
/// UP-CF@r: what similar vehicles took at their last visits, the vehicle itself among them.
/// After Faggioli et al., "Recency Aware Collaborative Filtering for Next Basket Recommendation", UMAP 2020.
/// </summary>
public sealed class UpCf : INextBasketRanker
{
    private readonly int[] _popularity;
    private readonly int[][] _taken;
    private readonly (int Part, double Share)[][] _recent;
    private readonly List<int>?[] _with;
    private readonly double _asymmetry;
    private readonly int _locality;

    /// <summary>Initializes a new instance of the <see cref="UpCf"/> class.</summary>
    /// <param name="histories">Whose histories are counted.</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="recency">How many last visits count; 1 or above.</param>
    /// <param name="asymmetry">The weight of the asking vehicle in the cosine; from 0 to 1.</param>
    /// <param name="locality">The power to which similarities are raised; 1 or above.</param>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is null.</exception>
    public UpCf(IReadOnlyList<NextBasketCase> histories, int parts, int recency, double asymmetry, int locality)
    {
        ArgumentNullException.ThrowIfNull(histories);
        (_asymmetry, _locality) = (asymmetry, locality);
        _popularity = Popularity.Of(histories, parts);
        _taken = [.. histories.Select(history => Popularity.Distinct(history.History).ToArray())];
        _recent = [.. histories.Select(history => Recent(history, recency))];
        _with = new List<int>?[parts];
        for (var vehicle = 0; vehicle < _taken.Length; vehicle++)
        {
            foreach (var part in _taken[vehicle])
                (_with[part] ??= []).Add(vehicle);
        }

        Recency = recency;
    }

    /// <summary>Gets how many last visits count.</summary>
    public int Recency { get; }

    /// <inheritdoc/>
    public string Name => "UP-CF@r";

    /// <inheritdoc/>
    public int Rank(NextBasketCase question, Span<int> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        var own = Popularity.Distinct(question.History);
        var both = new Dictionary<int, int>();
        foreach (var part in own)
        {
            foreach (var vehicle in _with[part] ?? [])
                both[vehicle] = both.TryGetValue(vehicle, out var before) ? before + 1 : 1;
        }

        var board = new ScoreBoard(_popularity.Length);
        foreach (var (part, share) in Recent(question, Recency))
            board.Add(part, share);
        foreach (var vehicle in both.Keys.OrderBy(vehicle => vehicle))
        {
            var theirs = _taken[vehicle].Length;
            var likeness = both[vehicle] / (Math.Pow(own.Count, _asymmetry) * Math.Pow(theirs, 1 - _asymmetry));
            // The vehicle itself is counted above, with likeness 1; another with the same parts is a neighbor like any.
            if (both[vehicle] == own.Count && theirs == own.Count && IsSame(question, vehicle))
                continue;
            var weight = Math.Pow(likeness, _locality);
            foreach (var (part, share) in _recent[vehicle])
                board.Add(part, weight * share);
        }

        return board.Rank(_popularity, ranked);
    }

    private static (int Part, double Share)[] Recent(NextBasketCase history, int recency)
    {
        var visits = history.History.Skip(Math.Max(0, history.History.Length - recency)).ToArray();
        return [.. visits.SelectMany(visit => visit).GroupBy(part => part).Select(parts => (parts.Key, (double)parts.Count() / visits.Length))];
    }

    private bool IsSame(NextBasketCase question, int vehicle) => _recent[vehicle].SequenceEqual(Recent(question, Recency));
}
