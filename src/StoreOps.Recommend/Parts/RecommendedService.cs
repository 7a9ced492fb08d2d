using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;

namespace StoreOps.Recommend.Parts;

/// <summary>A service worth offering, with the reasons.</summary>
/// <param name="Item">The item.</param>
/// <param name="Action">What to offer. Where nobody knows when it was last done, this is to inspect it, whatever the schedule says.</param>
/// <param name="LogOdds">The sum of all reasons.</param>
/// <param name="Reasons">The terms of the score, the largest first.</param>
/// <param name="Origins">How it came to be considered, the strongest first; at least one.</param>
/// <param name="Source">The line of the plan that it rests on; null when the plan says nothing of the item.</param>
public sealed record RecommendedService(
    MaintenanceItem Item,
    ServiceAction Action,
    double LogOdds,
    ImmutableArray<RecommendationReason> Reasons,
    ImmutableArray<RecommendationOrigin> Origins,
    PlannedService? Source)
{
    /// <summary>Gets the chance that the offer is accepted: the logistic function of <see cref="LogOdds"/>.</summary>
    /// <value>Above 0 and below 1.</value>
    public double Probability { get; } = 1.0 / (1.0 + Math.Exp(-LogOdds));
}
