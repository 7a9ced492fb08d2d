namespace StoreOps.Recommend.Training;

/// <summary>
/// Finds where a convex function is least from its gradient alone: limited-memory BFGS, started with a curvature that is about right. Each step
/// costs one look at all rows; to reckon their curvature again would cost hundreds of times as much.
/// </summary>
internal static class Descent
{
    private const int Memory = 8;
    private const int MostSteps = 60;
    private const int MostHalvings = 12;

    // No weight moves further than this in one step: far from the end, the curvature says little.
    private const double LongestMove = 3;

    /// <summary>Goes on from a start until no weight would move by more than so much.</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="gradient">Returns how the function rises at a place.</param>
    /// <param name="curvature">How its gradient rises, about.</param>
    /// <param name="enough">The move below which it ends, after having made it.</param>
    public static double[] Run(double[] start, Func<double[], double[]> gradient, Cholesky curvature, double enough)
    {
        var (at, rise) = (start, gradient(start));
        var seen = new List<(double[] Move, double[] Change, double Scale)>(Memory);
        for (var step = 0; step < MostSteps; step++)
        {
            var move = Move(rise, seen, curvature);
            var slope = Cholesky.Dot(rise, move);
            var largest = 0.0;
            foreach (var part in move)
                largest = Math.Max(largest, Math.Abs(part));
            if (largest < enough)
                return Moved(at, move, 1);
            var length = largest > LongestMove ? LongestMove / largest : 1;
            var (next, nextRise, nextSlope) = (at, rise, slope);
            for (var halving = 0; halving < MostHalvings; halving++)
            {
                next = Moved(at, move, length);
                nextRise = gradient(next);
                nextSlope = Cholesky.Dot(nextRise, move);
                // Along a line a convex function is least where its slope is zero: where it rises half as steeply as it fell, that lies behind.
                if (nextSlope <= -slope / 2)
                    break;
                length *= slope / (slope - nextSlope);
            }

            var (moved, change) = (new double[at.Length], new double[at.Length]);
            for (var i = 0; i < at.Length; i++)
                (moved[i], change[i]) = (next[i] - at[i], nextRise[i] - rise[i]);
            var product = Cholesky.Dot(moved, change);
            if (!(product > 0))
                return next;
            if (seen.Count == Memory)
                seen.RemoveAt(0);
            seen.Add((moved, change, 1 / product));
            (at, rise) = (next, nextRise);
        }

        return at;
    }

    private static double[] Move(double[] rise, List<(double[] Move, double[] Change, double Scale)> seen, Cholesky curvature)
    {
        var move = (double[])rise.Clone();
        var shares = new double[seen.Count];
        for (var i = seen.Count - 1; i >= 0; i--)
        {
            shares[i] = seen[i].Scale * Cholesky.Dot(seen[i].Move, move);
            Add(move, seen[i].Change, -shares[i]);
        }

        curvature.Solve(move);
        for (var i = 0; i < seen.Count; i++)
            Add(move, seen[i].Move, shares[i] - (seen[i].Scale * Cholesky.Dot(seen[i].Change, move)));
        for (var i = 0; i < move.Length; i++)
            move[i] = -move[i];
        return move;
    }

    private static double[] Moved(double[] at, double[] move, double length)
    {
        var next = (double[])at.Clone();
        Add(next, move, length);
        return next;
    }

    private static void Add(double[] to, double[] what, double times)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += what[i] * times;
    }
}
