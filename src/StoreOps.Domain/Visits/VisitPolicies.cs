namespace StoreOps.Domain.Visits;

/// <summary>The plain ways to choose visits: what others do, and the bases that the search improves on. Each runs in visits times services.</summary>
internal static class VisitPolicies
{
    /// <summary>Pulls nothing forward.</summary>
    public const long Nothing = -1;

    /// <summary>Each service at its own limit.</summary>
    public static VisitPath DuePoints(VisitRoad road, int maxVisits = int.MaxValue)
    {
        var windows = road.Start();
        var steps = new List<VisitStep>();
        var cost = 0L;
        while (steps.Count < maxVisits)
        {
            var tick = VisitAxis.Never;
            foreach (var window in windows)
            {
                if (road.IsWanted(window))
                    tick = Math.Min(tick, Math.Max(0, window.Due));
            }

            if (tick == VisitAxis.Never)
                break;
            cost += road.VisitCost + Visit(road, windows, tick, i => windows[i].Due <= tick, steps);
        }

        return new VisitPath(cost, steps);
    }

    /// <summary>At the points of a grid, with all that falls due before the next; what the grid cannot serve at its own limit.</summary>
    public static VisitPath Grid(VisitRoad road)
    {
        var windows = road.Start();
        var steps = new List<VisitStep>();
        var targets = new long[windows.Length];
        var cost = 0L;
        var last = -1L;
        while (true)
        {
            var tick = VisitAxis.Never;
            for (var i = 0; i < windows.Length; i++)
            {
                targets[i] = road.IsWanted(windows[i]) ? Target(road, windows[i], last) : VisitAxis.Never;
                tick = Math.Min(tick, targets[i]);
            }

            if (tick == VisitAxis.Never)
                return new VisitPath(cost, steps);
            cost += road.VisitCost + Visit(road, windows, tick, i => targets[i] == tick, steps);
            last = tick;
        }
    }

    /// <summary>Waits for the next limit, and pulls forward what loses no more than a threshold.</summary>
    /// <returns>What it costs from here on.</returns>
    public static long Threshold(VisitRoad road, VisitWindow[] windows, long threshold, ref int work, List<VisitStep>? steps = null)
    {
        var cost = 0L;
        while (road.NextVisit(windows) is var tick && tick < VisitAxis.Never)
        {
            work--;
            cost += road.VisitCost;
            if (steps is not null)
            {
                cost += Visit(road, windows, tick, i => IsTaken(road, windows[i], i, tick, threshold), steps);
                continue;
            }

            for (var i = 0; i < windows.Length; i++)
            {
                if (IsTaken(road, windows[i], i, tick, threshold))
                    cost += road.Do(windows, i, tick);
            }
        }

        return cost;
    }

    private static bool IsTaken(VisitRoad road, in VisitWindow window, int term, long tick, long threshold) =>
        road.IsWanted(window)
        && (road.LatestOf(window) == tick || (window.Earliest <= tick && road.Terms[term].CostMicros(window.Due, tick) <= threshold));

    private static long Target(VisitRoad road, in VisitWindow window, long last)
    {
        var grid = road.Axis.AtKilometers(road.Axis.OdometerAt(Math.Max(0, window.Due)) / road.GridKilometers * road.GridKilometers);
        return grid > last && grid >= 0 && grid >= window.Earliest ? grid : Math.Max(0, window.Due);
    }

    private static long Visit(VisitRoad road, VisitWindow[] windows, long tick, Func<int, bool> isDone, List<VisitStep> steps)
    {
        var cost = 0L;
        var terms = new List<int>();
        for (var i = 0; i < windows.Length; i++)
        {
            if (!road.IsWanted(windows[i]) || !isDone(i))
                continue;
            cost += road.Do(windows, i, tick);
            terms.Add(i);
        }

        steps.Add(new VisitStep(tick, [.. terms]));
        return cost;
    }
}
