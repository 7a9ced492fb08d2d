using System.Collections.Immutable;

namespace StoreOps.Domain.Customers;

/// <summary>A customer as the shop knows it.</summary>
public sealed record Customer
{
    /// <summary>Gets the host's own identifier of the customer.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    /// <value>Null when not known.</value>
    public string? Name { get; init; }

    /// <summary>Gets the ways to reach the customer.</summary>
    public ImmutableArray<ContactPoint> ContactPoints { get; init; } = [];

    /// <summary>Gets the visits, in any order.</summary>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>Gets the identifiers of the coupons the customer holds.</summary>
    public ImmutableArray<string> CouponIds { get; init; } = [];

    /// <summary>Returns the identifier only: names and contacts are personal data and stay out of logs.</summary>
    /// <returns>The identifier.</returns>
    public override string ToString() => Id;
}
