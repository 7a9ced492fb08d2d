using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using StoreOps.Domain;
using StoreOps.Domain.Customers;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;
using StoreOps.Rules;

// Receives a car: the same bytes on every runtime, or one of the shipped assemblies behaves differently there.
internal static class Receive
{
    private static int Main(string[] args)
    {
        // A host may run under any culture; the F# program runs under the machine's, so a difference would show.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        if (args.Length > 1 && args[1] == "--parts")
        {
            PartsRun.Write(Console.Out);
            return 0;
        }

        if (args.Length > 1 && args[1] == "--maintenance")
        {
            MaintenanceRun.Write(Console.Out);
            return 0;
        }

        if (!RulePack.TryLoad(File.ReadAllBytes(args[0]), out var pack, out var issues))
        {
            foreach (var issue in issues)
                Console.Error.WriteLine(issue);
            return 2;
        }

        var sheet = new ReceptionDesk(pack, new PartsList(new[]
        {
            Stock("oil-a", "engine-oil", "Shell", 82.00m, 4.5m),
            Stock("oil-b", "engine-oil", "Mobil", 96.00m, 4.2m),
            Stock("filter", "oil-filter", "MANN", 45.00m, 1m),
            Stock("fluid", "brake-fluid", "Bosch", 68.00m, 1m),
        }), CoPurchaseCounts.Learn(PastOrders(Path.Combine(Path.GetDirectoryName(args[0])!, "orders.csv")))).Receive(Arrival());
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
            sheet.WriteTo(json);
        output.WriteByte((byte)'\n');
        using var standardOutput = Console.OpenStandardOutput();
        output.WriteTo(standardOutput);
        return 0;
    }

    private static Arrival Arrival() => new()
    {
        Shop = new Shop
        {
            Id = "huayuan-road",
            Name = new LocalizedText("Huayuan", "Huayuan Road"),
            ChainId = "zhengzhou",
            TimeZone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            Currency = Currency.Cny,
        },
        Date = new LocalDate(2026, 11, 23),
        Vehicle = new Vehicle
        {
            Id = "rogue",
            Vin = Vin.Parse("JN8BT3AB4SW412749"),
            Model = "Rogue",
            Powertrain = Powertrain.Petrol,
            FirstRegistration = new LocalDate(2024, 11, 15),
        },
        Odometer = Odometer.FromMiles(14_571),
        Readings = [new OdometerReading(new LocalDate(2025, 5, 2), Odometer.FromKilometers(6_100)), new OdometerReading(new LocalDate(2025, 11, 2), Odometer.FromKilometers(11_900))],
        History =
        [
            new ServiceRecord("engine-oil", ServiceAction.Replace, new LocalDate(2025, 11, 2), Odometer.FromKilometers(11_900)),
            new ServiceRecord("oil-filter", ServiceAction.Replace, new LocalDate(2025, 11, 2), Odometer.FromKilometers(11_900)),
        ],
        Requested = [new RequestedService("brake-fluid", ServiceAction.Replace)],
        Customer = new Customer
        {
            Id = "customer",
            Visits = [Visit(2024, 12, 20), Visit(2025, 5, 2), Visit(2025, 8, 9), Visit(2025, 11, 2), Visit(2026, 3, 14), Visit(2026, 7, 30)],
            CouponIds = ["welcome-50"],
        },
        Employees =
        [
            new Employee { Id = "advisor-a", Position = Positions.Advisor, ShopId = "huayuan-road" },
            new Employee { Id = "technician-b", Position = Positions.Technician, ShopId = "huayuan-road" },
        ],
        AdvisorId = "advisor-a",
        TechnicianId = "technician-b",
    };

    private static Visit Visit(int year, int month, int day) => new(new LocalDate(year, month, day), "rogue", "huayuan-road");

    // The file is plain: no field has a comma.
    private static IEnumerable<WorkOrder> PastOrders(string file)
    {
        var rows = File.ReadAllLines(file);
        for (var i = 1; i < rows.Length; i++)
        {
            var fields = rows[i].Split(',');
            var items = fields[3].Split(' ');
            yield return new WorkOrder
            {
                Id = fields[0],
                ShopId = "huayuan-road",
                Date = LocalDatePattern.Iso.Parse(fields[1]).Value,
                VehicleId = fields[2],
                Lines = [.. Array.ConvertAll(items, item => new WorkOrderLine { Id = item, Kind = LineKind.Labor, ListAmount = Money.Zero(Currency.Cny), ItemId = item })],
            };
        }
    }

    private static StockedPart Stock(string id, string slot, string brand, decimal price, decimal quantity) => new(
        new Part { Id = id, Slot = slot, Brand = brand, Name = new LocalizedText(id, id), Applications = [new PartApplication { Quantity = quantity }] },
        Money.FromAmount(price, Currency.Cny),
        20m);
}
