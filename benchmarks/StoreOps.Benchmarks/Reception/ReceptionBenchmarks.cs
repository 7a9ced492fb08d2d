using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

using BenchmarkDotNet.Attributes;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Customers;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;
using StoreOps.Rules;

namespace StoreOps.Benchmarks.Reception;

/// <summary>A whole arrival: VIN, odometer, plan, parts, price, commissions, recommendations and follow-ups.</summary>
/// <remarks>What a regression costs: the customer at the counter waits for it, and on a busy morning a chain has many counters.</remarks>
[MemoryDiagnoser]
public class ReceptionBenchmarks
{
    private static readonly string[] OilService = ["engine-oil", "oil-filter", "air-filter"];

    private ReceptionDesk? _desk;
    private ReceptionDesk? _deskWithModel;
    private Arrival? _arrival;

    [GlobalSetup]
    public void Setup()
    {
        using var resource = typeof(ReceptionBenchmarks).Assembly.GetManifestResourceStream("rulepack.jsonc")
            ?? throw new InvalidOperationException("The benchmarks lack the rule pack of the sample.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        if (!RulePack.TryLoad(bytes.ToArray(), out var pack, out var issues))
            throw new InvalidOperationException(string.Join('\n', issues));
        var parts = new PartsList(Slots("engine-oil", "oil-filter", "air-filter", "cabin-filter", "brake-fluid", "battery-12v"));
        _desk = new ReceptionDesk(pack, parts);
        _deskWithModel = new ReceptionDesk(pack, parts, recommender: new PartsRecommender(RecommendTrainer.Fit(Past(parts)).Model));
        _arrival = NewArrival(pack);
    }

    [Benchmark(Baseline = true)]
    public ReceptionSheet Receive() => _desk!.Receive(_arrival!);

    /// <summary>The same with parts offered by a trained model.</summary>
    [Benchmark]
    public ReceptionSheet ReceiveByModel() => _deskWithModel!.Receive(_arrival!);

    /// <summary>What a service answers with: the sheet as JSON.</summary>
    [Benchmark]
    public long ReceiveAndWrite()
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        _desk!.Receive(_arrival!).WriteTo(writer);
        writer.Flush();
        return writer.BytesCommitted;
    }

    private static IEnumerable<StockedPart> Slots(params string[] slots) => slots.SelectMany(slot => Enumerable.Range(1, 5).Select(number => new StockedPart(
        new Part { Id = slot + number, Slot = slot, Brand = "Brand " + number, Name = new LocalizedText(slot, slot), Applications = [PartApplication.Universal] },
        Money.FromMinorUnits(10_000 * number, Currency.Cny),
        100m)));

    private static IEnumerable<TrainingVehicle> Past(PartsList parts) => Enumerable.Range(0, 300).Select(vehicle => new TrainingVehicle(
        "past-" + vehicle.ToString(CultureInfo.InvariantCulture),
        [
            .. Enumerable.Range(0, 5).Select(visit => new TrainingVisit(
                new LocalDate(2023, 1, 1).PlusDays((180 * visit) + (vehicle % 60)),
                9_000 * (visit + 1),
                [.. parts.All.Where((_, place) => (place + vehicle + visit) % 4 == 0).Select(stocked => stocked.Part.Id)])),
        ]));

    private static Arrival NewArrival(RulePack pack)
    {
        var today = new LocalDate(2026, 11, 23);
        ImmutableArray<LocalDate> days = [.. Enumerable.Range(1, 12).Select(visit => today.PlusMonths(-6 * visit))];
        return new Arrival
        {
            Shop = new Shop { Id = pack.Id, Name = new LocalizedText("x", "x"), TimeZone = pack.TimeZone, Currency = pack.Currency, Market = "China" },
            Date = today,
            Vehicle = new Vehicle
            {
                Id = "v",
                Vin = Vin.Parse("LFV3A23C8D3000001"),
                Model = "Passat",
                Powertrain = Powertrain.Petrol,
                FirstRegistration = new LocalDate(2013, 6, 1),
            },
            Odometer = Odometer.FromKilometers(130_000),
            Readings = [.. days.Select((day, i) => new OdometerReading(day, Odometer.FromKilometers(122_500 - (i * 7_500))))],
            History = [.. days.SelectMany((day, i) => OilService.Select(item =>
                new ServiceRecord(item, ServiceAction.Replace, day, Odometer.FromKilometers(122_500 - (i * 7_500)))))],
            Customer = new Customer { Id = "c", Visits = [.. days.Select(day => new Visit(day, "v", pack.Id))] },
            Requested = [new RequestedService("wiper-blades", ServiceAction.Replace)],
            Employees =
            [
                new Employee { Id = "a", Position = Positions.Advisor, ShopId = pack.Id },
                new Employee { Id = "t", Position = Positions.Technician, ShopId = pack.Id },
            ],
            AdvisorId = "a",
            TechnicianId = "t",
        };
    }
}
