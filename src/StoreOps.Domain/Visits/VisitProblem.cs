using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>What visit planning is asked: a vehicle, how it is driven, how far to look, and the services to bring together.</summary>
public sealed record VisitProblem
{
    /// <summary>The largest cost accepted.</summary>
    public const int MaxCost = 1_000_000;

    /// <summary>The farthest a plan looks, in days.</summary>
    public const int MaxHorizonDays = 36_525;

    /// <summary>The largest daily distance accepted, in meters.</summary>
    public const int MaxMetersPerDay = 2_000_000;

    /// <summary>The largest number of visits planned; where more would be needed, the plan ends earlier and says so.</summary>
    public const int MaxVisits = 1_000;

    /// <summary>Gets the day of the plan, at the shop.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Gets today's odometer.</summary>
    public required Odometer Odometer { get; init; }

    /// <summary>Gets how far the vehicle is driven a day, in meters.</summary>
    /// <value>From 0, a vehicle that stands, to <see cref="MaxMetersPerDay"/>. A cautious host passes the 90th percentile.</value>
    public required int MetersPerDay { get; init; }

    /// <summary>Gets how many kilometers the plan covers.</summary>
    /// <value>Zero or above; the default is 60,000.</value>
    public int HorizonKilometers { get; init; } = 60_000;

    /// <summary>Gets how many days the plan covers at most.</summary>
    /// <value>From 0 to <see cref="MaxHorizonDays"/>, the default. The earlier of the two ends is the horizon.</value>
    public int HorizonDays { get; init; } = MaxHorizonDays;

    /// <summary>Gets what one visit costs, in any unit: the customer's time, the bay, the paperwork.</summary>
    /// <value>From 0 to <see cref="MaxCost"/>.</value>
    public required int VisitCost { get; init; }

    /// <summary>Gets the step of the grid on which <see cref="VisitMethod.Grid"/> plans.</summary>
    /// <value>Above zero; the default is 10,000.</value>
    public int GridKilometers { get; init; } = 10_000;

    /// <summary>Gets how much work may be spent on the search for the best plan, in plans-so-far looked at.</summary>
    /// <value>Zero or above; the default is 20,000. Zero leaves the polynomial method alone.</value>
    public int NodeBudget { get; init; } = 20_000;

    /// <summary>Gets the services.</summary>
    public required ImmutableArray<VisitItem> Items { get; init; }
}
