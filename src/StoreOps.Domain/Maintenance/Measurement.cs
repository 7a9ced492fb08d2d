namespace StoreOps.Domain.Maintenance;

/// <summary>A value measured on the vehicle.</summary>
/// <param name="Quantity">What was measured, as the schedule's <see cref="MeasurementTrigger"/> names it; of several places the worst.</param>
/// <param name="Value">The value, in the trigger's unit.</param>
public sealed record Measurement(string Quantity, decimal Value);
