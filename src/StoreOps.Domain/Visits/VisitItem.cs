using NodaTime;

namespace StoreOps.Domain.Visits;

/// <summary>A recurring service as visit planning sees it: when it is next due, how it repeats, and what doing it early costs.</summary>
/// <remarks>Kilometers and dates both count; whichever comes first.</remarks>
public sealed record VisitItem
{
    /// <summary>The longest interval in months.</summary>
    public const int MaxMonths = 1_200;

    /// <summary>The most minutes of work.</summary>
    public const int MaxLaborMinutes = 1_000_000;

    /// <summary>Gets the id by which the answer names it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the odometer at which it is next due, in kilometers.</summary>
    /// <value>Zero or above; null when kilometers do not count. It may lie behind the vehicle: then it is due today.</value>
    public int? DueKilometers { get; init; }

    /// <summary>Gets the day on which it is next due.</summary>
    /// <value>Null when time does not count.</value>
    public LocalDate? DueDate { get; init; }

    /// <summary>Gets after how many kilometers it is due again.</summary>
    /// <value>Above zero; null when kilometers do not repeat.</value>
    public int? EveryKilometers { get; init; }

    /// <summary>Gets after how many months it is due again.</summary>
    /// <value>From 1 to <see cref="MaxMonths"/>; null when months do not repeat.</value>
    public int? EveryMonths { get; init; }

    /// <summary>Gets the odometer from which the points of a fixed grid are counted.</summary>
    /// <value>Zero or above; null, the default, when the next interval begins where the service was done.</value>
    public int? GridFromKilometers { get; init; }

    /// <summary>Gets the first point of a fixed grid, where it does not lie on it.</summary>
    /// <value>Zero or above; null, the default, when the grid begins at once. Used with <see cref="GridFromKilometers"/> only.</value>
    public int? GridFirstKilometers { get; init; }

    /// <summary>Gets by how many kilometers its limit may be passed.</summary>
    /// <value>Zero or above; zero, the default, makes the limit hard.</value>
    public int LateKilometers { get; init; }

    /// <summary>Gets by how many days its limit may be passed.</summary>
    /// <value>Zero or above; zero, the default, makes the limit hard. Where both limits count, the smaller of the two allowances holds.</value>
    public int LateDays { get; init; }

    /// <summary>Gets how many kilometers before its limit it is useful at the earliest.</summary>
    /// <value>
    /// Zero or above; null, the default, when it is useful at any time. On a fixed grid this is how early a service still counts for the
    /// point ahead of it, and null is zero.
    /// </value>
    public int? EarlyKilometers { get; init; }

    /// <summary>Gets how many days before its date it is useful at the earliest.</summary>
    /// <value>Zero or above; null, the default, when it is useful at any time.</value>
    public int? EarlyDays { get; init; }

    /// <summary>Gets how long a whole life is of a service that does not repeat.</summary>
    /// <value>Above zero; null, the default, for what lay ahead of a new vehicle. Not used where kilometers or months repeat.</value>
    public int? LifeKilometers { get; init; }

    /// <summary>Gets what it would cost to throw a whole interval of its life away, in the unit of the visit cost.</summary>
    /// <value>From 0, the default, to <see cref="VisitProblem.MaxCost"/>. A service done at half its life wastes half of it.</value>
    public int CostPerLife { get; init; }

    /// <summary>Gets the minutes of work.</summary>
    /// <value>From 0 to <see cref="MaxLaborMinutes"/>; reported for each visit, no part of the cost.</value>
    public int LaborMinutes { get; init; }
}
