namespace StoreOps.Domain.Maintenance;

/// <summary>A kind of severe use that a schedule names, and what makes it hold.</summary>
/// <param name="Letter">The letter or word by which rules refer to it.</param>
/// <param name="Text">What it means, in English; empty when the source does not say.</param>
public sealed record SevereCondition(string Letter, string Text)
{
    /// <summary>Gets the answers of which any makes it hold.</summary>
    /// <value>The default is <see cref="DrivingConditions.None"/>: no answer does.</value>
    public DrivingConditions Driving { get; init; }

    /// <summary>Gets the age from which on it holds, in years from first registration.</summary>
    /// <value>Null when age does not matter.</value>
    public int? FromAgeYears { get; init; }

    /// <summary>Gets the odometer from which on it holds, in kilometers.</summary>
    /// <value>Null when the odometer does not matter.</value>
    public int? FromKilometers { get; init; }

    /// <summary>Gets a value indicating whether it holds when the oil in the engine is known and below what the rule requires.</summary>
    public bool IsOilBelowSpecification { get; init; }
}
