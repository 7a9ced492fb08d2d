namespace StoreOps.Recommend.Evaluation.Baselines;

/// <summary>Scores of parts for one question; ranked by score, then by how often a part is taken by all, then by number.</summary>
internal sealed class ScoreBoard(int parts)
{
    private readonly double[] _scores = new double[parts];
    private readonly List<int> _touched = [];

    public void Add(int part, double score)
    {
        if (_scores[part] == 0)
            _touched.Add(part);
        _scores[part] += score;
    }

    public int Rank(int[] popularity, Span<int> ranked)
    {
        _touched.Sort((one, other) =>
        {
            var order = _scores[other].CompareTo(_scores[one]);
            if (order == 0)
                order = popularity[other].CompareTo(popularity[one]);
            return order != 0 ? order : one.CompareTo(other);
        });
        var count = 0;
        for (var i = 0; i < _touched.Count && count < ranked.Length; i++)
        {
            if (i == 0 || _touched[i] != _touched[i - 1])
                ranked[count++] = _touched[i];
        }

        return count;
    }
}
