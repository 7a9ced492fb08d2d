namespace StoreOps.Recommend.Training;

/// <summary>On how many orders a maintenance item stood.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Orders">The number of orders with it; 1 or above.</param>
public readonly record struct ItemOrders(string ItemId, long Orders);
