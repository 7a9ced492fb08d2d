namespace StoreOps.Testing.Workshops;

/// <summary>A kind of part and the truth about how it wears.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Brands">How many parts of the kind the shop has, one of each brand.</param>
/// <param name="Shape">The shape of its Weibull hazard over kilometers since it was last replaced; 1 for pure chance, more for wear.</param>
/// <param name="ScaleKilometers">The scale of the hazard: after so many kilometers 63 % are replaced, on an ordinary vehicle.</param>
public sealed record WorkshopCategory(string Name, int Brands, double Shape, double ScaleKilometers)
{
    /// <summary>Gets whether an electric vehicle has it.</summary>
    public bool FitsElectric { get; init; } = true;

    /// <summary>Gets the months, as bits from 1 for January, in which the hazard is greater.</summary>
    public int SeasonMonths { get; init; }

    /// <summary>Gets by how much the hazard is greater in these months.</summary>
    public double SeasonFactor { get; init; } = 1;

    /// <summary>Gets the kind that brings this one along on the same visit; empty for none.</summary>
    public string Follows { get; init; } = "";

    /// <summary>Gets the chance that it is brought along.</summary>
    public double FollowChance { get; init; }

    /// <summary>Gets the chance that it is taken at the visit after the one at which <see cref="Follows"/> was.</summary>
    public double LaterChance { get; init; }

    /// <summary>Gets by how much outdoor use wears it sooner.</summary>
    public double OutdoorFactor { get; init; } = 1;

    /// <summary>Returns the hazard added up to a distance since the last replacement, on a vehicle that wears it so many times as fast.</summary>
    public double CumulativeHazard(double kilometers, double wear) => kilometers <= 0 ? 0 : Math.Pow(kilometers * wear / ScaleKilometers, Shape);

    public bool IsSeason(int month) => (SeasonMonths & (1 << month)) != 0;
}
