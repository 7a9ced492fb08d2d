using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Benchmarks.Maintenance;

/// <summary>
/// A nightly run over a fleet, per vehicle of 29 rules. A chain reminds a million customers: 1 µs a vehicle is a second of one core,
/// 5 µs means that the run has begun to allocate.
/// </summary>
/// <remarks>500 vehicles fit a core's own cache: what they are asked of is 0.3 MB, with the answers. 20,000 are 11 MB, and memory brings them.</remarks>
[MemoryDiagnoser]
[Config(typeof(VectorsAndNone))]
public class FleetBenchmarks
{
    private const int Questions = 20_000;

    private static readonly LocalDate Today = new(2026, 11, 23);

    private VehicleSchedule[] _schedules = [];
    private DuePoints[] _points = [];
    private Odometer[] _odometers = [];
    private LastService[][] _last = [];
    private ServiceDue[] _due = [];
    private MaintenanceStatus[] _statuses = [];

    [Params(500, 20_000)]
    public int Vehicles { get; set; }

    [GlobalSetup]
    public void Setup() => Setup(17);

    internal void Setup(int seed)
    {
        var schedule = ScheduleLibrary.BuiltIn.Schedules.Single(one => one.Id == "mazda2-2019-il-petrol");
        var planner = new MaintenancePlanner();
        var random = new Random(seed);
        (_schedules, _points, _odometers) = (new VehicleSchedule[Vehicles], new DuePoints[Vehicles], new Odometer[Vehicles]);
        _last = new LastService[Vehicles][];
        for (var i = 0; i < Vehicles; i++)
        {
            var registered = Today.PlusDays(-random.Next(300, 4_000));
            var vehicle = new Vehicle { Id = "v", Make = "Mazda", Model = "Mazda2", Powertrain = Powertrain.Petrol, FirstRegistration = registered };
            _schedules[i] = planner.Resolve(schedule, vehicle);
            _odometers[i] = Odometer.FromKilometers(random.Next(5_000, 200_000));
            _last[i] = [.. Enumerable.Range(0, _schedules[i].Count).Select(_ => random.Next(3) == 0
                ? default
                : new LastService(Today.PlusDays(-random.Next(1_000)), Odometer.FromKilometers(random.Next(_odometers[i].Kilometers))))];
            _points[i] = _schedules[i].Compile(Today, _odometers[i], _last[i]);
        }

        _due = new ServiceDue[_schedules[0].Count];
        _statuses = new MaintenanceStatus[Vehicles * _due.Length];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Questions)]
    public int PlanEachVehicle()
    {
        var count = 0;
        for (var round = 0; round < Questions; round += Vehicles)
            count += PlanOnce();
        return count;
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public int CompareCompiledPoints()
    {
        var last = 0;
        for (var round = 0; round < Questions; round += Vehicles)
            last += CompareOnce();
        return last;
    }

    internal int PlanOnce()
    {
        var count = 0;
        for (var i = 0; i < Vehicles; i++)
        {
            _schedules[i].Plan(Today, _odometers[i], _last[i], _due);
            count += _due[0].IsDue ? 1 : 0;
        }

        return count;
    }

    internal int CompareOnce()
    {
        DuePoints.Statuses(_points, Today, _odometers, _statuses, _due.Length);
        return (int)_statuses[^1];
    }

    // The same points compared one by one, as hardware without 256-bit vectors does it.
    private sealed class VectorsAndNone : ManualConfig
    {
        public VectorsAndNone()
        {
            AddJob(Job.ShortRun.WithId("vectors"));
            AddJob(Job.ShortRun.WithEnvironmentVariable("DOTNET_EnableAVX2", "0").WithId("one by one"));
        }
    }
}
