namespace StoreOps.Recommend.Training;

/// <summary>The tables of <see cref="PartCounts"/>. The numbers are the places of the tables in its bytes.</summary>
internal enum CountKind
{
    /// <summary>Counts of no single part: rows are those of <see cref="CountRow"/>.</summary>
    General = 0,

    /// <summary>Part by cell, as <see cref="PartCells"/> has them.</summary>
    Parts = 1,

    /// <summary>Visits by family, zero for an unknown one, and odometer band.</summary>
    FamilyVisits = 2,

    /// <summary>The same two as one row, by part.</summary>
    FamilyParts = 3,

    /// <summary>Visits by usage tag.</summary>
    TagVisits = 4,

    /// <summary>Usage tag by part.</summary>
    TagParts = 5,

    /// <summary>Vehicles with both parts, of which the first has the lower number.</summary>
    SameVehicle = 6,

    /// <summary>Visits with both parts, likewise.</summary>
    SameVisit = 7,

    /// <summary>Visits with the first part before a visit with the second.</summary>
    Sequence = 8,
}
