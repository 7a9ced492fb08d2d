using StoreOps.Domain;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Pricing;

/// <summary>A discount that a quote does not apply, and why.</summary>
/// <param name="RuleId">The promotion, coupon or package.</param>
/// <param name="Kind">What it would come from.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Evidence">Why it does not apply; its code says which kind of obstacle it is.</param>
public sealed record RejectedDiscount(string RuleId, DiscountKind Kind, LocalizedText Name, Evidence Evidence);
