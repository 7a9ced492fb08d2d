namespace StoreOps.Domain.Maintenance;

/// <summary>The places on one axis at which the status of a rule changes.</summary>
internal readonly struct DueEdges
{
    public DueEdges(int point, in DueWindow window)
    {
        Point = point;
        Upcoming = point == DuePoint.None ? point : (long)point - Math.Max(window.Upcoming, window.Early);
        Due = point == DuePoint.None ? point : (long)point - window.Early;
        Late = point == DuePoint.None ? point : (long)point + window.Late;
    }

    /// <summary>Gets the limit; past it a service is late.</summary>
    public long Point { get; }

    /// <summary>Gets where it begins to be upcoming.</summary>
    public long Upcoming { get; }

    /// <summary>Gets where it begins to be due.</summary>
    public long Due { get; }

    /// <summary>Gets the last place at which it is still in time.</summary>
    public long Late { get; }
}
