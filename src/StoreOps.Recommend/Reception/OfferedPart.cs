using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>A part, or a service without one, that a trained model says is worth offering on today's order.</summary>
public sealed record OfferedPart
{
    internal OfferedPart()
    {
    }

    /// <summary>Gets the id: that of the part in the shop's list, or of the item for work that takes no part.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the part as the shop offers it.</summary>
    /// <value>Null for work that takes no part.</value>
    public StockedPart? Stocked { get; internal init; }

    /// <summary>Gets the maintenance item that it serves.</summary>
    /// <value>Null for a part of a slot that no item names.</value>
    public MaintenanceItem? Item { get; internal init; }

    /// <summary>Gets the line of the plan that speaks of it: how far its interval is used up, or that nobody recorded it.</summary>
    /// <value>Null where the plan says nothing.</value>
    public PlannedService? Planned { get; internal init; }

    /// <summary>Gets the quantity that the vehicle takes, in the part's unit.</summary>
    /// <value>Null when the catalog does not say.</value>
    public decimal? Quantity { get; internal init; }

    /// <summary>Gets the list price of the part in that quantity.</summary>
    /// <value>Null when the quantity is not known, or without a part.</value>
    public Money? Amount { get; internal init; }

    /// <summary>Gets the list price of the work, where it would be a line of its own.</summary>
    /// <value>Null where the rule pack has no price, or the work is on the order already.</value>
    public Money? Labor { get; internal init; }

    /// <summary>Gets how the part can be had; on the shelf for work that takes none.</summary>
    public Availability Availability { get; internal init; }

    /// <summary>Gets whether the part fits: <see cref="FitmentVerdict.Unknown"/> means that somebody has to look first.</summary>
    public FitmentVerdict Fitment { get; internal init; }

    /// <summary>Gets the sum of all terms.</summary>
    public double LogOdds { get; internal init; }

    /// <summary>Gets the chance that the line is accepted when it is offered.</summary>
    public double Probability { get; internal init; }

    /// <summary>Gets what the offer is worth to the shop, by which offers are ordered.</summary>
    public double Value { get; internal init; }

    /// <summary>Gets where it came from.</summary>
    public PartSources Sources { get; internal init; }

    /// <summary>Gets the reasons in codes and numbers, the strongest first; <see cref="Localization.OfferedPartText"/> makes sentences of them.</summary>
    public ImmutableArray<PartReason> Reasons { get; internal init; } = [];

    /// <summary>Gets a value indicating whether the line is sure enough to be added without being asked for.</summary>
    /// <value>
    /// True from the owner's threshold on, and only for what surely fits, has a price, is on the shelf, and is not a replacement of which nobody
    /// recorded when it was last done: a machine never orders, guesses or sells what may be needless.
    /// </value>
    public bool IsAutoAdded { get; internal init; }
}
