namespace StoreOps.Domain.Maintenance;

/// <summary>How one maintenance item bears on another.</summary>
public enum RelationKind
{
    /// <summary>Better done on the same visit: the work overlaps. The default.</summary>
    Together = 0,

    /// <summary>Cannot be done without the other.</summary>
    Requires = 1,

    /// <summary>Makes the other unnecessary on the same visit.</summary>
    Suppresses = 2,

    /// <summary>Contains the other.</summary>
    Includes = 3,

    /// <summary>Must not be done on the same visit as the other.</summary>
    Conflicts = 4,
}
