namespace StoreOps.Domain.Visits;

/// <summary>
/// The exact method: states of all services, taken in the order of their next visit, so that each is expanded once and at its least cost
/// (Dijkstra 1959 on the acyclic graph of states). Every visit waits for some service's last chance; all sets of others to pull forward
/// are tried. States that cannot beat the best plan known are dropped.
/// </summary>
internal sealed class VisitSearch
{
    // More services than this to choose from at one visit would be more sets than any budget.
    private const int MaxOptional = 20;

    private readonly VisitRoad _road;
    private readonly List<Label> _labels = [];
    private readonly Dictionary<VisitWindow[], int> _known = new(new SameWindows());
    private readonly VisitQueue _queue = new();
    private readonly List<int> _optional = [];
    private readonly List<int> _forced = [];
    private int _budget;
    private long _bound;
    private int _best = -1;

    private VisitSearch(VisitRoad road, int budget, long bound)
    {
        _road = road;
        _budget = budget;
        _bound = bound;
    }

    /// <summary>Looks for a plan that costs less than one already known.</summary>
    /// <param name="road">The problem.</param>
    /// <param name="budget">How many states may be reached.</param>
    /// <param name="known">The plan to beat.</param>
    /// <returns>The better plan, or the known one, and whether the search came to its end.</returns>
    public static (VisitPath Path, bool IsProvenBest) Improve(VisitRoad road, int budget, VisitPath known)
    {
        var search = new VisitSearch(road, budget, known.Cost);
        var isComplete = search.Run();
        return (search._best < 0 ? known : search.PathTo(search._best), isComplete);
    }

    private bool Run()
    {
        Reach(_road.Start(), 0, parent: -1, tick: 0, []);
        while (_queue.TryTake(out var label))
        {
            if (_labels[label].Cost + _road.AtLeast(_labels[label].Windows) < _bound && !Expand(label))
                return false;
        }

        return true;
    }

    private bool Expand(int parent)
    {
        var from = _labels[parent];
        var tick = _road.NextVisit(from.Windows);
        _forced.Clear();
        _optional.Clear();
        for (var i = 0; i < from.Windows.Length; i++)
        {
            if (!_road.IsWanted(from.Windows[i]))
                continue;
            if (_road.LatestOf(from.Windows[i]) == tick)
                _forced.Add(i);
            else if (from.Windows[i].Earliest <= tick)
                _optional.Add(i);
        }

        if (_optional.Count > MaxOptional)
            return false;
        var cost = from.Cost + _road.VisitCost;
        var windows = (VisitWindow[])from.Windows.Clone();
        foreach (var term in _forced)
            cost += _road.Do(windows, term, tick);
        for (var set = 0; set < 1 << _optional.Count; set++)
        {
            if (_budget-- <= 0)
                return false;
            Choose(parent, tick, windows, cost, set);
        }

        return true;
    }

    private void Choose(int parent, long tick, VisitWindow[] windows, long cost, int set)
    {
        var next = (VisitWindow[])windows.Clone();
        for (var i = 0; i < _optional.Count; i++)
        {
            if ((set & (1 << i)) != 0)
                cost += _road.Do(next, _optional[i], tick);
        }

        if (cost + _road.AtLeast(next) < _bound)
            Reach(next, cost, parent, tick, [.. _forced, .. _optional.Where((_, i) => (set & (1 << i)) != 0)]);
    }

    private void Reach(VisitWindow[] windows, long cost, int parent, long tick, int[] terms)
    {
        var label = new Label(windows, cost, parent, new VisitStep(tick, terms));
        var visit = _road.NextVisit(windows);
        if (visit == VisitAxis.Never)
        {
            if (cost >= _bound)
                return;
            (_bound, _best) = (cost, _labels.Count);
            _labels.Add(label);
        }
        else if (!_known.TryGetValue(windows, out var index))
        {
            _known.Add(windows, _labels.Count);
            _queue.Add(visit, _labels.Count);
            _labels.Add(label);
        }
        else if (cost < _labels[index].Cost)
        {
            // It has not been expanded yet: all that lead here had their visit before this state has its own.
            _labels[index] = label;
        }
    }

    private VisitPath PathTo(int label)
    {
        var cost = _labels[label].Cost;
        var steps = new List<VisitStep>();
        for (; _labels[label].Parent >= 0; label = _labels[label].Parent)
            steps.Add(_labels[label].Step);
        steps.Reverse();
        return new VisitPath(cost, steps);
    }

    private readonly record struct Label(VisitWindow[] Windows, long Cost, int Parent, VisitStep Step);

    private sealed class SameWindows : IEqualityComparer<VisitWindow[]>
    {
        public bool Equals(VisitWindow[]? x, VisitWindow[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(VisitWindow[] obj)
        {
            unchecked
            {
                var hash = 17L;
                foreach (ref readonly var window in obj.AsSpan())
                    hash = ((hash * 0x5DEECE66D) + window.Due) ^ (hash >> 29);
                return (int)(hash ^ (hash >> 32));
            }
        }
    }
}

/// <summary>Labels in the order of their next visit, the first reached before the later ones.</summary>
internal sealed class VisitQueue
{
    private readonly List<(long Visit, int Label)> _heap = [];

    public void Add(long visit, int label)
    {
        _heap.Add((visit, label));
        var child = _heap.Count - 1;
        while (child > 0 && IsBefore(child, (child - 1) / 2))
        {
            Swap(child, (child - 1) / 2);
            child = (child - 1) / 2;
        }
    }

    public bool TryTake(out int label)
    {
        label = -1;
        if (_heap.Count == 0)
            return false;
        label = _heap[0].Label;
        _heap[0] = _heap[_heap.Count - 1];
        _heap.RemoveAt(_heap.Count - 1);
        for (var parent = 0; ;)
        {
            var least = parent;
            for (var child = (2 * parent) + 1; child <= (2 * parent) + 2; child++)
            {
                if (child < _heap.Count && IsBefore(child, least))
                    least = child;
            }

            if (least == parent)
                return true;
            Swap(parent, least);
            parent = least;
        }
    }

    private bool IsBefore(int one, int other) => _heap[one].CompareTo(_heap[other]) < 0;

    private void Swap(int one, int other) => (_heap[one], _heap[other]) = (_heap[other], _heap[one]);
}
