using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Maintenance;

/// <summary>A maker's whole schedule judged for one car on one day.</summary>
/// <remarks>What a regression costs: a chain asks it each night for every car it knows, to find whom to call.</remarks>
[MemoryDiagnoser]
public class PlannerBenchmarks
{
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly Odometer Reading = Odometer.FromKilometers(62_000);

    private VehicleSchedule? _schedule;
    private LastService[] _last = [];
    private ServiceDue[] _due = [];

    [GlobalSetup]
    public void Setup()
    {
        var vehicle = new Vehicle
        {
            Id = "v",
            Make = "Mazda",
            Model = "Mazda2",
            ModelYear = 2019,
            Powertrain = Powertrain.Petrol,
            FirstRegistration = new LocalDate(2019, 5, 1),
        };
        var schedule = ScheduleLibrary.BuiltIn.Schedules.Single(one => one.Id == "mazda2-2019-il-petrol");
        _schedule = new MaintenancePlanner().Resolve(schedule, vehicle);
        _last = [.. Enumerable.Range(0, _schedule.Count).Select(i => i % 3 == 0
            ? default
            : new LastService(new LocalDate(2025, 11, 1).PlusMonths(-i), Odometer.FromKilometers(50_000 - (i * 500))))];
        _due = new ServiceDue[_schedule.Count];
    }

    /// <summary>The textbook form: dates and periods of the calendar, nullable arithmetic, a new list each time.</summary>
    [Benchmark(Baseline = true)]
    public int DatesAndLists()
    {
        var schedule = _schedule!;
        return Enumerable.Range(0, schedule.Count)
            .Select(i => (Limits: schedule.LimitsOf(i), Last: _last[i]))
            .Select(one => (
                KilometersLeft: one.Last.Kilometers + one.Limits.EveryKilometers - Reading.Kilometers,
                DaysLeft: one.Limits.EveryMonths is { } months && (one.Last.Date ?? schedule.Vehicle.FirstRegistration) is { } from
                    ? Period.Between(Today, from.PlusMonths(months), PeriodUnits.Days).Days
                    : (int?)null))
            .Where(one => one.KilometersLeft <= 0 || one.DaysLeft <= 0)
            .OrderBy(one => one.KilometersLeft)
            .ToList()
            .Count;
    }

    [Benchmark]
    public int Plan()
    {
        _schedule!.Plan(Today, Reading, _last, _due);
        var count = 0;
        foreach (var one in _due)
            count += one.IsDue ? 1 : 0;
        return count;
    }
}
