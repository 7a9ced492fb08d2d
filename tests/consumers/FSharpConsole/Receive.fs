module Receive

open System
open System.Collections.Immutable
open System.IO
open System.Text.Json
open NodaTime
open NodaTime.Text
open StoreOps.Domain
open StoreOps.Domain.Customers
open StoreOps.Domain.Maintenance
open StoreOps.Domain.Monetary
open StoreOps.Domain.Orders
open StoreOps.Domain.Parts
open StoreOps.Domain.Staffing
open StoreOps.Domain.Vehicles
open StoreOps.Recommend
open StoreOps.Recommend.Reception
open StoreOps.Recommend.Training
open StoreOps.Rules

let private list (items: 'a seq) = ImmutableArray.CreateRange items

// The comparison operators of F# go through IComparable, so they are used here on purpose.
let private largest first second : Odometer = if first > second then first else second

let private stock (id: string) slot brand (price: decimal) (quantity: decimal) =
    StockedPart(
        Part(Id = id, Slot = slot, Brand = brand, Name = LocalizedText(id, id), Applications = list [ PartApplication(Quantity = quantity) ]),
        Money.FromAmount(price, Currency.Cny),
        20m)

let private visit year month day = Visit(LocalDate(year, month, day), "rogue", "huayuan-road")

// The file is plain: no field has a comma.
let private pastOrder (row: string) =
    let fields = row.Split ','
    WorkOrder(
        Id = fields[0],
        ShopId = "huayuan-road",
        Date = LocalDatePattern.Iso.Parse(fields[1]).Value,
        VehicleId = fields[2],
        Lines = list [ for item in fields[3].Split ' ' -> WorkOrderLine(Id = item, Kind = LineKind.Labor, ListAmount = Money.Zero Currency.Cny, ItemId = item) ])

let private record item = ServiceRecord(item, ServiceAction.Replace, LocalDate(2025, 11, 2), Odometer.FromKilometers 11_900)

let private arrival () =
    Arrival(
        Shop = Shop(
            Id = "huayuan-road",
            Name = LocalizedText("Huayuan", "Huayuan Road"),
            ChainId = "zhengzhou",
            TimeZone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            Currency = Currency.Cny),
        Date = LocalDate(2026, 11, 23),
        Vehicle = Vehicle(
            Id = "rogue",
            Vin = Vin.Parse "JN8BT3AB4SW412749",
            Model = "Rogue",
            Powertrain = Powertrain.Petrol,
            FirstRegistration = LocalDate(2024, 11, 15)),
        Odometer = largest (Odometer.FromMiles 14_571) (Odometer.FromKilometers 11_900),
        Readings = list [
            OdometerReading(LocalDate(2025, 5, 2), Odometer.FromKilometers 6_100)
            OdometerReading(LocalDate(2025, 11, 2), Odometer.FromKilometers 11_900) ],
        History = list [ record "engine-oil"; record "oil-filter" ],
        Requested = list [ RequestedService("brake-fluid", ServiceAction.Replace) ],
        Customer = Customer(
            Id = "customer",
            Visits = list [ visit 2024 12 20; visit 2025 5 2; visit 2025 8 9; visit 2025 11 2; visit 2026 3 14; visit 2026 7 30 ],
            CouponIds = list [ "welcome-50" ]),
        Employees = list [
            Employee(Id = "advisor-a", Position = Positions.Advisor, ShopId = "huayuan-road")
            Employee(Id = "technician-b", Position = Positions.Technician, ShopId = "huayuan-road") ],
        AdvisorId = "advisor-a",
        TechnicianId = "technician-b")

[<EntryPoint>]
let main args =
    match RulePack.TryLoad(ReadOnlySpan<byte>(File.ReadAllBytes args[0])) with
    | true, pack, _ ->
        let parts = PartsList [
            stock "oil-a" "engine-oil" "Shell" 82.00m 4.5m
            stock "oil-b" "engine-oil" "Mobil" 96.00m 4.2m
            stock "filter" "oil-filter" "MANN" 45.00m 1m
            stock "fluid" "brake-fluid" "Bosch" 68.00m 1m ]
        let folder = nonNull (Path.GetDirectoryName args[0])
        let orders = File.ReadAllLines(Path.Combine(folder, "orders.csv")) |> Seq.skip 1 |> Seq.map pastOrder
        let sheet = ReceptionDesk(nonNull pack, parts, CoPurchaseCounts.Learn orders).Receive(arrival ())
        use output = new MemoryStream()
        (use json = new Utf8JsonWriter(output :> Stream) in sheet.WriteTo json)
        output.WriteByte(byte '\n')
        use standardOutput = Console.OpenStandardOutput()
        output.WriteTo standardOutput
        0
    | _, _, issues ->
        for issue in issues do eprintfn "%O" issue
        2
