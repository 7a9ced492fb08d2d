using System.Collections.Immutable;

namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>
/// TIFU-KNN: a vehicle's own history, where recent visits count for more, mixed with the mean of the most similar ones.
/// After Hu et al., "Modeling Personalized Item Frequency Information for Next-basket Recommendation", SIGIR 2020.
/// </summary>
/// <remarks>An oracle to compare with, not a recommender for a counter: it looks at all vehicles in every call.</remarks>
public sealed class TifuKnn : INextBasketRanker
{
    private readonly TifuOptions _options;
    private readonly int[] _popularity;
    private readonly (int Part, double Weight)[][] _vectors;
    private readonly double[] _squares;
    private readonly (int Vehicle, double Weight)[][] _with;

    /// <summary>Initializes a new instance of the <see cref="TifuKnn"/> class.</summary>
    /// <param name="histories">Among whom neighbors are looked for.</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="options">The parameters.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TifuKnn(IReadOnlyList<NextBasketCase> histories, int parts, TifuOptions options)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _popularity = Popularity.Of(histories, parts);
        _vectors = [.. histories.Select(history => Vector(history.History))];
        _squares = [.. _vectors.Select(vector => vector.Sum(entry => entry.Weight * entry.Weight))];
        var with = new List<(int, double)>[parts];
        for (var vehicle = 0; vehicle < _vectors.Length; vehicle++)
        {
            foreach (var (part, weight) in _vectors[vehicle])
                (with[part] ??= []).Add((vehicle, weight));
        }

        _with = [.. with.Select(list => list is null ? [] : list.ToArray())];
    }

    /// <inheritdoc/>
    public string Name => "TIFU-KNN";

    /// <inheritdoc/>
    public int Rank(NextBasketCase question, Span<int> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        var own = Vector(question.History);
        var distances = (double[])_squares.Clone();
        foreach (var (part, weight) in own)
        {
            foreach (var (vehicle, other) in _with[part])
                distances[vehicle] -= 2 * weight * other;
        }

        var nearest = new int[distances.Length];
        for (var i = 0; i < nearest.Length; i++)
            nearest[i] = i;
        Array.Sort(distances, nearest);
        var board = new ScoreBoard(_popularity.Length);
        var count = Math.Min(_options.Neighbors, nearest.Length);
        for (var i = 0; i < count; i++)
        {
            foreach (var (part, weight) in _vectors[nearest[i]])
                board.Add(part, weight * (1 - _options.OwnShare) / count);
        }

        foreach (var (part, weight) in own)
            board.Add(part, weight * _options.OwnShare);
        return board.Rank(_popularity, ranked);
    }

    private (int Part, double Weight)[] Vector(ImmutableArray<ImmutableArray<int>> visits)
    {
        var weights = new SortedDictionary<int, double>();
        var groups = Groups(visits.Length);
        var visit = 0;
        for (var group = 0; group < groups.Length; group++)
        {
            var weight = Power(_options.GroupDecay, _options.Groups - 1 - group) / groups[group] / groups.Length;
            for (var i = 0; i < groups[group]; i++, visit++)
            {
                foreach (var part in visits[visit])
                    weights[part] = (weights.TryGetValue(part, out var before) ? before : 0) + (weight * Power(_options.WithinDecay, visits.Length - 1 - visit));
            }
        }

        return [.. weights.Select(entry => (entry.Key, entry.Value))];
    }

    // Visits in groups of as equal a size as can be, the greater ones last; fewer visits than groups stand alone.
    private int[] Groups(int visits)
    {
        if (visits < _options.Groups)
            return [.. Enumerable.Repeat(1, visits)];
        var (size, greater) = (visits / _options.Groups, visits % _options.Groups);
        return [.. Enumerable.Range(0, _options.Groups).Select(group => group < _options.Groups - greater ? size : size + 1)];
    }

    private static double Power(double number, int times)
    {
        var power = 1.0;
        for (var i = 0; i < times; i++)
            power *= number;
        return power;
    }
}
