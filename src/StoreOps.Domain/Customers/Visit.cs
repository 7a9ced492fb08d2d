using NodaTime;

using StoreOps.Domain.Monetary;

namespace StoreOps.Domain.Customers;

/// <summary>One visit of a vehicle to a shop.</summary>
/// <param name="Date">The day, at the shop.</param>
/// <param name="VehicleId">The vehicle.</param>
/// <param name="ShopId">The shop.</param>
/// <param name="Paid">What was paid; null when not known.</param>
/// <param name="Kind">Why the customer came.</param>
public sealed record Visit(LocalDate Date, string VehicleId, string ShopId, Money? Paid = null, VisitKind Kind = VisitKind.Chosen);
