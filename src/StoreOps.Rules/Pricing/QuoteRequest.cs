using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Orders;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Pricing;

/// <summary>What a quote is asked for.</summary>
public sealed record QuoteRequest
{
    /// <summary>Gets the day, at the shop.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the lines, each with its list amount in the currency of the rules.</summary>
    public required ImmutableArray<WorkOrderLine> Lines { get; init; }

    /// <summary>Gets the facts that conditions ask about.</summary>
    /// <value>Null when nothing is known: conditions then stay unknown, and what depends on them is not applied.</value>
    public FactSet? Facts { get; init; }

    /// <summary>Gets the coupons the customer holds.</summary>
    public ImmutableArray<string> CouponIds { get; init; } = [];

    /// <summary>Gets what the customer still has of packages bought before.</summary>
    public ImmutableArray<HeldPackage> HeldPackages { get; init; } = [];
}
