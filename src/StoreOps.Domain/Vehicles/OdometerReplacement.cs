using NodaTime;

namespace StoreOps.Domain.Vehicles;

/// <summary>An odometer that was replaced, or rolled over, as somebody declared. It is never inferred.</summary>
/// <param name="Date">The day; readings of that day and later were read from the new odometer.</param>
/// <param name="Old">What the old odometer showed last.</param>
/// <param name="New">What the new odometer showed first.</param>
public readonly record struct OdometerReplacement(LocalDate Date, Odometer Old, Odometer New);
