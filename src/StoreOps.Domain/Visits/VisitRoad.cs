namespace StoreOps.Domain.Visits;

/// <summary>A problem made ready for the search: the horizon, the services by their terms, and what a visit costs.</summary>
internal sealed class VisitRoad
{
    private const long Micros = 1_000_000;

    private static readonly VisitWindow Unwanted = new(VisitAxis.Never, VisitAxis.Never, VisitAxis.Never, IsByDate: false);

    public VisitRoad(VisitProblem problem)
    {
        Axis = new VisitAxis(problem);
        Horizon = Axis.Horizon;
        VisitCost = problem.VisitCost * Micros;
        GridKilometers = problem.GridKilometers;
        var terms = new List<VisitTerms>();
        for (var i = 0; i < problem.Items.Length; i++)
        {
            var item = problem.Items[i];
            var own = terms.Find(one => one.Holds(item));
            if (own is null)
                terms.Add(own = new VisitTerms(item, Axis));
            own.Add(i, item);
        }

        Terms = [.. terms];
    }

    public VisitAxis Axis { get; }

    public VisitTerms[] Terms { get; }

    public long VisitCost { get; }

    public int GridKilometers { get; }

    /// <summary>Gets where the plan ends: what is due up to here is done up to here.</summary>
    public long Horizon { get; private set; }

    public bool IsCutShort { get; private set; }

    public void EndAt(long tick)
    {
        Horizon = tick;
        IsCutShort = true;
    }

    public VisitWindow[] Start()
    {
        var windows = new VisitWindow[Terms.Length];
        for (var i = 0; i < windows.Length; i++)
            windows[i] = Terms[i].First;
        return windows;
    }

    public bool IsWanted(in VisitWindow window) => window.Due <= Horizon;

    public long LatestOf(in VisitWindow window) => Math.Min(window.Latest, Horizon);

    /// <summary>Gets where the next visit has to be at the latest; <see cref="VisitAxis.Never"/> when nothing is due within the horizon.</summary>
    public long NextVisit(VisitWindow[] windows)
    {
        var next = VisitAxis.Never;
        foreach (ref readonly var window in windows.AsSpan())
        {
            if (IsWanted(window))
                next = Math.Min(next, LatestOf(window));
        }

        return next;
    }

    /// <summary>Does one service at a point, and tells what its lost life costs.</summary>
    public long Do(VisitWindow[] windows, int term, long tick)
    {
        var cost = Terms[term].CostMicros(windows[term].Due, tick);
        var next = Terms[term].After(tick);
        // What is due past the horizon is not wanted any more, wherever it is: so that plans that differ in nothing else are one state.
        windows[term] = IsWanted(next) ? next : Unwanted;
        return cost;
    }

    /// <summary>Gets at least what the rest of the plan costs: the visits of the service that needs the most of them.</summary>
    public long AtLeast(VisitWindow[] windows)
    {
        var visits = 0;
        for (var i = 0; i < windows.Length; i++)
            visits = Math.Max(visits, Terms[i].AtLeast(windows[i].Due, Horizon));
        return visits * VisitCost;
    }
}

/// <summary>A plan as the search holds it: where the visits are, and which terms are done at each.</summary>
internal sealed class VisitPath(long cost, List<VisitStep> steps)
{
    public long Cost { get; } = cost;

    public List<VisitStep> Steps { get; } = steps;

    public VisitPath Cheaper(VisitPath other) =>
        other.Cost < Cost || (other.Cost == Cost && other.Steps.Count < Steps.Count) ? other : this;
}

internal readonly record struct VisitStep(long Tick, int[] Terms);
