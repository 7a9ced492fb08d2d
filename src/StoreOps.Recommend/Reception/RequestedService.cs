using StoreOps.Domain.Maintenance;

namespace StoreOps.Recommend.Reception;

/// <summary>What a customer asks for by name.</summary>
/// <param name="ItemId">The maintenance item, for example "wiper-blades".</param>
/// <param name="Action">What is to be done.</param>
public sealed record RequestedService(string ItemId, ServiceAction Action);
