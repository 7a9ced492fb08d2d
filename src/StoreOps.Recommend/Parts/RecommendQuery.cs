using NodaTime;

namespace StoreOps.Recommend.Parts;

/// <summary>What parts are recommended for: a vehicle, its order so far, and what may be offered. All parts are numbers of the model.</summary>
/// <remarks>Numbers that no part of the model has are ignored and counted in the diagnostics: an unknown vehicle or part never makes a call fail.</remarks>
public readonly ref struct RecommendQuery
{
    /// <summary>Gets the day, at the shop.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets what the vehicle had.</summary>
    /// <value>Null, the default, for nothing known.</value>
    public PartHistory? History { get; init; }

    /// <summary>Gets the odometer in kilometers.</summary>
    /// <value>Zero or above; null, the default, when not known.</value>
    public int? Kilometers { get; init; }

    /// <summary>Gets the model family.</summary>
    /// <value>Null, the default, when not known.</value>
    public int? Family { get; init; }

    /// <summary>Gets the usage tags.</summary>
    public ReadOnlySpan<int> UsageTags { get; init; }

    /// <summary>Gets the parts on the order.</summary>
    public ReadOnlySpan<int> Lines { get; init; }

    /// <summary>Gets the parts that the inspection found worn.</summary>
    public ReadOnlySpan<int> Findings { get; init; }

    /// <summary>Gets what the vehicle's schedule says; a part that is not named is judged by its usual interval, where it has one.</summary>
    public ReadOnlySpan<PartDue> Due { get; init; }

    /// <summary>Gets the parts that the shop's rules say to offer, such as "with A always offer B".</summary>
    public ReadOnlySpan<int> Offered { get; init; }

    /// <summary>Gets the parts that fit the vehicle.</summary>
    /// <value>Null, the default, for all.</value>
    public PartSet? Fitting { get; init; }

    /// <summary>Gets the parts in stock or to be had.</summary>
    /// <value>Null, the default, for all.</value>
    public PartSet? Available { get; init; }

    /// <summary>Gets the parts that the shop's brand rules forbid.</summary>
    /// <value>Null, the default, for none.</value>
    public PartSet? Forbidden { get; init; }

    /// <summary>Gets the parts that the customer declined lately.</summary>
    /// <value>Null, the default, for none.</value>
    public PartSet? Declined { get; init; }

    /// <summary>Gets the parts of which the maker says that they need no service.</summary>
    /// <value>Null, the default, for none.</value>
    public PartSet? NoServiceRequired { get; init; }
}
