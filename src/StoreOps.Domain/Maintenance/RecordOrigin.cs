namespace StoreOps.Domain.Maintenance;

/// <summary>Where a service was done.</summary>
public enum RecordOrigin
{
    /// <summary>In this shop or chain. The default.</summary>
    Here = 0,

    /// <summary>Elsewhere, on the word of the customer or of another shop.</summary>
    Elsewhere = 1,
}
