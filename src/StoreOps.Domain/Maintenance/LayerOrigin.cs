namespace StoreOps.Domain.Maintenance;

/// <summary>Who speaks in a layer: a later one has the last word over an earlier.</summary>
public enum LayerOrigin
{
    /// <summary>What comes with the library. The default.</summary>
    BuiltIn = 0,

    /// <summary>The maker of the shop's software, or of a data set.</summary>
    Vendor = 1,

    /// <summary>The head office of a chain.</summary>
    Chain = 2,

    /// <summary>One shop.</summary>
    Shop = 3,

    /// <summary>One vehicle: what was agreed with its owner.</summary>
    Vehicle = 4,
}
