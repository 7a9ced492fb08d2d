using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Training;

/// <summary>Counts which parts go together and keeps, for each, those that go with it most. Rows are independent of one another, so that any
/// number of threads gives the same.</summary>
internal sealed class RelationBuilder
{
    private const int Shrink = 10;

    private readonly OrderLog _log;
    private readonly int[] _visits;
    private readonly int _neighbors;
    private readonly int _threads;
    private readonly CancellationToken _cancellation;

    // Each part's visits (vehicle and place), and each vehicle's different parts: the rows of all three relations come from these.
    private readonly int[] _starts;
    private readonly int[] _visitOf;
    private readonly int[] _vehicleOfVisit;
    private readonly int[] _distinctStarts;
    private readonly int[] _distinct;
    private readonly int[] _vehiclesWith;
    private readonly int[] _followed;

    public RelationBuilder(OrderLog log, int[] visits, int neighbors, int threads, CancellationToken cancellation)
    {
        (_log, _visits, _neighbors, _threads, _cancellation) = (log, visits, neighbors, threads, cancellation);
        var parts = log.Parts.Length;
        _starts = new int[parts + 1];
        _vehiclesWith = new int[parts];
        _followed = new int[parts];
        _vehicleOfVisit = new int[log.Visits];
        _distinctStarts = new int[log.Vehicles + 1];
        var distinct = new List<int>(log.Lines.Length);
        var seen = new int[parts];
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            var first = log.VisitStarts[vehicle];
            for (var i = 0; i < visits[vehicle]; i++)
            {
                _vehicleOfVisit[first + i] = vehicle;
                foreach (var part in log.PartsOf(first + i))
                {
                    _starts[part + 1]++;
                    if (i + 1 < visits[vehicle])
                        _followed[part]++;
                    if (seen[part] == vehicle + 1)
                        continue;
                    seen[part] = vehicle + 1;
                    _vehiclesWith[part]++;
                    distinct.Add(part);
                }
            }

            _distinctStarts[vehicle + 1] = distinct.Count;
        }

        _distinct = [.. distinct];
        for (var part = 0; part < parts; part++)
            _starts[part + 1] += _starts[part];
        _visitOf = new int[_starts[parts]];
        var next = (int[])_starts.Clone();
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            for (var visit = log.VisitStarts[vehicle]; visit < log.VisitStarts[vehicle] + visits[vehicle]; visit++)
            {
                foreach (var part in log.PartsOf(visit))
                    _visitOf[next[part]++] = visit;
            }
        }
    }

    public Relation SameVehicle() => Build((row, counter) =>
    {
        var last = -1;
        foreach (var visit in VisitsWith(row))
        {
            var vehicle = _vehicleOfVisit[visit];
            if (vehicle == last)
                continue;
            last = vehicle;
            counter.AddAll(_distinct.AsSpan(_distinctStarts[vehicle], _distinctStarts[vehicle + 1] - _distinctStarts[vehicle]));
        }

        return (both, other) => other == row ? 0 : Cosine(both, _vehiclesWith[row], _vehiclesWith[other]);
    });

    public Relation SameVisit() => Build((row, counter) =>
    {
        foreach (var visit in VisitsWith(row))
            counter.AddAll(_log.PartsOf(visit));
        return (both, other) => other == row ? 0 : Cosine(both, VisitsWith(row).Length, VisitsWith(other).Length);
    });

    public Relation Sequence() => Build((row, counter) =>
    {
        foreach (var visit in VisitsWith(row))
        {
            var vehicle = _vehicleOfVisit[visit];
            if (visit + 1 < _log.VisitStarts[vehicle] + _visits[vehicle])
                counter.AddAll(_log.PartsOf(visit + 1));
        }

        return (both, other) => Cosine(both, _followed[row], VisitsWith(other).Length);
    });

    private static double Cosine(int both, int one, int other) => both / (Math.Sqrt((double)one * other) + Shrink);

    private ReadOnlySpan<int> VisitsWith(int part) => _visitOf.AsSpan(_starts[part], _starts[part + 1] - _starts[part]);

    private Relation Build(Func<int, PartCounter, Func<int, int, double>> count)
    {
        var parts = _log.Parts.Length;
        var rows = new uint[parts][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = _cancellation };
        Parallel.For(0, parts, options, () => new PartCounter(parts), (row, _, counter) =>
        {
            var weigh = count(row, counter);
            rows[row] = counter.Take(weigh, _neighbors);
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
