using System.Collections.Immutable;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Pricing;

/// <summary>A discount that a quote applies.</summary>
/// <param name="RuleId">The promotion, coupon or package.</param>
/// <param name="Kind">What it comes from.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Amount">What it takes off, above zero.</param>
/// <param name="Shares">What it takes off each line, in their order; they sum to the amount.</param>
/// <param name="Evidence">Why it applies.</param>
public sealed record AppliedDiscount(
    string RuleId, DiscountKind Kind, LocalizedText Name, Money Amount, ImmutableArray<Money> Shares, Evidence Evidence);
