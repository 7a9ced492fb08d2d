namespace StoreOps.Recommend.Parts;

/// <summary>Where a candidate came from.</summary>
[Flags]
public enum PartSources
{
    /// <summary>Nowhere. The default.</summary>
    None = 0,

    /// <summary>The vehicle had it before.</summary>
    History = 1,

    /// <summary>The schedule says that it is due or soon due.</summary>
    Due = 2,

    /// <summary>Vehicles that took the same parts took it.</summary>
    SameVehicle = 4,

    /// <summary>It follows the vehicle's last visit.</summary>
    Sequence = 8,

    /// <summary>It is sold with a line of this order.</summary>
    SameVisit = 16,

    /// <summary>Vehicles of this family take it at this odometer.</summary>
    SimilarVehicles = 32,

    /// <summary>It is among the parts sold most.</summary>
    Popular = 64,

    /// <summary>A rule of the shop says to offer it.</summary>
    Rule = 128,

    /// <summary>The inspection found it worn.</summary>
    Finding = 256,

    /// <summary>Vehicles used like this one take it.</summary>
    Usage = 512,

    /// <summary>The caller asked for it to be ranked.</summary>
    Caller = 1024,
}
