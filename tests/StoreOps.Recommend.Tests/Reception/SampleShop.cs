using System.Globalization;
using System.Text;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Customers;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Reception;
using StoreOps.Rules;
using StoreOps.Testing;

namespace StoreOps.Recommend.Tests.Reception;

/// <summary>The invented shop of the sample, read from the files that its owner would edit, and a car that arrives there.</summary>
internal static class SampleShop
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    /// <summary>Gets the ids of all items of the catalog and of their finer components.</summary>
    public static string[] Everything =>
        [.. MaintenanceCatalog.BuiltIn.Items.Select(item => item.Id), .. MaintenanceCatalog.BuiltIn.Components.Select(component => component.Id)];

    public static string PackText { get; } = File.ReadAllText(FileOf("rulepack.jsonc"));

    public static RulePack Pack { get; } = Load(PackText);

    public static PartsList Parts { get; } = ReadParts();

    public static ReceptionDesk Desk { get; } = new(Pack, Parts);

    /// <summary>A petrol car with a full history, 9,500 km and thirteen months after its last oil change: oil and filter are due.</summary>
    public static Arrival Regular { get; } = new()
    {
        Shop = new Shop
        {
            Id = "huayuan-road",
            ChainId = "zhengzhou",
            Name = new LocalizedText("x", "x"),
            TimeZone = Pack.TimeZone,
            Currency = Pack.Currency,
            Market = "China",
        },
        Date = Today,
        Vehicle = new Vehicle
        {
            Id = "v",
            Vin = WithCheckDigit("LFV3A23C8D3000001"),
            Model = "Passat",
            Powertrain = Powertrain.Petrol,
            FirstRegistration = new LocalDate(2013, 6, 1),
        },
        Odometer = Odometer.FromKilometers(129_500),
        Readings = [At(2024, 10, 23, 110_000), At(2025, 10, 23, 120_000)],
        History = [.. Everything.Select(id => new ServiceRecord(
            id, ServiceAction.Replace, new LocalDate(2025, 10, 23), Odometer.FromKilometers(120_000)))],
        Customer = new Customer
        {
            Id = "c",
            ContactPoints = [new ContactPoint(ContactKind.Phone, "1")],
            Visits = [new Visit(new LocalDate(2024, 10, 23), "v", "huayuan-road"), new Visit(new LocalDate(2025, 10, 23), "v", "huayuan-road")],
        },
        Employees = [Person("a", Positions.Advisor), Person("b", Positions.Advisor), Person("t", Positions.Technician), Person("u", Positions.Technician)],
        AdvisorId = "a",
        TechnicianId = "t",
        Requested = [new RequestedService("wiper-blades", ServiceAction.Replace)],
    };

    public static RulePack Load(string text) =>
        RulePack.TryLoad(Encoding.UTF8.GetBytes(text), out var pack, out var issues) ? pack : throw new InvalidDataException(string.Join('\n', issues));

    public static Vin WithCheckDigit(string text) => Vin.Parse(text[..8] + Vin.Parse(text).ExpectedCheckDigit + text[9..]);

    private static OdometerReading At(int year, int month, int day, int kilometers) => new(new LocalDate(year, month, day), Odometer.FromKilometers(kilometers));

    private static Employee Person(string id, string position) => new() { Id = id, Position = position, ShopId = "huayuan-road" };

    private static string FileOf(string name) => Path.Combine(RepositoryFolder.Path, "samples", "Reception", "Shop", name);

    private static PartsList ReadParts() => new(File.ReadLines(FileOf("parts.csv")).Skip(1).Select(line => line.Split(',')).Select(fields => new StockedPart(
        new Part
        {
            Id = fields[0],
            Slot = fields[1],
            Brand = fields[2],
            Name = new LocalizedText(fields[3], fields[4]),
            Unit = Enum.Parse<PartUnit>(fields[6], ignoreCase: true),
            Applications =
            [
                new PartApplication
                {
                    Make = fields[10].Length == 0 ? null : fields[10],
                    Models = [.. fields[11].Split(';', StringSplitOptions.RemoveEmptyEntries)],
                    Powertrains = [.. fields[12].Split(';', StringSplitOptions.RemoveEmptyEntries)
                        .Select(word => Enum.Parse<Powertrain>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true))],
                    Quantity = decimal.Parse(fields[13], CultureInfo.InvariantCulture),
                },
            ],
        },
        Money.FromMinorUnits((long)(decimal.Parse(fields[7], CultureInfo.InvariantCulture) * 100), Currency.Cny),
        decimal.Parse(fields[8], CultureInfo.InvariantCulture),
        fields[9] == "true")));
}
