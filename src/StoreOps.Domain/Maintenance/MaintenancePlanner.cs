using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

/// <summary>Plans the maintenance of a vehicle: which schedule holds, what is due, and what is not known. Immutable; safe for many threads.</summary>
public sealed class MaintenancePlanner
{
    private readonly MaintenanceCatalog _catalog;
    private readonly ScheduleLibrary _library;
    private readonly PlanningOptions _options;

    /// <summary>Initializes a new instance of the <see cref="MaintenancePlanner"/> class.</summary>
    /// <param name="catalog">The catalog; null for the one that comes with the library.</param>
    /// <param name="library">The schedules; null for those that come with the library.</param>
    /// <param name="options">How far to look ahead; null for <see cref="PlanningOptions.Default"/>.</param>
    public MaintenancePlanner(MaintenanceCatalog? catalog = null, ScheduleLibrary? library = null, PlanningOptions? options = null)
    {
        _catalog = catalog ?? MaintenanceCatalog.BuiltIn;
        _library = library ?? ScheduleLibrary.BuiltIn;
        _options = options ?? PlanningOptions.Default;
    }

    /// <summary>Gets the catalog.</summary>
    public MaintenanceCatalog Catalog => _catalog;

    /// <summary>Resolves a schedule for a vehicle, to be asked often.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="severeUse">The kinds of severe use, by the letters of the schedule; empty for normal use.</param>
    /// <param name="driving">How the vehicle is used, by the five questions.</param>
    /// <returns>The schedule of this vehicle.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public VehicleSchedule Resolve(
        MaintenanceSchedule schedule, Vehicle vehicle, ImmutableArray<string> severeUse = default, DrivingConditions driving = DrivingConditions.None)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(vehicle);
        var severe = new SevereSituation(schedule, vehicle, severeUse, driving);
        return new VehicleSchedule(schedule, vehicle, RuleResolver.Resolve(schedule, _catalog, vehicle, severe), _options);
    }

    /// <summary>Plans the maintenance of a vehicle by its maker's schedule, or by the generic one where none is known.</summary>
    /// <param name="situation">The vehicle today and its past.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="situation"/> is null.</exception>
    public MaintenancePlan Plan(MaintenanceSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Plan(situation, _library.Find(situation.Vehicle, situation.Today));
    }

    /// <summary>Plans the maintenance of a vehicle by a schedule of the caller's choice.</summary>
    /// <param name="situation">The vehicle today and its past.</param>
    /// <param name="match">The schedule.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public MaintenancePlan Plan(MaintenanceSituation situation, ScheduleMatch match)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(match);
        var resolved = Resolve(match.Schedule, situation.Vehicle, situation.SevereUse, situation.Driving);
        var last = new LastService[resolved.Count];
        var signals = new ServiceSignal[resolved.Count];
        var due = new ServiceDue[resolved.Count];
        var findings = HistoryReader.Read(situation, match.Schedule, _catalog, last);
        SignalReader.Read(situation, match.Schedule, _catalog, last, signals);
        resolved.Plan(situation.Today, situation.Odometer, last, signals, due);
        SignalReader.Defer(situation, match.Schedule, _catalog, due);

        var services = ImmutableArray.CreateBuilder<PlannedService>(due.Length);
        for (var i = 0; i < due.Length; i++)
        {
            var rule = match.Schedule.Rules[i];
            var component = ComponentOf(rule.ComponentId);
            var item = component.ItemIds.IsEmpty ? null : _catalog.FindItem(component.ItemIds[0]);
            services.Add(new PlannedService(component, item, rule, resolved.LimitsOf(i, situation.Today, situation.Odometer), last[i], due[i]));
        }

        return new MaintenancePlan(situation, match, services.MoveToImmutable(), findings);
    }

    // A schedule of a vendor may speak of what the catalog does not know: its id is then its name.
    private MaintenanceComponent ComponentOf(string id) =>
        _catalog.FindComponent(id) ?? new MaintenanceComponent(id, new LocalizedText(id, id), []);
}
