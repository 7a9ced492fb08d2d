using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Rules.Campaigns;

/// <summary>Somebody who takes part in a campaign.</summary>
/// <param name="Id">The id, of the host's choosing.</param>
/// <param name="TeamId">The team, for example the shop; null for none.</param>
public sealed record CampaignPerson(string Id, string? TeamId = null)
{
    /// <summary>Gets the promotion codes that are the person's own.</summary>
    /// <value>Empty for none; a code belongs to one person.</value>
    public ImmutableArray<string> Codes { get; init; } = [];
}

/// <summary>Sets that were sold in a campaign, or given back.</summary>
/// <param name="Id">The id of the sale: the same sale handed over twice counts once.</param>
/// <param name="Date">The day, at the shop. A set given back counts on the day it was sold.</param>
/// <param name="PersonId">Who sold them; null where a code tells.</param>
/// <param name="Units">How many; negative for sets given back.</param>
/// <param name="Code">The promotion code that the customer showed: the sale then is its owner's; null for none.</param>
public sealed record CampaignSale(string Id, LocalDate Date, string? PersonId, int Units, string? Code = null);

/// <summary>A sale that counts for nobody, and why.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Reason">Why.</param>
public sealed record UncountedSale(CampaignSale Sale, UncountedReason Reason);

/// <summary>Why a sale counts for nobody.</summary>
public enum UncountedReason
{
    /// <summary>Its day is in no stage of the campaign.</summary>
    NoStage = 0,

    /// <summary>Its day is after the day that is asked about.</summary>
    Later = 1,

    /// <summary>The person does not take part.</summary>
    UnknownPerson = 2,

    /// <summary>The code is nobody's. A mistyped code is not paid to the seller instead: somebody has to look.</summary>
    UnknownCode = 3,
}
