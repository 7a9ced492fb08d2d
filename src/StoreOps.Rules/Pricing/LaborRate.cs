using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>What the shop charges for the work on one maintenance item.</summary>
/// <param name="ItemId">The item, for example "engine-oil".</param>
/// <param name="Action">What is done with it.</param>
/// <param name="Price">The price of the work, zero or above.</param>
/// <param name="LaborMinutes">The time that is credited to who does it; null when not stated.</param>
public sealed record LaborRate(string ItemId, ServiceAction Action, Money Price, int? LaborMinutes = null);
