using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>Makers' schedules, and the generic one for vehicles of which none is known. Immutable; safe for many threads.</summary>
public sealed class ScheduleLibrary
{
    private static readonly Lazy<ScheduleLibrary> Embedded = new(() => new ScheduleLibrary(EmbeddedData.Schedules(), EmbeddedData.Generic()));

    private ScheduleLibrary(ImmutableArray<MaintenanceSchedule> schedules, MaintenanceSchedule generic)
    {
        Schedules = schedules;
        Generic = generic;
    }

    /// <summary>Gets the schedules that come with the library.</summary>
    public static ScheduleLibrary BuiltIn => Embedded.Value;

    /// <summary>Gets the makers' schedules; an earlier one is preferred where two fit alike.</summary>
    public ImmutableArray<MaintenanceSchedule> Schedules { get; }

    /// <summary>Gets the schedule for vehicles of which no maker's schedule is known: medians, labelled as such.</summary>
    public MaintenanceSchedule Generic { get; }

    /// <summary>Returns a library in which further schedules come before these.</summary>
    /// <param name="schedules">The schedules; one with the id of an existing one replaces it.</param>
    /// <returns>The new library.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedules"/> is null.</exception>
    public ScheduleLibrary With(IEnumerable<MaintenanceSchedule> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ImmutableArray<MaintenanceSchedule> added = [.. schedules];
        return new ScheduleLibrary([.. added, .. Schedules.Where(old => !added.Any(one => one.Id == old.Id))], Generic);
    }

    /// <summary>Finds the schedule of a vehicle.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <returns>
    /// The closest: model and year before model before make, then the vehicle's market, then the order of the library. Never another
    /// maker's, another model's or another year's: where none fits, the generic schedule. So too where schedules of different powertrains
    /// fit alike and the vehicle's is not known: tell it, and the maker's schedule is found.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public ScheduleMatch Find(Vehicle vehicle)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        var best = new ScheduleMatch(Generic, ScheduleMatchLevel.Generic);
        var bestIsOfMarket = false;
        foreach (var schedule in Schedules)
        {
            if (LevelOf(schedule.Vehicle, vehicle) is not { } level)
                continue;
            var isOfMarket = IsOfMarket(schedule.Vehicle, vehicle);
            if (level > best.Level || (level == best.Level && isOfMarket && !bestIsOfMarket))
                (best, bestIsOfMarket) = (new ScheduleMatch(schedule, level), isOfMarket);
        }

        return IsBetweenPowertrains(best, vehicle) ? new ScheduleMatch(Generic, ScheduleMatchLevel.Generic) : best;
    }

    // A petrol and a diesel schedule of one model fit alike as long as nobody knows which engine the car has: neither is chosen.
    private bool IsBetweenPowertrains(ScheduleMatch best, Vehicle vehicle) =>
        vehicle.Powertrain == Powertrain.Unknown
        && Schedules.Any(other => LevelOf(other.Vehicle, vehicle) == best.Level && !best.Schedule.Vehicle.Powertrains.IsEmpty
            && !other.Vehicle.Powertrains.IsEmpty && !other.Vehicle.Powertrains.Intersect(best.Schedule.Vehicle.Powertrains).Any());

    private static ScheduleMatchLevel? LevelOf(ScheduleVehicle scope, Vehicle vehicle)
    {
        if (!string.Equals(scope.Make, vehicle.Make, StringComparison.OrdinalIgnoreCase))
            return null;
        if (vehicle.Powertrain != Powertrain.Unknown && !scope.Powertrains.IsEmpty && !scope.Powertrains.Contains(vehicle.Powertrain))
            return null;
        if (vehicle.ModelYear < scope.FromModelYear || vehicle.ModelYear > scope.ToModelYear)
            return null;
        if (scope.Models.IsEmpty)
            return ScheduleMatchLevel.Make;
        if (vehicle.Model is not { } model || !scope.Models.Contains(model, StringComparer.OrdinalIgnoreCase))
            return null;
        var statesYear = scope.FromModelYear is not null || scope.ToModelYear is not null;
        return statesYear && vehicle.ModelYear is not null ? ScheduleMatchLevel.ModelYear : ScheduleMatchLevel.Model;
    }

    // "Europe" is the market of "Europe (km)", but "U" is not that of "US".
    private static bool IsOfMarket(ScheduleVehicle scope, Vehicle vehicle) =>
        scope.Market is { } market && vehicle.Market is { Length: > 0 } own && market.StartsWith(own, StringComparison.OrdinalIgnoreCase)
        && (market.Length == own.Length || !char.IsLetterOrDigit(market[own.Length]));
}
