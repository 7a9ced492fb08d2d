using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>What is known about a vehicle beside its VIN.</summary>
/// <param name="Market">The market it was built for, for example "China" or "US"; null when not known.</param>
/// <param name="FirstRegistration">The date of first registration; null when not known.</param>
/// <param name="AsOf">Today: no vehicle is of a year after next; null when not to be used.</param>
public readonly record struct VinContext(string? Market = null, LocalDate? FirstRegistration = null, LocalDate? AsOf = null);
