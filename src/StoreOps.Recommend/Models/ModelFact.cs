namespace StoreOps.Recommend.Models;

/// <summary>The places of single numbers in a model file.</summary>
internal enum ModelFact
{
    Parts = 0,
    Families = 1,
    Tags = 2,
    Categories = 3,
    Vehicles = 4,
    Visits = 5,
    Lines = 6,
    FirstDay = 7,
    LastDay = 8,
    Checksum = 9,
}
