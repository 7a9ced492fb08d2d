using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Parts;

/// <summary>A part that a shop can sell: what it is, whose it is, where it goes and on which vehicles.</summary>
public sealed record Part
{
    /// <summary>Gets the host's own identifier of the part (its article number).</summary>
    /// <value>Not empty; compared ordinally.</value>
    public required string Id { get; init; }

    /// <summary>Gets the slot it fills, one of the slots that maintenance items name, for example "engine-oil".</summary>
    /// <value>Kebab-case; compared ordinally.</value>
    public required string Slot { get; init; }

    /// <summary>Gets the brand.</summary>
    /// <value>Compared without regard to case.</value>
    public required string Brand { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the specification, for example "5W-40 SP/C3".</summary>
    /// <value>Null when there is none.</value>
    public string? Specification { get; init; }

    /// <summary>Gets the unit that quantities and prices count.</summary>
    /// <value>The default is <see cref="PartUnit.Piece"/>.</value>
    public PartUnit Unit { get; init; }

    /// <summary>Gets where the part fits and how much of it is used there.</summary>
    /// <value>Empty when the catalog says nothing: then its fit is not known for any vehicle.</value>
    public ImmutableArray<PartApplication> Applications { get; init; } = [];

    /// <summary>Tells whether the part fits a vehicle, and in which quantity it is used there.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="quantity">Receives the quantity of the first application that covers the vehicle, or may cover it; else 0.</param>
    /// <returns>The best verdict of all applications: one that fits decides.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public FitmentVerdict Fits(Vehicle vehicle, out decimal quantity)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        quantity = 0m;
        var best = Applications.IsEmpty ? FitmentVerdict.Unknown : FitmentVerdict.DoesNotFit;
        foreach (var application in Applications)
        {
            var verdict = application.Covers(vehicle);
            if (verdict == FitmentVerdict.Fits)
            {
                quantity = application.Quantity;
                return verdict;
            }

            if (verdict == FitmentVerdict.Unknown && best != FitmentVerdict.Unknown)
            {
                best = verdict;
                quantity = application.Quantity;
            }
        }

        return best;
    }
}
