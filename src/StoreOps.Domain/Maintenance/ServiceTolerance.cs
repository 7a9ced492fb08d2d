namespace StoreOps.Domain.Maintenance;

/// <summary>How far from its limit a service still counts as done in time, as the maker states it.</summary>
/// <param name="Kilometers">Kilometers before and after; null when not stated.</param>
/// <param name="Days">Days before and after; null when not stated.</param>
/// <remarks>Zero or above where set. The default value states nothing: then <see cref="PlanningOptions"/> hold, after the limit only.</remarks>
public readonly record struct ServiceTolerance(int? Kilometers, int? Days)
{
    /// <summary>Gets a value indicating whether nothing is stated.</summary>
    public bool IsEmpty => (Kilometers ?? Days) is null;
}
