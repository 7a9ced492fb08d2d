using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Benchmarks.Recommend;

/// <summary>What to offer on one order, from a plan that is made already, with counts of 20,000 past orders.</summary>
/// <remarks>What a regression costs: the desk asks again each time that a line is added to the order.</remarks>
[MemoryDiagnoser]
public class RecommenderBenchmarks
{
    private Recommender _recommender = new();
    private RecommendationRequest? _request;

    [Params(1, 8)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var items = MaintenanceCatalog.BuiltIn.Items;
        var random = new Random(20260131);
        var orders = Enumerable.Range(0, 20_000).Select(order => new WorkOrder
        {
            Id = "o" + order,
            ShopId = "s",
            VehicleId = "v",
            Date = new LocalDate(2026, 1, 1),
            Lines = [.. Enumerable.Range(0, random.Next(1, 9)).Select(line => new WorkOrderLine
            {
                Id = "l" + line,
                Kind = LineKind.Part,
                ListAmount = Money.FromMinorUnits(100, Currency.Cny),
                ItemId = items[random.Next(random.Next(1, items.Length))].Id,
            })],
        });
        _recommender = new Recommender(counts: CoPurchaseCounts.Learn(orders));
        var situation = new MaintenanceSituation
        {
            Vehicle = new Vehicle { Id = "v", Powertrain = Powertrain.Petrol, FirstRegistration = new LocalDate(2021, 3, 1) },
            Today = new LocalDate(2026, 1, 31),
            Odometer = Odometer.FromKilometers(62_000),
            History = [new ServiceRecord("engine-oil", ServiceAction.Replace, new LocalDate(2025, 1, 20), Odometer.FromKilometers(51_000))],
        };
        _request = new RecommendationRequest
        {
            Plan = new MaintenancePlanner().Plan(situation),
            OnOrder = [.. items.Take(Lines).Select(item => item.Id)],
        };
    }

    /// <summary>What the caller pays without asking for anything: masks and scores, no reasons.</summary>
    [Benchmark(Baseline = true)]
    public int ScoresOnly() => _recommender.Recommend(_request! with { MaxResults = 0 }).Diagnostics.BelowCut;

    [Benchmark]
    public Recommendations FiveWithReasons() => _recommender.Recommend(_request!);
}
