using NodaTime;

using StoreOps.Domain.Monetary;

namespace StoreOps.Domain.Staffing;

/// <summary>A shop: where it stands decides its days, its currency and its rules.</summary>
public sealed record Shop
{
    /// <summary>Gets the host's own identifier of the shop.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the chain that the shop belongs to.</summary>
    /// <value>Null for a shop of its own.</value>
    public string? ChainId { get; init; }

    /// <summary>Gets the time zone in which the shop's days begin and end.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>Gets the currency of its prices.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the market whose registration rules apply to most of its cars, for example "China".</summary>
    /// <value>Null when not known.</value>
    public string? Market { get; init; }
}
