using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Expressions;

namespace StoreOps.Recommend.Reception;

/// <summary>Puts what is due, what it requires and what was asked for on the order, each with its parts.</summary>
internal static class ServiceSelection
{
    public static ImmutableArray<ReceivedService> Select(
        Arrival arrival,
        Vehicle vehicle,
        MaintenancePlan plan,
        MaintenanceCatalog catalog,
        PartsList parts,
        BrandRules brands,
        FactSet facts,
        ImmutableArray<ReceptionFinding>.Builder findings)
    {
        var wanted = new List<(string ItemId, ServiceAction Action, PlannedService? Planned)>();
        foreach (var due in plan.Due)
            Add(wanted, due.Item?.Id ?? due.Component.Id, due.Action, due);
        foreach (var request in arrival.Requested)
        {
            if (catalog.FindComponent(request.ItemId) is null)
                findings.Add(new ReceptionFinding(ReceptionFindingKind.ItemUnknown, request.ItemId));
            else if (!IsSellable(request, plan, catalog, vehicle))
                findings.Add(new ReceptionFinding(ReceptionFindingKind.NotSold, request.ItemId));
            else
                Add(wanted, request.ItemId, request.Action, null);
        }

        var scope = WorkScope.Of(wanted.Select(one => (one.ItemId, one.Action)), catalog, vehicle.Powertrain);
        return [.. scope.Lines.Where(line => line.Kind != ScopedWorkKind.Required || IsSellable(new RequestedService(line.ComponentId, line.Action), plan, catalog, vehicle))
            .Select(line => new ReceivedService(
                line.ComponentId,
                line.Action,
                wanted.Find(one => one.ItemId == line.ComponentId).Planned,
                line.Action == ServiceAction.Replace ? Parts(line.ComponentId) : []))];

        ImmutableArray<PartChoice> Parts(string itemId) => Choose(itemId, vehicle, catalog, parts, brands, arrival, facts, findings);
    }

    private static void Add(List<(string ItemId, ServiceAction Action, PlannedService? Planned)> wanted, string itemId, ServiceAction action, PlannedService? planned)
    {
        // One line of work an item: a replacement takes in whatever else is done to it.
        var at = wanted.FindIndex(one => one.ItemId == itemId);
        if (at < 0)
            wanted.Add((itemId, action, planned));
        else if (action.Includes(wanted[at].Action))
            wanted[at] = (itemId, action, planned ?? wanted[at].Planned);
    }

    // What a powertrain does not have, or the maker says needs no service, is not sold, asked for or not.
    private static bool IsSellable(RequestedService request, MaintenancePlan plan, MaintenanceCatalog catalog, Vehicle vehicle)
    {
        var itemIds = catalog.FindComponent(request.ItemId)?.ItemIds ?? [];
        if (!itemIds.IsEmpty && !itemIds.Any(itemId => catalog.FindItem(itemId) is { } item && item.AppliesTo(vehicle.Powertrain)))
            return false;
        return !plan.Services.Any(service => service.Status == MaintenanceStatus.NoServiceRequired
            && (service.Component.Id == request.ItemId || service.Item?.Id == request.ItemId) && service.Action == request.Action);
    }

    private static ImmutableArray<PartChoice> Choose(
        string itemId,
        Vehicle vehicle,
        MaintenanceCatalog catalog,
        PartsList parts,
        BrandRules brands,
        Arrival arrival,
        FactSet facts,
        ImmutableArray<ReceptionFinding>.Builder findings)
    {
        if (catalog.FindItem(itemId) is not { } item)
            return [];
        var choices = ImmutableArray.CreateBuilder<PartChoice>();
        for (var i = 0; i < item.Slots.Length; i++)
        {
            var slot = item.Slots[i].Id;
            var choice = PartChooser.Choose(slot, vehicle, parts, brands, arrival.Shop, facts);
            if (choice.Chosen is { } offer)
            {
                choices.Add(choice);
                if (offer.Fitment != FitmentVerdict.Fits)
                    findings.Add(new ReceptionFinding(ReceptionFindingKind.FitmentUncertain, offer.Stocked.Part.Id));
            }
            else if (i == 0)
            {
                // The first slot is what the service is about; the others are small parts that a shop may not keep.
                choices.Add(choice);
                findings.Add(new ReceptionFinding(ReceptionFindingKind.PartMissing, slot));
            }
        }

        return choices.ToImmutable();
    }
}
