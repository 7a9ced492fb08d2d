namespace StoreOps.Domain.Vehicles;

/// <summary>What is wrong with a text that should be a VIN.</summary>
public enum VinProblemKind
{
    /// <summary>Nothing. The default.</summary>
    None = 0,

    /// <summary>It has not 17 characters.</summary>
    Length = 1,

    /// <summary>It has a character that no VIN has.</summary>
    Character = 2,
}
