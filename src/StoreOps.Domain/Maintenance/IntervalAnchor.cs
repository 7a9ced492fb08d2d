namespace StoreOps.Domain.Maintenance;

/// <summary>From where the next interval is counted.</summary>
public enum IntervalAnchor
{
    /// <summary>From where the service was last done, early or late. The default.</summary>
    LastDone = 0,

    /// <summary>Kilometers from zero: the points of the grid, multiples of the interval, stay where they are. Months count from the last service.</summary>
    Grid = 1,

    /// <summary>From where the service was due: done late or early, it moves neither the kilometers nor the months that follow.</summary>
    DuePoint = 2,
}
