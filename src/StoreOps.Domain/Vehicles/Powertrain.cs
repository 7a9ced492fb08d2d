namespace StoreOps.Domain.Vehicles;

/// <summary>What drives the wheels: it decides which maintenance items a vehicle has at all.</summary>
public enum Powertrain
{
    /// <summary>Not known: nothing is concluded from it. The default.</summary>
    Unknown = 0,

    /// <summary>A petrol (gasoline) engine.</summary>
    Petrol = 1,

    /// <summary>A diesel engine.</summary>
    Diesel = 2,

    /// <summary>A combustion engine helped by a motor, without a charging port (HEV).</summary>
    Hybrid = 3,

    /// <summary>A combustion engine and a motor with a charging port (PHEV, range extenders included).</summary>
    PlugInHybrid = 4,

    /// <summary>A battery and motors only (BEV).</summary>
    Electric = 5,
}
