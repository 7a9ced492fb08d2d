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
}
