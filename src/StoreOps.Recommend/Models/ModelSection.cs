namespace StoreOps.Recommend.Models;

/// <summary>The sections of a model file, in the order in which they stand.</summary>
internal enum ModelSection
{
    PartNames = 0,
    FamilyNames = 1,
    TagNames = 2,
    CategoryNames = 3,
    PartLevels = 4,
    PartVisits = 5,
    Categories = 6,
    Intervals = 7,
    Season = 8,
    Rhythm = 9,
    KilometersSince = 10,
    MonthsSince = 11,
    SameVehicleRows = 12,
    SameVehiclePairs = 13,
    SameVisitRows = 14,
    SameVisitPairs = 15,
    SequenceRows = 16,
    SequencePairs = 17,
    SimilarRows = 18,
    SimilarPairs = 19,
    UsageRows = 20,
    UsagePairs = 21,
    Popular = 22,
    Tables = 23,
    Intercepts = 24,
    Floors = 25,
    Facts = 26,
}
