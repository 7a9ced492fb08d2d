namespace StoreOps.Domain.Vehicles;

/// <summary>What was probably meant by a doubtful reading.</summary>
/// <param name="Odometer">The reading that fits.</param>
/// <param name="Slip">What the typist did.</param>
public readonly record struct OdometerRepair(Odometer Odometer, OdometerSlip Slip);
