using System.Collections.Immutable;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain;
using StoreOps.Domain.Customers;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;
using StoreOps.Rules;
using StoreOps.Rules.Pricing;

namespace StoreOps.Samples.Reception;

/// <summary>The invented shop of this sample: its rules, parts, people and past orders, and the cars that arrive today.</summary>
internal static class HuayuanRoad
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly Shop Shop = new()
    {
        Id = "huayuan-road",
        Name = new LocalizedText("花园路店", "Huayuan Road"),
        ChainId = "zhengzhou",
        TimeZone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
    };

    private static readonly ImmutableArray<Employee> Employees =
    [
        new() { Id = "advisor-a", Name = "李", Position = Positions.Advisor, ShopId = "huayuan-road" },
        new() { Id = "technician-b", Name = "王", Position = Positions.Technician, ShopId = "huayuan-road" },
    ];

    /// <summary>Opens the shop: reads its files and sets up the desk.</summary>
    public static ReceptionDesk OpenDesk()
    {
        if (!RulePack.TryLoad(Bytes("rulepack.jsonc"), out var pack, out var issues))
            throw new InvalidDataException(string.Join(Environment.NewLine, issues));
        using var parts = Open("parts.csv");
        var (recommender, options) = PastVisits.Learn();
        return new ReceptionDesk(
            pack, Cli.PartsFile.Read(parts, pack.Currency), CoPurchaseCounts.Learn(PastOrders()), recommender: recommender, offers: options);
    }

    /// <summary>The cars of the day, each real in what it has: a published VIN, a maker's schedule or a public odometer log.</summary>
    public static IEnumerable<Arrival> Arrivals()
    {
        yield return Mazda3();
        yield return Tesla();
        yield return Rogue();
        yield return Passat();
        yield return Jeep();
        yield return Jazz();
    }

    /// <summary>Any other car: nothing is known of it but what is given here.</summary>
    public static Arrival Walk(Vehicle vehicle, Odometer odometer, LocalDate date) => new()
    {
        Shop = Shop,
        Date = date,
        Vehicle = vehicle,
        Odometer = odometer,
        Employees = Employees,
        AdvisorId = "advisor-a",
        TechnicianId = "technician-b",
    };

    // 60,000 km, every visit on the maker's grid but the last year's brake fluid: a core customer.
    private static Arrival Mazda3()
    {
        var vehicle = new Vehicle
        {
            Id = "mazda3",
            Plate = LicensePlate.Parse("豫A·12345"),
            Make = "Mazda",
            Model = "Mazda3",
            ModelYear = 2016,
            Powertrain = Powertrain.Petrol,
            FirstRegistration = new LocalDate(2016, 8, 3),
        };
        var oil = Done(("engine-oil", ServiceAction.Replace), ("oil-filter", ServiceAction.Replace));
        return Walk(vehicle, Odometer.FromKilometers(60_240), Today) with
        {
            Readings = [Read(2024, 5, 20, 38_100), Read(2024, 11, 28, 43_900), Read(2025, 6, 2, 47_300), Read(2025, 11, 30, 50_100), Read(2026, 7, 18, 56_900)],
            History =
            [
                .. oil(new LocalDate(2024, 11, 28), 43_900),
                .. oil(new LocalDate(2025, 11, 30), 50_100),
                new ServiceRecord("air-filter", ServiceAction.Replace, new LocalDate(2024, 5, 20), Odometer.FromKilometers(38_100)),
                new ServiceRecord("brake-fluid", ServiceAction.Replace, new LocalDate(2024, 5, 20), Odometer.FromKilometers(38_100)),
                new ServiceRecord("battery-12v", ServiceAction.Inspect, new LocalDate(2025, 11, 30), Odometer.FromKilometers(50_100)),
                new ServiceRecord("brake-discs-pads", ServiceAction.Inspect, new LocalDate(2025, 11, 30), Odometer.FromKilometers(50_100)),
            ],
            PastOrders =
            [
                Order("mazda3", new LocalDate(2024, 5, 20), 38_100, "af-mahle", "bf-bosch-dot4"),
                Order("mazda3", new LocalDate(2024, 11, 28), 43_900, "oil-mobil1-0w20", "of-mann-w7", "washer-m14", "additive-liqui"),
                Order("mazda3", new LocalDate(2025, 11, 30), 50_100, "oil-mobil1-0w20", "of-mann-w7", "washer-m14"),
            ],
            Customer = new Customer
            {
                Id = "customer-1",
                ContactPoints = [new ContactPoint(ContactKind.Phone, "13900001111")],
                Visits = [Visit("mazda3", 2024, 5, 20), Visit("mazda3", 2024, 11, 28), Visit("mazda3", 2025, 6, 2), Visit("mazda3", 2025, 11, 30), Visit("mazda3", 2026, 3, 14), Visit("mazda3", 2026, 7, 18)],
                CouponIds = ["welcome-50", "come-back-15"],
            },
        };
    }

    private static Arrival Tesla() => Walk(
        new Vehicle { Id = "tesla", Vin = Vin.Parse("LRW3E1FA7PC872623"), Model = "Model 3", Powertrain = Powertrain.Electric, FirstRegistration = new LocalDate(2023, 6, 9) },
        Odometer.FromKilometers(71_300),
        Today) with
    {
        Readings = [Read(2024, 10, 3, 28_900), Read(2025, 10, 21, 51_800)],
        History = [.. Done(("tire-rotation", ServiceAction.Rotate), ("cabin-filter", ServiceAction.Replace))(new LocalDate(2024, 10, 3), 28_900)],
        Customer = new Customer { Id = "customer-2", Visits = [Visit("tesla", 2024, 10, 3), Visit("tesla", 2025, 10, 21)] },
        Requested = [new RequestedService("engine-oil", ServiceAction.Replace), new RequestedService("wiper-blades", ServiceAction.Replace)],
    };

    private static Arrival Rogue() => Walk(
        new Vehicle { Id = "rogue", Vin = Vin.Parse("JN8BT3AB4SW412749"), Model = "Rogue", Powertrain = Powertrain.Petrol, FirstRegistration = new LocalDate(2024, 11, 15) },
        Odometer.FromKilometers(23_450),
        Today) with
    {
        Readings = [Read(2025, 11, 2, 11_900)],
        History = [.. Done(("engine-oil", ServiceAction.Replace), ("oil-filter", ServiceAction.Replace))(new LocalDate(2025, 11, 2), 11_900)],
        Customer = new Customer { Id = "customer-3", Visits = [Visit("rogue", 2025, 11, 2)] },
        HeldPackages = [new HeldPackage("care-365", "minor-service", 1, new LocalDate(2026, 11, 30))],
    };

    // A first visit without any history: nothing is overdue, and much has to be asked.
    private static Arrival Passat() => Walk(
        new Vehicle { Id = "passat", Vin = Vin.Parse("LSVAL41Z882104202"), Powertrain = Powertrain.Petrol, FirstRegistration = new LocalDate(2008, 9, 1) },
        Odometer.FromKilometers(163_800),
        Today) with
    {
        Customer = new Customer { Id = "customer-4", CouponIds = ["welcome-50"] },
        Requested = [new RequestedService("engine-oil", ServiceAction.Replace), new RequestedService("battery-12v", ServiceAction.Replace)],
    };

    // The log of this car is public, and contradicts itself: several rows go back.
    private static Arrival Jeep() => Walk(
        new Vehicle { Id = "jeep", Make = "Jeep", Model = "Cherokee", ModelYear = 1992, Powertrain = Powertrain.Petrol },
        Odometer.FromMiles(212_911),
        new LocalDate(2024, 1, 20)) with
    {
        Readings = [.. OdometerLog("C1")],
        Customer = new Customer { Id = "customer-5", Visits = [Visit("jeep", 2021, 4, 2), Visit("jeep", 2021, 10, 9), Visit("jeep", 2022, 5, 1)] },
    };

    // Five years of official inspections, one a year: the odometer is the only thing known of this car.
    private static Arrival Jazz() => Walk(
        new Vehicle { Id = "jazz", Make = "Honda", Model = "Jazz", ModelYear = 2018, Powertrain = Powertrain.Petrol, FirstRegistration = new LocalDate(2018, 8, 30) },
        Odometer.FromMiles(21_900),
        new LocalDate(2026, 2, 10)) with
    {
        Readings = [.. OdometerLog("B5")],
        Customer = new Customer { Id = "customer-6" },
    };

    private static Func<LocalDate, int, IEnumerable<ServiceRecord>> Done(params (string Item, ServiceAction Action)[] services) =>
        (date, kilometers) => services.Select(service => new ServiceRecord(service.Item, service.Action, date, Odometer.FromKilometers(kilometers)));

    private static WorkOrder Order(string vehicleId, LocalDate date, int kilometers, params string[] parts) => new()
    {
        Id = vehicleId + "-" + LocalDatePattern.Iso.Format(date),
        ShopId = "huayuan-road",
        VehicleId = vehicleId,
        Date = date,
        Odometer = Odometer.FromKilometers(kilometers),
        Lines = [.. parts.Select(part => new WorkOrderLine { Id = part, Kind = LineKind.Part, ListAmount = Money.Zero(Currency.Cny), PartId = part })],
    };

    private static OdometerReading Read(int year, int month, int day, int kilometers) =>
        new(new LocalDate(year, month, day), Odometer.FromKilometers(kilometers));

    private static Visit Visit(string vehicleId, int year, int month, int day) => new(new LocalDate(year, month, day), vehicleId, "huayuan-road");

    private static IEnumerable<OdometerReading> OdometerLog(string vehicleId) =>
        Rows("odometer.csv")
            .Where(row => row[0] == vehicleId)
            .Select(row => new OdometerReading(
                LocalDatePattern.Iso.Parse(row[3]).Value,
                row[5] == "mi" ? Odometer.FromMiles(Number(row[4])) : Odometer.FromKilometers(Number(row[4])),
                OdometerSource.Inspection));

    private static IEnumerable<WorkOrder> PastOrders() =>
        Rows("orders.csv").Select(row => new WorkOrder
        {
            Id = row[0],
            ShopId = "huayuan-road",
            Date = LocalDatePattern.Iso.Parse(row[1]).Value,
            VehicleId = row[2],
            Lines = [.. row[3].Split(' ').Select((item, i) => new WorkOrderLine
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                Kind = LineKind.Labor,
                ListAmount = Money.Zero(Currency.Cny),
                ItemId = item,
            })],
        });

    // Both files are plain: no field has a comma in quotes before the last one that is read.
    private static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }

    private static int Number(string text) => (int)decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Stream Open(string name) => typeof(HuayuanRoad).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);

    private static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
