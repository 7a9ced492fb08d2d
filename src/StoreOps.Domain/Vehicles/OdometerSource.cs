namespace StoreOps.Domain.Vehicles;

/// <summary>Who read an odometer, from the most to the least trusted.</summary>
public enum OdometerSource
{
    /// <summary>Read at the counter or the lift by the shop's own people. The default.</summary>
    Shop = 0,

    /// <summary>Read by an official inspection.</summary>
    Inspection = 1,

    /// <summary>Told by the customer.</summary>
    Customer = 2,

    /// <summary>Sent by the vehicle or a device in it.</summary>
    Telematics = 3,

    /// <summary>Computed, not read.</summary>
    Estimate = 4,
}
