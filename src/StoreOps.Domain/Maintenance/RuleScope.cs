using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>For which of a schedule's vehicles a rule holds. Every list that is not empty has to match.</summary>
public sealed record RuleScope
{
    /// <summary>Gets the scope of all the schedule's vehicles.</summary>
    public static RuleScope All { get; } = new();

    /// <summary>Gets the engine or gearbox codes.</summary>
    public ImmutableArray<string> EngineCodes { get; init; } = [];

    /// <summary>Gets the build codes.</summary>
    public ImmutableArray<string> BuildCodes { get; init; } = [];

    /// <summary>Gets the models.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>Gets the kinds of part fitted.</summary>
    public ImmutableArray<string> FittedParts { get; init; } = [];

    /// <summary>Gets the grades of the oil that is filled.</summary>
    public ImmutableArray<string> OilGrades { get; init; } = [];

    /// <summary>Gets the markets.</summary>
    public ImmutableArray<string> Markets { get; init; } = [];

    /// <summary>Gets the first model year.</summary>
    /// <value>Null for no lower bound.</value>
    public int? FromModelYear { get; init; }

    /// <summary>Gets the last model year.</summary>
    /// <value>Null for no upper bound.</value>
    public int? ToModelYear { get; init; }

    /// <summary>Gets the powertrains.</summary>
    public ImmutableArray<Powertrain> Powertrains { get; init; } = [];

    /// <summary>Tells whether a vehicle is in the scope, and which fact is missing to tell.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="missing">Receives the fact to ask for; <see cref="PlanReason.None"/> when the answer is certain.</param>
    /// <returns>True unless a known fact rules the vehicle out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public bool MayInclude(Vehicle vehicle, out PlanReason missing)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        missing = PlanReason.None;
        if (!Powertrains.IsEmpty && vehicle.Powertrain == Powertrain.Unknown)
            missing = PlanReason.NeedsPowertrain;
        else if (!Powertrains.IsEmpty && !Powertrains.Contains(vehicle.Powertrain))
            return false;
        if (vehicle.ModelYear < FromModelYear || vehicle.ModelYear > ToModelYear)
            return false;
        if ((FromModelYear ?? ToModelYear) is not null && vehicle.ModelYear is null && missing == PlanReason.None)
            missing = PlanReason.NeedsModelYear;
        return Judge(Models, vehicle.Model is { } model ? [model] : [], PlanReason.NeedsModel, ref missing)
            && Judge(EngineCodes, vehicle.EngineCodes, PlanReason.NeedsEngineCode, ref missing)
            && Judge(BuildCodes, vehicle.BuildCodes, PlanReason.NeedsBuildCode, ref missing)
            && Judge(FittedParts, vehicle.FittedParts, PlanReason.NeedsFittedPart, ref missing)
            && Judge(OilGrades, vehicle.OilGrades, PlanReason.NeedsOilGrade, ref missing)
            && Judge(Markets, vehicle.Market is { } market ? [market] : [], PlanReason.NeedsMarket, ref missing);
    }

    private static bool Judge(ImmutableArray<string> wanted, ImmutableArray<string> known, PlanReason need, ref PlanReason missing)
    {
        if (wanted.IsEmpty)
            return true;
        foreach (var one in known)
        {
            if (wanted.Contains(one, StringComparer.OrdinalIgnoreCase))
                return true;
        }

        if (!known.IsEmpty)
            return false;
        if (missing == PlanReason.None)
            missing = need;
        return true;
    }
}
