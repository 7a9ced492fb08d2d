using System.Collections.Immutable;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Pricing;

/// <summary>What an order costs at the best lawful combination of packages, promotions and coupons.</summary>
public sealed record Quote
{
    /// <summary>Gets the lines in the order asked for.</summary>
    public required ImmutableArray<QuotedLine> Lines { get; init; }

    /// <summary>Gets the sum of the list amounts.</summary>
    public required Money ListTotal { get; init; }

    /// <summary>Gets what is to pay: the sum of the lines' payable amounts.</summary>
    public required Money Payable { get; init; }

    /// <summary>Gets the discounts applied, in the order of application.</summary>
    public required ImmutableArray<AppliedDiscount> Applied { get; init; }

    /// <summary>Gets the discounts not applied, each with its reason, in the order of the rules.</summary>
    public required ImmutableArray<RejectedDiscount> Rejected { get; init; }

    /// <summary>Gets what each package that covers something today would cost, in the order of the rules.</summary>
    public required ImmutableArray<PackageOffer> PackageOffers { get; init; }

    /// <summary>Gets a value indicating whether no combination is better: every one was compared or ruled out.</summary>
    public required bool IsProvenBest { get; init; }

    /// <summary>Gets how many combinations were compared.</summary>
    public required int CombinationsTried { get; init; }

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; init; }

    /// <summary>Gets what all discounts together take off.</summary>
    public Money Discount => ListTotal - Payable;
}
