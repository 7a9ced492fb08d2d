namespace StoreOps.Domain.Parts;

/// <summary>What a quantity of a part counts.</summary>
public enum PartUnit
{
    /// <summary>Pieces, the default.</summary>
    Piece = 0,

    /// <summary>Liters of a fluid.</summary>
    Liter = 1,

    /// <summary>Sets sold together, such as an axle's brake pads.</summary>
    Set = 2,
}
