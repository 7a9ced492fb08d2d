namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>The parts that the vehicle itself took most. "P-TopFreq" in publications; with a fill of the global ones "GP-TopFreq".</summary>
public sealed class PersonalTop : INextBasketRanker
{
    private readonly int[] _popularity;
    private readonly int[] _order;
    private readonly TieRule _ties;
    private readonly bool _fills;

    /// <summary>Initializes a new instance of the <see cref="PersonalTop"/> class.</summary>
    /// <param name="histories">Whose histories are counted for ties and fills.</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="ties">Which of two parts taken equally often comes first.</param>
    /// <param name="fills">Whether places left over are filled with the parts taken most by all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is null.</exception>
    public PersonalTop(IReadOnlyList<NextBasketCase> histories, int parts, TieRule ties = TieRule.GlobalPopularity, bool fills = false)
    {
        ArgumentNullException.ThrowIfNull(histories);
        _popularity = Popularity.Of(histories, parts);
        _order = Popularity.Ranked(_popularity);
        (_ties, _fills) = (ties, fills);
    }

    /// <inheritdoc/>
    public string Name => (_fills ? "global-personal top" : "personal top") + ", ties by " + _ties switch
    {
        TieRule.Recency => "recency",
        TieRule.Insertion => "insertion",
        _ => "popularity",
    };

    /// <inheritdoc/>
    public int Rank(NextBasketCase question, Span<int> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (times, first, last) = (new Dictionary<int, int>(), new Dictionary<int, int>(), new Dictionary<int, int>());
        var at = 0;
        for (var visit = 0; visit < question.History.Length; visit++)
        {
            foreach (var part in question.History[visit])
            {
                times[part] = times.TryGetValue(part, out var before) ? before + 1 : 1;
                first[part] = first.TryGetValue(part, out var earlier) ? earlier : at;
                last[part] = visit;
                at++;
            }
        }

        var order = times.Keys.ToArray();
        Array.Sort(order, (one, other) =>
        {
            if (times[one] != times[other])
                return times[other].CompareTo(times[one]);
            var tie = _ties switch
            {
                TieRule.Recency => last[other].CompareTo(last[one]),
                TieRule.GlobalPopularity => _popularity[other].CompareTo(_popularity[one]),
                _ => 0,
            };
            return tie != 0 ? tie : _ties == TieRule.GlobalPopularity ? one.CompareTo(other) : first[one].CompareTo(first[other]);
        });
        var count = Math.Min(order.Length, ranked.Length);
        order.AsSpan(0, count).CopyTo(ranked);
        return _fills ? Popularity.Fill(_order, ranked, count) : count;
    }
}
