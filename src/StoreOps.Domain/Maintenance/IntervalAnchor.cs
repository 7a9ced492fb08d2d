namespace StoreOps.Domain.Maintenance;

/// <summary>From where the next interval is counted.</summary>
public enum IntervalAnchor
{
    /// <summary>From where the service was last done, early or late. The default.</summary>
    LastDone = 0,

    /// <summary>From zero kilometers: the points of the grid stay where they are.</summary>
    Grid = 1,
}
