using StoreOps.Rules.Campaigns;
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
        CampaignFacts.PersonUnits => "sets that the person sold in the stage",
        CampaignFacts.PersonRank => "place of the person in the stage, from 1",
        CampaignFacts.PersonTargetReached => "whether the person's target of the stage is reached",
        CampaignFacts.PersonUnitsBefore => "sets that the person sold in the stages before",
        CampaignFacts.TeamUnits => "sets that the team sold in the stage",
        CampaignFacts.TeamRank => "place of the team in the stage, from 1",
        CampaignFacts.TeamSize => "people of the team who take part",
        CampaignFacts.TeamTargetReached => "whether the team's target of the stage is reached",
        _ => fact,
    };
}
