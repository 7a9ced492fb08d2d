namespace StoreOps.Recommend.Training;

/// <summary>Counts pairs from the visits themselves, each part's when it is asked for: they need not all be kept.</summary>
internal sealed class LogPairs : IPairCounts
{
    private readonly OrderLog _log;
    private readonly int[] _visits;

    // Each part's visits and the vehicle of each visit, and each vehicle's different parts.
    private readonly int[] _starts;
    private readonly int[] _visitOf;
    private readonly int[] _vehicleOfVisit;
    private readonly int[] _distinctStarts;
    private readonly int[] _distinct;

    public LogPairs(OrderLog log, int[] visits)
    {
        (_log, _visits) = (log, visits);
        var parts = log.Parts.Length;
        _starts = new int[parts + 1];
        _vehicleOfVisit = new int[log.Visits];
        _distinctStarts = new int[log.Vehicles + 1];
        _distinct = new int[log.Lines.Length];
        var (seen, count) = (new int[parts], 0);
        for (var vehicle = 0; vehicle < log.Vehicles; vehicle++)
        {
            for (var visit = log.VisitStarts[vehicle]; visit < log.VisitStarts[vehicle] + visits[vehicle]; visit++)
            {
                _vehicleOfVisit[visit] = vehicle;
                foreach (var part in log.PartsOf(visit))
                {
                    _starts[part + 1]++;
                    if (seen[part] == vehicle + 1)
                        continue;
                    seen[part] = vehicle + 1;
                    _distinct[count++] = part;
                }
            }

            _distinctStarts[vehicle + 1] = count;
        }

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

    public void AddTo(PartCounter counter, PairKind kind, int part)
    {
        var last = -1;
        for (var i = _starts[part]; i < _starts[part + 1]; i++)
        {
            var visit = _visitOf[i];
            var vehicle = _vehicleOfVisit[visit];
            switch (kind)
            {
                case PairKind.SameVisit:
                    counter.Add(_log.PartsOf(visit));
                    break;
                case PairKind.Sequence when visit + 1 < _log.VisitStarts[vehicle] + _visits[vehicle]:
                    counter.Add(_log.PartsOf(visit + 1));
                    break;
                case PairKind.SameVehicle when vehicle != last:
                    last = vehicle;
                    counter.Add(_distinct.AsSpan(_distinctStarts[vehicle], _distinctStarts[vehicle + 1] - _distinctStarts[vehicle]));
                    break;
            }
        }
    }
}
