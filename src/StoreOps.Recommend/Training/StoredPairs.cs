namespace StoreOps.Recommend.Training;

/// <summary>Pairs that were counted before, each part's at hand.</summary>
internal sealed class StoredPairs : IPairCounts
{
    private readonly (int[] Starts, int[] Others, int[] Times)[] _kinds;

    public StoredPairs(PartCounts counts, int[] partOf, int parts, bool isWhole)
    {
        _kinds = new (int[], int[], int[])[3];
        for (var kind = PairKind.SameVehicle; kind <= PairKind.Sequence; kind++)
            _kinds[(int)kind] = Rows(counts.Table(CountKind.SameVehicle + (int)kind), kind != PairKind.Sequence, partOf, parts, isWhole);
    }

    public void AddTo(PartCounter counter, PairKind kind, int part)
    {
        var (starts, others, times) = _kinds[(int)kind];
        for (var i = starts[part]; i < starts[part + 1]; i++)
            counter.Add(others[i], times[i]);
    }

    private static (int[] Starts, int[] Others, int[] Times) Rows(CountTable table, bool goesBothWays, int[] partOf, int parts, bool isWhole)
    {
        var starts = new int[parts + 1];
        for (var i = 0; i < table.Count; i++)
        {
            starts[partOf[table.RowOf(i)] + 1]++;
            if (goesBothWays)
                starts[partOf[table.ColumnOf(i)] + 1]++;
        }

        for (var part = 0; part < parts; part++)
            starts[part + 1] += starts[part];
        var (others, times, next) = (new int[starts[parts]], new int[starts[parts]], (int[])starts.Clone());
        var counts = isWhole ? table.Whole : table.Earlier;
        for (var i = 0; i < table.Count; i++)
        {
            var (one, other) = (partOf[table.RowOf(i)], partOf[table.ColumnOf(i)]);
            Put(one, other, (int)counts[i]);
            if (goesBothWays)
                Put(other, one, (int)counts[i]);
        }

        return (starts, others, times);

        void Put(int part, int other, int count)
        {
            (others[next[part]], times[next[part]]) = (other, count);
            next[part]++;
        }
    }
}
