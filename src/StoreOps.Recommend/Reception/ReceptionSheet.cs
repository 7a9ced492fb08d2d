using System.Collections.Immutable;
using System.Text.Json;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Parts;
using StoreOps.Rules;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Recommend.Reception;

/// <summary>The answer to an arrival: what is due, which parts, what else to offer, what it costs, who earns what, and where the customer stands.</summary>
public sealed record ReceptionSheet
{
    /// <summary>Gets the arrival.</summary>
    public required Arrival Arrival { get; init; }

    /// <summary>Gets the rules that were applied.</summary>
    public required RulePack Pack { get; init; }

    /// <summary>Gets the vehicle, completed by what its VIN tells.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>Gets what the VIN tells.</summary>
    /// <value>Null when the vehicle has none.</value>
    public required DecodedVin? Vin { get; init; }

    /// <summary>Gets how today's odometer fits the earlier readings.</summary>
    public required OdometerAssessment Odometer { get; init; }

    /// <summary>Gets the maintenance plan.</summary>
    public required MaintenancePlan Plan { get; init; }

    /// <summary>Gets the services of today's order.</summary>
    public required ImmutableArray<ReceivedService> Services { get; init; }

    /// <summary>Gets the lines of today's order.</summary>
    public required ImmutableArray<WorkOrderLine> Lines { get; init; }

    /// <summary>Gets the parts worth offering by a trained model.</summary>
    /// <value>Null for a desk without a model.</value>
    public required PartsOffered? Offers { get; init; }

    /// <summary>Gets what else to offer by the schedule, the likeliest first: everything without a model, else what the model does not decide.</summary>
    public required ImmutableArray<RecommendedService> Recommendations { get; init; }

    /// <summary>Gets what the offers rest on.</summary>
    /// <value><see cref="RecommendBasis.Schedule"/> without a model, or where it had no part to offer.</value>
    public RecommendBasis OfferBasis => Offers is { Parts.IsEmpty: false } offers ? offers.Diagnostics.Basis : RecommendBasis.Schedule;

    /// <summary>Gets the tags that the customer carries and the segments they are in, by the host and the rule pack.</summary>
    /// <value>Null when the customer is not known, or the pack has neither tags nor segments.</value>
    public required TagAssessment? Tags { get; init; }

    /// <summary>Gets what the order costs.</summary>
    public required Quote Quote { get; init; }

    /// <summary>Gets who earns what from it.</summary>
    public required CommissionPreview Commissions { get; init; }

    /// <summary>Gets where the customer stands with this vehicle, before today's visit.</summary>
    /// <value>Null when the customer is not known.</value>
    public required LifecycleAssessment? Lifecycle { get; init; }

    /// <summary>Gets whom to contact, and when.</summary>
    /// <value>Null when the customer is not known.</value>
    public required FollowUpPlan? FollowUps { get; init; }

    /// <summary>Gets what a person should look at.</summary>
    public required ImmutableArray<ReceptionFinding> Findings { get; init; }

    /// <summary>Writes the sheet as one JSON object, for machines: the same bytes for the same arrival and rules, everywhere.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ReceptionJson.Write(this, writer);
    }
}
