using System.Collections.Immutable;

namespace StoreOps.Domain.Maintenance;

/// <summary>The points at which a rule is due on one axis when nothing is ever done early or late.</summary>
internal static class DueSequence
{
    /// <summary>Returns the first multiple of an interval past a place; the first point may lie off the grid.</summary>
    public static int NextOnGrid(int first, int every, int from) => from < first ? first : Cap((((long)from / every) + 1) * every);

    /// <summary>Returns the first point past a place, counted on from the first point.</summary>
    public static int NextFrom(int first, int every, int from) => from < first ? first : Cap(first + (((((long)from - first) / every) + 1) * every));

    /// <summary>Returns the first listed point past a place; none when the list is used up.</summary>
    public static int NextOf(ImmutableArray<int> points, bool doRepeat, int from)
    {
        var period = points[points.Length - 1];
        var start = doRepeat ? from / period * (long)period : 0;
        foreach (var point in points)
        {
            if (start + point > from)
                return Cap(start + point);
        }

        return DuePoint.None;
    }

    private static int Cap(long value) => (int)Math.Min(value, DuePoint.None);
}
