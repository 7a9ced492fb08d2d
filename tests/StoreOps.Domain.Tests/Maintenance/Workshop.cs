using System.Collections.Immutable;
using System.Text;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Maintenance;

/// <summary>The day, the vehicles and the schedules that the tests of this room share.</summary>
internal static class Workshop
{
    public const string Frame = """
        {"schemaVersion":1,"id":"test","vehicle":{"make":"Make","models":["One"],"powertrains":[]},
         "source":{"url":"","kind":"test","license":"none"},"confidence":"high","coverage":"test","rules":[#]}
        """;

    public static LocalDate Today { get; } = new(2026, 7, 31);

    public static MaintenancePlanner Planner { get; } = new();

    public static IEnumerable<MaintenanceSchedule> Schedules => ScheduleLibrary.BuiltIn.Schedules.Append(ScheduleLibrary.BuiltIn.Generic);

    public static MaintenanceSchedule Schedule(string id) => Schedules.Single(schedule => schedule.Id == id);

    /// <summary>A schedule of the given rules, read the way a vendor's file is.</summary>
    public static MaintenanceSchedule Rules(string rules)
    {
        var isRead = MaintenanceSchedule.TryLoad(Encoding.UTF8.GetBytes(Frame.Replace("#", rules, StringComparison.Ordinal)), out var schedule, out var issues);
        Assert.True(isRead, string.Join("; ", issues));
        return schedule!;
    }

    /// <summary>A vehicle of a schedule, registered today: no month has passed.</summary>
    public static Vehicle VehicleOf(MaintenanceSchedule schedule) => new()
    {
        Id = "v",
        Make = schedule.Vehicle.Make,
        Model = schedule.Vehicle.Models.FirstOrDefault(),
        ModelYear = schedule.Vehicle.FromModelYear,
        Powertrain = schedule.Vehicle.Powertrains.FirstOrDefault(),
        FirstRegistration = Today,
    };

    public static ServiceRecord Done(string component, ServiceAction action, int kilometers, LocalDate? date = null) =>
        new(component, action, date ?? Today, Odometer.FromKilometers(kilometers));

    public static MaintenancePlan Plan(
        MaintenanceSchedule schedule, int kilometers, IEnumerable<ServiceRecord>? history = null, Vehicle? vehicle = null,
        LocalDate? today = null, string severe = "", PlanningOptions? options = null)
    {
        var situation = new MaintenanceSituation
        {
            Vehicle = vehicle ?? VehicleOf(schedule),
            Today = today ?? Today,
            Odometer = Odometer.FromKilometers(kilometers),
            History = [.. history ?? []],
            SevereUse = [.. severe.Select(letter => letter.ToString())],
        };
        var planner = options is null ? Planner : new MaintenancePlanner(options: options);
        return planner.Plan(situation, new ScheduleMatch(schedule, ScheduleMatchLevel.Model));
    }

    public static PlannedService Of(this MaintenancePlan plan, string component, ServiceAction action) =>
        plan.Services.Single(service => service.Component.Id == component && service.Action == action && service.Due.Reason != PlanReason.OtherVariant);

    /// <summary>Every rule with limits of its own done at its last grid point before a reading, dated today.</summary>
    public static ImmutableArray<ServiceRecord> DoneOnGrid(MaintenanceSchedule schedule, Vehicle vehicle, int before) =>
        [.. Plan(schedule, 0, vehicle: vehicle).Services
            .Where(service => service.Limits.FirstDueKilometers < before)
            .Select(service => Done(service.Component.Id, service.Action, LastPoint(service.Limits, before)))];

    private static int LastPoint(ServiceLimits limits, int before)
    {
        var point = limits.FirstDueKilometers!.Value;
        while (limits.EveryKilometers is { } every && point + every < before)
            point += every;
        return point;
    }
}
