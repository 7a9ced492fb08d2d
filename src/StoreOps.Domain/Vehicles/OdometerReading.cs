using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>What the odometer showed on one day, and who says so.</summary>
/// <param name="Date">The day of the reading, at the shop.</param>
/// <param name="Odometer">The distance shown.</param>
/// <param name="Source">Who read it.</param>
public readonly record struct OdometerReading(LocalDate Date, Odometer Odometer, OdometerSource Source = OdometerSource.Shop);
