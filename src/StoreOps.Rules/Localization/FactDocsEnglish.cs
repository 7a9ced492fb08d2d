using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Localization;

internal static class FactDocsEnglish
{
    public static string For(string fact) => fact switch
    {
        StandardFacts.CustomerVisits => "chosen visits of the customer before today",
        StandardFacts.CustomerLifecycle => "the customer's state: new, active, core, at-risk, dormant, lost or never-visited",
        StandardFacts.CustomerIdleDays => "days since the last visit",
        StandardFacts.CustomerTags => "tags the customer carries",
        StandardFacts.OrderTotal => "list total of the order",
        StandardFacts.OrderLabor => "list total of the work on the order",
        StandardFacts.OrderParts => "list total of the parts on the order",
        StandardFacts.OrderItems => "maintenance items on the order",
        StandardFacts.VehicleMake => "make of the vehicle",
        StandardFacts.VehicleModel => "model of the vehicle",
        StandardFacts.VehicleModelYear => "model year of the vehicle",
        StandardFacts.VehiclePowertrain => "powertrain: petrol, diesel, hybrid, plug-in-hybrid or electric",
        StandardFacts.VehicleKilometers => "today's odometer in kilometers",
        StandardFacts.ShopId => "id of the shop",
        StandardFacts.ShopChain => "id of the chain",
        StandardFacts.TodayWeekday => "day of the week at the shop: monday to sunday",
        _ => fact,
    };
}
