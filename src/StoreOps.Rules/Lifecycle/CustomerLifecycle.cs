using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Lifecycle;

/// <summary>The state of a customer over all vehicles: the best of them, so that a sold car does not make its owner lost.</summary>
public sealed record CustomerLifecycle
{
    internal CustomerLifecycle()
    {
    }

    /// <summary>Gets the state: the best of the vehicles.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the vehicle that decided.</summary>
    /// <value>Of those with the best state the one that keeps it longest; among equals the first given.</value>
    public required LifecycleAssessment Decisive { get; init; }

    /// <summary>Gets all vehicles, in the order given.</summary>
    public required ImmutableArray<LifecycleAssessment> Vehicles { get; init; }

    /// <summary>Gets the first day on which the customer's state will be another one without a new visit of any vehicle.</summary>
    /// <value>Null when it will never change.</value>
    public LocalDate? NextTransitionOn { get; internal init; }

    /// <summary>Gets the state on that day; null when it will never change.</summary>
    public LifecycleState? NextState { get; internal init; }

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the policy did not come from a pack.</value>
    public PackStamp? Pack => Decisive.Pack;

    /// <summary>Gets why: one step for each vehicle.</summary>
    public required Evidence Evidence { get; init; }
}
