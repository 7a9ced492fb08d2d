namespace StoreOps.Domain.Vehicles;

/// <summary>The distance that a vehicle has probably covered by a day.</summary>
/// <param name="Low">One vehicle in ten is below: the 10 % quantile.</param>
/// <param name="Expected">The middle.</param>
/// <param name="High">One vehicle in ten is above: the 90 % quantile.</param>
/// <param name="IsStale">No reading for more than twice the usual gap: sold, parked or served elsewhere. Ask before calling anything overdue.</param>
public readonly record struct OdometerEstimate(Odometer Low, Odometer Expected, Odometer High, bool IsStale);
