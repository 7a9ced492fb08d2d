namespace StoreOps.Domain.Vehicles;

/// <summary>How certain a model year is.</summary>
public enum ModelYearCertainty
{
    /// <summary>Position 10 holds no year code, or none that is possible: many makers outside North America and China leave it out. The default.</summary>
    NotEncoded = 0,

    /// <summary>Two years are possible; the later one that is not in the future is the likelier.</summary>
    Ambiguous = 1,

    /// <summary>Only one year is possible.</summary>
    Certain = 2,
}
