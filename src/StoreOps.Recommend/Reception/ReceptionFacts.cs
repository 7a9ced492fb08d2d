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
            .Set(StandardFacts.ShopId, FactValue.Of(arrival.Shop.Id))
            .Set(StandardFacts.ShopChain, FactValue.Of(arrival.Shop.ChainId))
            .Set(StandardFacts.VehicleMake, FactValue.Of(vehicle.Make))
            .Set(StandardFacts.VehicleModel, FactValue.Of(vehicle.Model))
            .Set(StandardFacts.VehicleKilometers, FactValue.Of((long)odometer.Kilometers));
        if (vehicle.ModelYear is { } year)
            facts.Set(StandardFacts.VehicleModelYear, FactValue.Of((long)year));
        if (vehicle.Powertrain != Powertrain.Unknown)
            facts.Set(StandardFacts.VehiclePowertrain, FactValue.Of(Words.Of(vehicle.Powertrain)));
        if (arrival.Customer is not { } customer)
            return facts;
        facts.Set(StandardFacts.CustomerVisits, FactValue.Of((long)customer.Visits
            .Where(visit => visit.Date < arrival.Date && visit.Kind == VisitKind.Chosen).Select(visit => visit.Date).Distinct().Count()));
        if (lifecycle is not null)
        {
            facts.Set(StandardFacts.CustomerLifecycle, FactValue.Of(Words.Of(lifecycle.State)));
            if (lifecycle.IdleDays is { } idle)
                facts.Set(StandardFacts.CustomerIdleDays, FactValue.Of((long)idle));
        }

        return facts;
    }

    public static void AddOrder(FactSet facts, ImmutableArray<WorkOrderLine> lines) => facts
        .Set(StandardFacts.OrderTotal, FactValue.Of(lines.Sum(line => line.ListAmount.Amount)))
        .Set(StandardFacts.OrderLabor, FactValue.Of(lines.Where(line => line.Kind == LineKind.Labor).Sum(line => line.ListAmount.Amount)))
        .Set(StandardFacts.OrderParts, FactValue.Of(lines.Where(line => line.Kind == LineKind.Part).Sum(line => line.ListAmount.Amount)))
        .Set(StandardFacts.OrderItems, FactValue.Of([.. lines.Where(line => line.ItemId is not null).Select(line => line.ItemId!).Distinct(StringComparer.Ordinal)]));
}
