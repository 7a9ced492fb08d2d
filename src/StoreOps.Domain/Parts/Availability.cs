namespace StoreOps.Domain.Parts;

/// <summary>How a part can be had today.</summary>
public enum Availability
{
    /// <summary>There is not enough of it and it cannot be ordered. The default.</summary>
    NotAvailable = 0,

    /// <summary>It has to be ordered.</summary>
    OnOrder = 1,

    /// <summary>It is on the shelf.</summary>
    OnShelf = 2,
}
