using System.Collections.Immutable;

using StoreOps.Domain.Customers;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Packs;

namespace StoreOps.Recommend.Reception;

/// <summary>Fills the facts that the conditions of a rule pack ask about.</summary>
internal static class ReceptionFacts
{
    public static FactSet Before(Arrival arrival, Vehicle vehicle, Odometer odometer, LifecycleAssessment? lifecycle)
    {
        var facts = new FactSet(StandardFacts.Schema)
            .Set(StandardFacts.ShopId, CelValue.Of(arrival.Shop.Id))
            .Set(StandardFacts.ShopChain, CelValue.Of(arrival.Shop.ChainId))
            .Set(StandardFacts.VehicleMake, CelValue.Of(vehicle.Make))
            .Set(StandardFacts.VehicleModel, CelValue.Of(vehicle.Model))
            .Set(StandardFacts.VehicleKilometers, CelValue.Of((long)odometer.Kilometers));
        if (vehicle.ModelYear is { } year)
            facts.Set(StandardFacts.VehicleModelYear, CelValue.Of((long)year));
        if (vehicle.Powertrain != Powertrain.Unknown)
            facts.Set(StandardFacts.VehiclePowertrain, CelValue.Of(Words.Of(vehicle.Powertrain)));
        if (arrival.Customer is not { } customer)
            return facts;
        facts.Set(StandardFacts.CustomerVisits, CelValue.Of((long)customer.Visits
            .Where(visit => visit.Date < arrival.Date && visit.Kind == VisitKind.Chosen).Select(visit => visit.Date).Distinct().Count()));
        facts.Set(StandardFacts.CustomerTags, CelValue.Of([.. arrival.CustomerTags.IsDefault ? [] : arrival.CustomerTags]));
        if (lifecycle is not null)
        {
            facts.Set(StandardFacts.CustomerLifecycle, CelValue.Of(Words.Of(lifecycle.State)));
            if (lifecycle.IdleDays is { } idle)
                facts.Set(StandardFacts.CustomerIdleDays, CelValue.Of((long)idle));
        }

        return facts;
    }

    public static void AddOrder(FactSet facts, ImmutableArray<WorkOrderLine> lines) => facts
        .Set(StandardFacts.OrderTotal, CelValue.Of(lines.Sum(line => line.ListAmount.Amount)))
        .Set(StandardFacts.OrderLabor, CelValue.Of(lines.Where(line => line.Kind == LineKind.Labor).Sum(line => line.ListAmount.Amount)))
        .Set(StandardFacts.OrderParts, CelValue.Of(lines.Where(line => line.Kind == LineKind.Part).Sum(line => line.ListAmount.Amount)))
        .Set(StandardFacts.OrderItems, CelValue.Of([.. lines.Where(line => line.ItemId is not null).Select(line => line.ItemId!).Distinct(StringComparer.Ordinal)]));
}
