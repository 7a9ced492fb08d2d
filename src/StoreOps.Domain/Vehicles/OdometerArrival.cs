using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>The days on which a vehicle probably reaches a distance.</summary>
/// <param name="Early">The 10 % quantile; null when more than a century away.</param>
/// <param name="Expected">The middle; null when more than a century away.</param>
/// <param name="Late">The 90 % quantile; null when more than a century away, as for a vehicle that may be parked.</param>
public readonly record struct OdometerArrival(LocalDate? Early, LocalDate? Expected, LocalDate? Late);
