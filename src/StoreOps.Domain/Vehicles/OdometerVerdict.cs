namespace StoreOps.Domain.Vehicles;

/// <summary>What earlier readings say about a new one.</summary>
public enum OdometerVerdict
{
    /// <summary>There is no earlier reading to hold it against. The default.</summary>
    NoReadings = 0,

    /// <summary>It lies where the earlier readings lead one to expect it.</summary>
    Expected = 1,

    /// <summary>It is possible, but outside of what is expected: worth a question at the counter.</summary>
    Unusual = 2,

    /// <summary>It is below the last trusted reading: mistyped, or the odometer was replaced.</summary>
    BelowLast = 3,

    /// <summary>It is further than a car drives in the time since the last trusted reading.</summary>
    TooFar = 4,
}
