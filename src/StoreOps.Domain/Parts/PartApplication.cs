using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Parts;

/// <summary>One statement of a parts catalog: on these vehicles the part is used, in this quantity.</summary>
/// <remarks>Every condition that is set has to hold; an application without conditions fits every vehicle.</remarks>
public sealed record PartApplication
{
    /// <summary>Gets an application without conditions, one piece each.</summary>
    public static PartApplication Universal { get; } = new();

    /// <summary>Gets the make, compared without regard to case.</summary>
    /// <value>Null for every make.</value>
    public string? Make { get; init; }

    /// <summary>Gets the models, compared without regard to case.</summary>
    /// <value>Empty for every model.</value>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>Gets the first model year.</summary>
    /// <value>Null for no lower bound.</value>
    public int? FromModelYear { get; init; }

    /// <summary>Gets the last model year, inclusive.</summary>
    /// <value>Null for no upper bound.</value>
    public int? ToModelYear { get; init; }

    /// <summary>Gets the powertrains.</summary>
    /// <value>Empty for every powertrain.</value>
    public ImmutableArray<Powertrain> Powertrains { get; init; } = [];

    /// <summary>Gets the engine or gearbox codes, one of which the vehicle has.</summary>
    /// <value>Empty for every engine.</value>
    public ImmutableArray<string> EngineCodes { get; init; } = [];

    /// <summary>Gets how much of the part one such vehicle takes, in the part's unit: 4.5 liters, 4 spark plugs.</summary>
    /// <value>Above zero; the default is 1.</value>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>Tells whether the application covers a vehicle.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <returns>
    /// <see cref="FitmentVerdict.DoesNotFit"/> as soon as one condition fails; else <see cref="FitmentVerdict.Unknown"/> when one needs a
    /// fact that is not known of the vehicle.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public FitmentVerdict Covers(Vehicle vehicle)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        var verdict = FitmentVerdict.Fits;
        return Judge(Make is null, vehicle.Make is not null, IsSame(Make, vehicle.Make), ref verdict)
            && Judge(Models.IsEmpty, vehicle.Model is not null, HoldsText(Models, vehicle.Model), ref verdict)
            && Judge(FromModelYear is null, vehicle.ModelYear is not null, vehicle.ModelYear >= FromModelYear, ref verdict)
            && Judge(ToModelYear is null, vehicle.ModelYear is not null, vehicle.ModelYear <= ToModelYear, ref verdict)
            && Judge(Powertrains.IsEmpty, vehicle.Powertrain != Powertrain.Unknown, Powertrains.Contains(vehicle.Powertrain), ref verdict)
            && Judge(EngineCodes.IsEmpty, !vehicle.EngineCodes.IsEmpty, SharesText(EngineCodes, vehicle.EngineCodes), ref verdict)
            ? verdict
            : FitmentVerdict.DoesNotFit;
    }

    private static bool Judge(bool isOpen, bool isKnown, bool holds, ref FitmentVerdict verdict)
    {
        if (isOpen)
            return true;
        if (isKnown)
            return holds;
        verdict = FitmentVerdict.Unknown;
        return true;
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool HoldsText(ImmutableArray<string> texts, string? text)
    {
        foreach (var candidate in texts)
        {
            if (IsSame(candidate, text))
                return true;
        }

        return false;
    }

    private static bool SharesText(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        foreach (var text in right)
        {
            if (HoldsText(left, text))
                return true;
        }

        return false;
    }
}
