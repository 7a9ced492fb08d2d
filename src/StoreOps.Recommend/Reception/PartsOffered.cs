using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Parts;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>The parts that a trained model says are worth offering on an order, and what that rests on.</summary>
public sealed record PartsOffered
{
    internal PartsOffered()
    {
    }

    /// <summary>Gets the model, in whose numbers the reasons speak.</summary>
    public required PartsModel Model { get; init; }

    /// <summary>Gets the shop's parts, which name them.</summary>
    public required PartsList Shop { get; init; }

    /// <summary>Gets the maintenance items, which name work without a part.</summary>
    public required MaintenanceCatalog Catalog { get; init; }

    /// <summary>Gets the offers, that of most value to the shop first; one for each slot.</summary>
    public required ImmutableArray<OfferedPart> Parts { get; init; }

    /// <summary>Gets what was considered and what was taken out.</summary>
    /// <value>
    /// A part whose need the order meets already, by another brand or by work that makes it needless, counts as one that needs no service. Parts
    /// that the shop does not have count as not to be had.
    /// </value>
    public required RecommendDiagnostics Diagnostics { get; init; }

    /// <summary>Gets from what chance on a line may be added without being asked for; above 1 for never.</summary>
    public required double AutoAddFrom { get; init; }

    /// <summary>Gets how many lines are marked to be added without being asked for.</summary>
    public int AutoAdded => Parts.Count(part => part.IsAutoAdded);

    /// <summary>Gets the share of these lines that the customer is expected to want: the mean of their chances.</summary>
    /// <value>From 0 to 1; null where no line is marked.</value>
    public double? ExpectedPrecision => AutoAdded == 0 ? null : Parts.Where(part => part.IsAutoAdded).Average(part => part.Probability);
}
