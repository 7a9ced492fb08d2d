namespace StoreOps.Domain.Maintenance;

/// <summary>Where the limits of one line of a plan come from.</summary>
/// <param name="Origin">Who speaks.</param>
/// <param name="Id">The id of the layer that has the last word, or of the schedule.</param>
public sealed record LineSource(LayerOrigin Origin, string Id)
{
    /// <summary>Gets the edition of that layer or schedule.</summary>
    /// <value>Null where it states none.</value>
    public string? Edition { get; init; }
}
