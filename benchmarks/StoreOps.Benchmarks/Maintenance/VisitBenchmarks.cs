using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;

namespace StoreOps.Benchmarks.Maintenance;

/// <summary>The visits of a new vehicle over 200,000 km by the generic schedule, with and without the search for the best plan.</summary>
/// <remarks>What a regression costs: the customer waits at the counter for the next three visits.</remarks>
[MemoryDiagnoser]
public class VisitBenchmarks
{
    private static readonly VisitOptions Far = new() { HorizonKilometers = 200_000, HorizonDays = VisitProblem.MaxHorizonDays };
    private static readonly VisitOptions NoSearch = Far with { NodeBudget = 0 };

    private readonly MaintenancePlan _plan = new MaintenancePlanner().Plan(
        new MaintenanceSituation
        {
            Vehicle = new Vehicle { Id = "new", Powertrain = Powertrain.Petrol, FirstRegistration = new LocalDate(2026, 1, 1) },
            Today = new LocalDate(2026, 1, 1),
            Odometer = default,
        },
        new ScheduleMatch(ScheduleLibrary.BuiltIn.Generic, ScheduleMatchLevel.Generic));

    [Benchmark(Baseline = true)]
    public VisitPlan DuePoints() => VisitPlanner.Plan(_plan, 41_096, Far, VisitMethod.DuePoints);

    [Benchmark]
    public VisitPlan Polynomial() => VisitPlanner.Plan(_plan, 41_096, NoSearch);

    [Benchmark]
    public VisitPlan WithSearch() => VisitPlanner.Plan(_plan, 41_096, Far);
}
