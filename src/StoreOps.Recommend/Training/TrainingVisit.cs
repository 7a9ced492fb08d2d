using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Recommend.Training;

/// <summary>One finished visit of a vehicle, as training reads it.</summary>
/// <param name="Date">The day, at the shop.</param>
/// <param name="Kilometers">The odometer at the visit, in kilometers; null when nobody read it.</param>
/// <param name="Parts">The parts and services sold, by id. Several lines of one part count once.</param>
public sealed record TrainingVisit(LocalDate Date, int? Kilometers, ImmutableArray<string> Parts)
{
    /// <summary>Gets the parts that the visit's inspection found worn, by id, whether they were then sold or not.</summary>
    /// <value>Empty, the default, for none.</value>
    /// <remarks>Only what is found before the customer decides belongs here: a finding written because the part was sold says nothing.</remarks>
    public ImmutableArray<string> Findings { get; init; } = [];
}
