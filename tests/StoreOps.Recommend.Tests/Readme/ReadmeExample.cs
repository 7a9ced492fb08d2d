using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Recommend.Tests.Readme;

internal static class ReadmeExample
{
    public static void Run()
    {
        // <readme>
        var today = new LocalDate(2026, 11, 23);
        var car = new Vehicle { Id = "1", Vin = Vin.Parse("LRW3E1FA7PC872623"), Model = "Model 3", FirstRegistration = new LocalDate(2023, 6, 9) };
        var plan = new MaintenancePlanner().Plan(new MaintenanceSituation
        {
            Vehicle = car with { Make = new VinDecoder().Decode(car.Vin!.Value).Make, Powertrain = Powertrain.Electric },
            Today = today,
            Odometer = Odometer.FromKilometers(71_300),
            History = [new ServiceRecord("cabin-filter", ServiceAction.Replace, today.PlusMonths(-25), null)],
        });
        foreach (var service in plan.Due)
            Console.WriteLine($"{service.Component.Name.English}: {service.Status}, {-service.Due.DaysLeft} days over");
        // </readme>
    }
}
