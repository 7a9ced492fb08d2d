namespace StoreOps.Testing.Workshops;

/// <summary>What kind of workshop is made up.</summary>
/// <param name="Seed">The same seed makes the same workshop.</param>
public sealed record WorkshopOptions(ulong Seed)
{
    /// <summary>Gets the number of model families; every eighth is electric.</summary>
    public int Families { get; init; } = 24;

    /// <summary>Gets the share of visits at which nobody notes the odometer.</summary>
    public double MissingOdometer { get; init; } = 0.1;

    /// <summary>Gets the share of odometers that are noted ten times too great or too small.</summary>
    public double MistypedOdometer { get; init; }

    /// <summary>Gets the share of lines that were sold and not noted.</summary>
    public double Forgotten { get; init; } = 0.05;

    /// <summary>Gets the chance that a customer does not come back.</summary>
    public double Lost { get; init; } = 0.08;

    /// <summary>Gets how often an owner takes the brand that he prefers; else any, the first the more often.</summary>
    public double Loyalty { get; init; } = 0.8;
}
