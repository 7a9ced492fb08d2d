namespace StoreOps.Domain.Vehicles;

/// <summary>Where an entry of the table of makers comes from.</summary>
[Flags]
public enum WmiSources
{
    /// <summary>Not stated. The default.</summary>
    None = 0,

    /// <summary>NHTSA vPIC, public domain.</summary>
    Vpic = 1,

    /// <summary>The merged list of Chinese identifiers, facts with a source for each row.</summary>
    China = 2,

    /// <summary>universal-vin-decoder 1.0.0, MIT.</summary>
    World = 4,

    /// <summary>Added by the host.</summary>
    Host = 8,
}
