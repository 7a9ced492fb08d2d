namespace StoreOps.Recommend.Training;

/// <summary>On how many orders two maintenance items stood together.</summary>
/// <param name="FirstItemId">The item whose id comes first in ordinal order.</param>
/// <param name="SecondItemId">The other item.</param>
/// <param name="Orders">The number of orders with both; 1 or above.</param>
public readonly record struct PairOrders(string FirstItemId, string SecondItemId, long Orders);
