using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Recommend.Parts;

/// <summary>What a recommendation is asked for. Ids that the catalog does not have are ignored.</summary>
public sealed record RecommendationRequest
{
    /// <summary>Gets the maintenance plan of the vehicle.</summary>
    public required MaintenancePlan Plan { get; init; }

    /// <summary>Gets the powertrain.</summary>
    /// <value>Unknown, the default, for that of the plan's vehicle.</value>
    public Powertrain Powertrain { get; init; }

    /// <summary>Gets the items already on the order.</summary>
    public ImmutableArray<string> OnOrder { get; init; } = [];

    /// <summary>Gets the items that the customer declined lately.</summary>
    public ImmutableArray<string> Declined { get; init; } = [];

    /// <summary>Gets the items that must not be offered.</summary>
    public ImmutableArray<string> Forbidden { get; init; } = [];

    /// <summary>Gets how many services to return at most.</summary>
    /// <value>Zero or above; the default is 5.</value>
    public int MaxResults { get; init; } = 5;
}
