namespace StoreOps.Recommend.Training;

/// <summary>What the host knows of a part before anything is learned.</summary>
/// <param name="Id">The part, as the orders name it.</param>
public sealed record TrainingPart(string Id)
{
    /// <summary>
    /// Gets the category: parts that wear alike and stand for one another, such as front brake pads of all brands. What is not known of a part is taken
    /// from its category, and to have had one of it tells of the others.
    /// </summary>
    /// <value>Empty, the default, for none.</value>
    public string Category { get; init; } = "";

    /// <summary>Gets the interval in kilometers of the schedule that holds where the vehicle's own is not handed over with the call.</summary>
    /// <value>Above zero; null, the default, for none.</value>
    public int? EveryKilometers { get; init; }

    /// <summary>Gets the interval in months, likewise.</summary>
    /// <value>Above zero; null, the default, for none.</value>
    public int? EveryMonths { get; init; }
}
