namespace StoreOps.Domain.Vehicles;

/// <summary>How far a vehicle is driven a day, as an estimate with its spread.</summary>
/// <param name="LowMeters">In one case of ten it is driven less; meters a day, zero or above.</param>
/// <param name="ExpectedMeters">The estimate; meters a day, zero or above.</param>
/// <param name="HighMeters">In one case of ten it is driven more; meters a day, zero or above.</param>
/// <remarks>The default value is a vehicle that stands still.</remarks>
public readonly record struct DailyDistance(int LowMeters, int ExpectedMeters, int HighMeters);
