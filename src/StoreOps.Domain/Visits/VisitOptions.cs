using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Visits;

/// <summary>How far visits are planned from a maintenance plan, and what is weighed against what.</summary>
/// <remarks>The costs are a shop's own: only their proportion matters. The defaults are an assumption, not a measurement.</remarks>
public sealed record VisitOptions
{
    /// <summary>Gets the options that hold when none are given.</summary>
    public static VisitOptions Default { get; } = new();

    /// <summary>Gets how many kilometers the plan covers.</summary>
    /// <value>From 0 to <see cref="Odometer.MaxKilometers"/>; the default is 60,000.</value>
    public int HorizonKilometers { get; init; } = 60_000;

    /// <summary>Gets how many days the plan covers at most.</summary>
    /// <value>From 0 to <see cref="VisitProblem.MaxHorizonDays"/>; the default is ten years.</value>
    public int HorizonDays { get; init; } = 3_652;

    /// <summary>Gets what a visit costs the customer and the shop, apart from the work.</summary>
    /// <value>From 0 to <see cref="VisitProblem.MaxCost"/>; the default is 100.</value>
    public int VisitCost { get; init; } = 100;

    /// <summary>Gets what a replacement, or a service as a whole, costs that is thrown away unused.</summary>
    /// <value>From 0 to <see cref="VisitProblem.MaxCost"/>; the default is 300.</value>
    public int ReplacementCost { get; init; } = 300;

    /// <summary>Gets what any other work costs that is done a whole interval too early.</summary>
    /// <value>From 0 to <see cref="VisitProblem.MaxCost"/>; the default is 30.</value>
    public int WorkCost { get; init; } = 30;

    /// <summary>Gets a value indicating whether a limit may be passed by as much as the maker states.</summary>
    /// <value>The default is false: the customer comes before the limit.</value>
    public bool UsesTolerance { get; init; }

    /// <summary>Gets how much work may be spent on the search for the best plan.</summary>
    /// <value>Zero or above; the default is 20,000.</value>
    public int NodeBudget { get; init; } = 20_000;
}
