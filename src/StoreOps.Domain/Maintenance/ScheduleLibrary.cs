using System.Collections.Immutable;
using System.Runtime.InteropServices;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>Makers' schedules, and the generic one for vehicles of which none is known. Immutable; safe for many threads.</summary>
public sealed class ScheduleLibrary
{
    private static readonly Lazy<ScheduleLibrary> Embedded = new(() => EmbeddedData.Library());

    private readonly ImmutableArray<MaintenanceSchedule> _own;
    private readonly MaintenanceSchedule _ownGeneric;
    private readonly ImmutableArray<LayeredSchedule> _schedules;
    private readonly LayeredSchedule _generic;
    private readonly LayeredIntervals? _intervals;

    // The library's own files, of which tests know that every id stands once: no queries, which a fresh process would have to compile.
    internal ScheduleLibrary(MaintenanceSchedule[] own, MaintenanceSchedule generic)
    {
        _own = Schedules = ImmutableCollectionsMarshal.AsImmutableArray(own);
        _ownGeneric = generic;
        var all = new LayeredSchedule[own.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = new LayeredSchedule(own[i], LayerOrigin.BuiltIn, null);
        _schedules = ImmutableCollectionsMarshal.AsImmutableArray(all);
        _generic = new LayeredSchedule(generic, LayerOrigin.BuiltIn, null);
        Layers = ImmutableArray<ScheduleLayer>.Empty;
    }

    private ScheduleLibrary(ImmutableArray<MaintenanceSchedule> own, MaintenanceSchedule ownGeneric, ImmutableArray<ScheduleLayer> layers)
    {
        (_own, _ownGeneric) = (own, ownGeneric);
        Layers = layers;
        var all = layers
            .SelectMany(layer => layer.Schedules.Select(one => new LayeredSchedule(one, layer.Origin, layer.Id)))
            .Concat(own.Select(one => new LayeredSchedule(one, LayerOrigin.BuiltIn, null)))
            .ToArray();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var used = all.Where(one => ids.Add(one.Schedule.Id)).ToImmutableArray();
        _generic = used.FirstOrDefault(one => one.Schedule.IsGeneric) ?? new LayeredSchedule(ownGeneric, LayerOrigin.BuiltIn, null);
        _schedules = used.RemoveAll(one => one.Schedule.IsGeneric);
        Schedules = [.. _schedules.Select(one => one.Schedule)];
        if (layers.IsEmpty)
            return;
        _intervals = new LayeredIntervals(layers);
        Findings = LayerFindings.Of(layers, [.. _schedules, _generic], [.. all.Where(one => !used.Contains(one))]);
    }

    /// <summary>Gets the schedules that come with the library.</summary>
    public static ScheduleLibrary BuiltIn => Embedded.Value;

    /// <summary>Gets the makers' schedules; an earlier one is preferred where two fit alike.</summary>
    public ImmutableArray<MaintenanceSchedule> Schedules { get; }

    /// <summary>Gets the schedule for vehicles of which no maker's schedule is known: medians, labelled as such.</summary>
    public MaintenanceSchedule Generic => _generic.Schedule;

    /// <summary>Gets the layers over the library's own schedules, the highest first.</summary>
    public ImmutableArray<ScheduleLayer> Layers { get; }

    /// <summary>Gets where layers contradict one another or speak of what is not there.</summary>
    public ImmutableArray<LayerFinding> Findings { get; } = [];

    /// <summary>Finds the schedules whose vehicles have a key of another system.</summary>
    /// <param name="key">The key, for example of a TecDoc KType; compared exactly.</param>
    /// <returns>The schedules, a preferred one first; empty when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ImmutableArray<MaintenanceSchedule> FindByKey(ExternalKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return [.. Schedules.Where(schedule => schedule.Vehicle.Keys.Contains(key))];
    }

    /// <summary>Returns a library in which further schedules come before these.</summary>
    /// <param name="schedules">The schedules; one with the id of an existing one replaces it.</param>
    /// <returns>The new library.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedules"/> is null.</exception>
    public ScheduleLibrary With(IEnumerable<MaintenanceSchedule> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ImmutableArray<MaintenanceSchedule> added = [.. schedules];
        return new ScheduleLibrary([.. added, .. _own.Where(old => !added.Any(one => one.Id == old.Id))], _ownGeneric, Layers);
    }

    /// <summary>Returns a library with a further layer. Where layers meet, the higher one's word holds, and <see cref="Findings"/> says so.</summary>
    /// <param name="layer">The layer; among layers of one origin the one added last is the higher.</param>
    /// <returns>The new library.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="layer"/> is null.</exception>
    public ScheduleLibrary With(ScheduleLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return new ScheduleLibrary(_own, _ownGeneric, [.. new[] { layer }.Concat(Layers).OrderByDescending(one => one.Origin)]);
    }

    /// <summary>Finds the schedule of a vehicle with the intervals that hold on a day.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="date">The day of planning.</param>
    /// <returns>As <see cref="Find(Vehicle)"/> finds it, with the overrides of layers applied and named.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public ScheduleMatch Find(Vehicle vehicle, LocalDate date)
    {
        var match = Find(vehicle);
        return _intervals is null ? match : _intervals.Apply(match, match.Origin, date);
    }

    /// <summary>Finds the schedule of a vehicle as it stands in its file: without the intervals that layers change from a day on.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <returns>
    /// The closest: model and year before model before make, then the higher layer, then the vehicle's market, then the order of the library. Never another
    /// maker's, another model's or another year's: where none fits, the generic schedule. So too where schedules of different powertrains
    /// fit alike and the vehicle's is not known: tell it, and the maker's schedule is found.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="vehicle"/> is null.</exception>
    public ScheduleMatch Find(Vehicle vehicle)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        var generic = new ScheduleMatch(_generic.Schedule, ScheduleMatchLevel.Generic) { Origin = _generic.Origin };
        var best = generic;
        var bestIsOfMarket = false;
        foreach (var one in _schedules)
        {
            var schedule = one.Schedule;
            if (LevelOf(schedule.Vehicle, vehicle) is not { } level)
                continue;

            // The highest layer comes first: a lower one is only chosen for being closer.
            var isOfMarket = IsOfMarket(schedule.Vehicle, vehicle);
            if (level > best.Level || (level == best.Level && one.Origin == best.Origin && isOfMarket && !bestIsOfMarket))
                (best, bestIsOfMarket) = (new ScheduleMatch(schedule, level) { Origin = one.Origin }, isOfMarket);
        }

        return IsBetweenPowertrains(best, vehicle) ? generic : best;
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
