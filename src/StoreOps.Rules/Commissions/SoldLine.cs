using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;

namespace StoreOps.Rules.Commissions;

/// <summary>A line of an order with what the customer pays for it.</summary>
/// <param name="Line">The line, with its credits.</param>
/// <param name="Payable">What is paid for it after all discounts; zero or above.</param>
/// <param name="LaborMinutes">The time credited to who does the work; null when not known. Above or equal to zero.</param>
public sealed record SoldLine(WorkOrderLine Line, Money Payable, int? LaborMinutes = null);
