using StoreOps.Domain.Parts;

namespace StoreOps.Rules.Brands;

/// <summary>A part of the slot that was not to be chosen.</summary>
/// <param name="Stocked">The part as the shop offers it.</param>
/// <param name="Reason">Why not: the first reason that held, in the order of the enumeration.</param>
/// <param name="RuleId">The rule that forbids it; null for every other reason.</param>
public sealed record RejectedPart(StockedPart Stocked, PartRejection Reason, string? RuleId = null);

/// <summary>Why a part was not to be chosen.</summary>
public enum PartRejection
{
    /// <summary>It does not fit the vehicle. The default.</summary>
    DoesNotFit = 0,

    /// <summary>A brand rule forbids it.</summary>
    Forbidden = 1,

    /// <summary>There is not enough of it and it cannot be ordered.</summary>
    NotAvailable = 2,

    /// <summary>Its price is in another currency than the shop's.</summary>
    OtherCurrency = 3,

    /// <summary>Nobody knows whether it fits, and another part surely does.</summary>
    FitmentUnknown = 4,
}
