namespace StoreOps.Domain.Maintenance;

/// <summary>What a meter other than the odometer shows.</summary>
/// <param name="Meter">The id of the meter, compared ordinally.</param>
/// <param name="Value">The value in the meter's own unit; zero or above.</param>
public sealed record MeterReading(string Meter, int Value);
