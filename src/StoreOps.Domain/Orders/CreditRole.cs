namespace StoreOps.Domain.Orders;

/// <summary>For what an employee is credited with a line.</summary>
public enum CreditRole
{
    /// <summary>Sold it. The default.</summary>
    Sold = 0,

    /// <summary>Did the work.</summary>
    Performed = 1,
}
