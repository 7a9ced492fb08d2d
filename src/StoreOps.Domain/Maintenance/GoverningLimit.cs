namespace StoreOps.Domain.Maintenance;

/// <summary>Which limit decides when a service is due.</summary>
public enum GoverningLimit
{
    /// <summary>None: nothing is counted. The default.</summary>
    None = 0,

    /// <summary>Kilometers.</summary>
    Kilometers = 1,

    /// <summary>Months.</summary>
    Months = 2,

    /// <summary>Another meter, such as engine hours.</summary>
    Meter = 3,

    /// <summary>A signal: an indicator, a measurement or an event.</summary>
    Signal = 4,
}
