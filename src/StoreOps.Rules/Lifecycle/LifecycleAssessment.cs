using NodaTime;

using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Lifecycle;

/// <summary>The state of one vehicle's customer on one day, with everything it was concluded from.</summary>
public sealed record LifecycleAssessment
{
    internal LifecycleAssessment()
    {
    }

    /// <summary>Gets the vehicle; null when the situation did not name it.</summary>
    public string? VehicleId { get; internal init; }

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; internal init; }

    /// <summary>Gets the day asked about.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the state.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets how urgent it is to win the customer back.</summary>
    public ChurnWarning Warning { get; internal init; }

    /// <summary>Gets the number of distinct days that count as visits, zero or above.</summary>
    public int Visits { get; internal init; }

    /// <summary>Gets the day of the last visit that counts; null when there is none.</summary>
    public LocalDate? LastVisitOn { get; internal init; }

    /// <summary>Gets the customer's own interval in days, rounded to four decimals; null when not known.</summary>
    /// <remarks>Decisions are taken on the exact fraction.</remarks>
    public decimal? OwnIntervalDays { get; internal init; }

    /// <summary>Gets the days since the last visit; null when there is none.</summary>
    public int? IdleDays { get; internal init; }

    /// <summary>Gets <see cref="IdleDays"/> over the own interval, rounded to four decimals; null when not known.</summary>
    public decimal? Ratio { get; internal init; }

    /// <summary>
    /// Gets a value indicating whether the customer is late but not yet at risk: ratio above 1.0, and New, Active or Core.
    /// </summary>
    public bool IsOverdue { get; internal init; }

    /// <summary>Gets a value indicating whether the last visit came when the customer was Dormant or Lost by what was known then.</summary>
    public bool IsReactivated { get; internal init; }

    /// <summary>Gets the first day on which the state will be another one without a new visit.</summary>
    /// <value>After <see cref="AsOf"/>; null when it will never change.</value>
    public LocalDate? NextTransitionOn { get; internal init; }

    /// <summary>Gets the state on that day; null when it will never change.</summary>
    public LifecycleState? NextState { get; internal init; }

    /// <summary>Gets why, with all inputs.</summary>
    public required Evidence Evidence { get; init; }

    internal LifecycleCourse Course { get; init; }
}
