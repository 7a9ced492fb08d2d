using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Recommend.Training;

/// <summary>One vehicle with its finished visits, as training reads it.</summary>
/// <param name="Id">The vehicle, by an id that stays its own.</param>
/// <param name="Visits">Its visits, in order of their days; a vehicle without visits teaches nothing.</param>
public sealed record TrainingVehicle(string Id, ImmutableArray<TrainingVisit> Visits)
{
    /// <summary>Gets the model family, such as a model and its engine: vehicles that wear alike.</summary>
    /// <value>Empty, the default, when it is not known.</value>
    public string Family { get; init; } = "";

    /// <summary>Gets the day the vehicle was first on the road.</summary>
    /// <value>Null, the default, when it is not known.</value>
    public LocalDate? InServiceSince { get; init; }

    /// <summary>Gets the usage tags, such as <c>outdoor</c>.</summary>
    public ImmutableArray<string> UsageTags { get; init; } = [];
}
