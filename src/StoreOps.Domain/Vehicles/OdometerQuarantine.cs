namespace StoreOps.Domain.Vehicles;

/// <summary>A reading that is not calculated with, and why.</summary>
/// <param name="Reading">The reading, as it was given.</param>
/// <param name="Doubt">The reason.</param>
public readonly record struct OdometerQuarantine(OdometerReading Reading, OdometerDoubt Doubt);
