namespace StoreOps.Domain.Maintenance;

/// <summary>How a vehicle is used, as five questions at the counter find out. Schedules translate it into their own severe conditions.</summary>
[Flags]
public enum DrivingConditions
{
    /// <summary>Normal use. The default.</summary>
    None = 0,

    /// <summary>Mostly short trips, below 8 km, on which the engine hardly gets warm.</summary>
    ShortTrips = 1,

    /// <summary>Often on dusty, muddy, unpaved or salted roads.</summary>
    DustOrUnpaved = 2,

    /// <summary>Tows, carries roof loads, or works for its living: taxi, delivery, patrol.</summary>
    TowingOrCommercial = 4,

    /// <summary>Often in the mountains, or in heat above 32 °C.</summary>
    MountainsOrHeat = 8,

    /// <summary>Much idling, low speed or stop-and-go.</summary>
    Idling = 16,
}
