using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;

namespace StoreOps.Rules.Pricing;

/// <summary>A line of a quote.</summary>
/// <param name="Line">The line asked for.</param>
/// <param name="Discount">What all discounts together take off it.</param>
/// <param name="Payable">What is left to pay: the list amount less the discount, never below zero.</param>
public sealed record QuotedLine(WorkOrderLine Line, Money Discount, Money Payable);
