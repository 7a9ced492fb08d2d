using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Keeps, for each part, the parts that go with it most. Rows are independent of one another, so that any number of threads gives the same.</summary>
internal static class Neighbors
{
    public static Relation Of(IPairCounts pairs, PairKind kind, PartTally tally, int most, ParallelOptions parallel)
    {
        var rows = new uint[tally.Parts][];
        var (own, other) = kind switch
        {
            PairKind.SameVehicle => (tally.VehiclesWith, tally.VehiclesWith),
            PairKind.SameVisit => (tally.Visits, tally.Visits),
            _ => (tally.Followed, tally.Visits),
        };
        var roots = Array.ConvertAll(other, count => (float)Math.Sqrt(count));
        Parallel.For(0, tally.Parts, parallel, () => new PartCounter(tally.Parts), (part, _, counter) =>
        {
            pairs.AddTo(counter, kind, part);
            rows[part] = counter.TakeNearest(own[part], other, roots, kind == PairKind.Sequence ? -1 : part, most);
            return counter;
        }, static _ => { });
        return Join(rows);
    }

    public static Relation Join(uint[][] rows)
    {
        var starts = new uint[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
            starts[row + 1] = starts[row] + (uint)rows[row].Length;
        var pairs = new uint[starts[^1]];
        for (var row = 0; row < rows.Length; row++)
            rows[row].CopyTo(pairs, (int)starts[row]);
        return new Relation(starts, pairs);
    }
}
