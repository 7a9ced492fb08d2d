using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Evaluation;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Recommend.Reception;

/// <summary>What must not be offered on one order, in the numbers of a model.</summary>
internal sealed class OfferMasks
{
    private readonly ModelLinks _links;
    private readonly Arrival _arrival;

    public OfferMasks(ModelLinks links, Arrival arrival)
    {
        (_links, _arrival) = (links, arrival);
        (Fitting, Unsure, Available, NoService, Forbidden, Declined) =
            (new(links.Model), new(links.Model), new(links.Model), new(links.Model), new(links.Model), new(links.Model));
    }

    public MarkedParts Fitting { get; }

    /// <summary>Gets the parts of which nobody knows whether they fit.</summary>
    public MarkedParts Unsure { get; }

    public MarkedParts Available { get; }

    /// <summary>Gets the parts of items without service, and those whose need the order meets already.</summary>
    public MarkedParts NoService { get; }

    public MarkedParts Forbidden { get; }

    public MarkedParts Declined { get; }

    /// <summary>Takes what fits and can be had. Parts that the shop does not have fit, as far as it knows, and are not to be had.</summary>
    public void TakeShop(Vehicle vehicle, ItemStandings standings, PricingRules pricing, Shop shop)
    {
        for (var part = 0; part < _links.Stocked.Length; part++)
        {
            var stocked = _links.Stocked[part];
            if (_links.Items[part] is { } item)
            {
                if (!standings.IsOnVehicle(_links.ItemPlaces[part]))
                    continue;
                if (standings.NeedsNoService(_links.ItemPlaces[part]))
                    NoService.Add(part);
                if (stocked is null && pricing.FindLabor(item.Id, ModelLinks.MainAction(item), _arrival.Date) is not null)
                    Available.Add(part);
            }

            var fitment = FitmentVerdict.Fits;
            if (stocked is not null)
            {
                fitment = stocked.Part.Fits(vehicle, out var quantity);
                if (stocked.UnitPrice.Currency == shop.Currency && stocked.AvailabilityOf(quantity > 0 ? quantity : 1m) != Availability.NotAvailable)
                    Available.Add(part);
            }

            if (fitment == FitmentVerdict.Unknown)
                Unsure.Add(part);
            if (fitment == FitmentVerdict.Fits)
                Fitting.Add(part);
        }
    }

    public void TakeBrands(Vehicle vehicle, PartsList parts, BrandRules brands, FactSet facts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in brands.All)
        {
            if (rule.Forbid.IsEmpty || _links.OfSlot(rule.Slot).IsEmpty || !seen.Add(rule.Slot))
                continue;
            foreach (var rejected in PartChooser.Choose(rule.Slot, vehicle, parts, brands, _arrival.Shop, facts).Rejected)
            {
                if (rejected.Reason == PartRejection.Forbidden && _links.Model.FindPart(rejected.Stocked.Part.Id) is >= 0 and var part)
                    Forbidden.Add(part);
            }
        }
    }

    /// <summary>Lets a part of which nobody knows whether it fits pass only where no part of its slot surely does.</summary>
    public void TakeUnsure()
    {
        foreach (var part in Unsure.ToArray())
        {
            if (!IsAnySure(_links.Stocked[part]!.Part.Slot))
                Fitting.Add(part);
        }
    }

    /// <summary>Takes out what the order makes needless: other brands of its parts, and items that its work takes in, rules out or spares.</summary>
    public void TakeOrder(IEnumerable<ReceivedService> services, IEnumerable<WorkOrderLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Slot is { } slot)
                NoService.Add(_links.OfSlot(slot));
        }

        foreach (var service in services)
        {
            if (_links.Catalog.FindItem(service.ItemId) is not { } item || service.Action != ModelLinks.MainAction(item))
                continue;
            NoService.Add(_links.OfItem(item.Id));
            foreach (var relation in item.Relations)
            {
                if (relation.Kind is RelationKind.Suppresses or RelationKind.Includes or RelationKind.Conflicts)
                    NoService.Add(_links.OfItem(relation.ItemId));
            }
        }
    }

    public void TakeRefusals(MaintenancePlan plan, int coolOffDays)
    {
        foreach (var id in _arrival.DeclinedItems.IsDefault ? [] : _arrival.DeclinedItems)
            AddNeed(id, Declined);
        foreach (var service in plan.Services)
        {
            if (service is { Status: MaintenanceStatus.Deferred, Item: { } item })
                Declined.Add(_links.OfItem(item.Id));
        }

        var today = DayNumber.Of(_arrival.Date);
        foreach (var offer in _arrival.PastOffers.IsDefault ? [] : _arrival.PastOffers)
        {
            if (offer.Outcome is OfferOutcome.Declined or OfferOutcome.Removed && DayNumber.Of(offer.OfferedOn) is var day && day <= today && today - day < coolOffDays && offer.PartId is { } partId)
                AddNeed(partId, Declined);
        }
    }

    /// <summary>Adds all parts that meet a need, named by an item, a finer component or a part.</summary>
    /// <returns>Whether anything is known by that name.</returns>
    public bool AddNeed(string id, MarkedParts to)
    {
        var isKnown = false;
        if (_links.Model.FindPart(id) is >= 0 and var part && _links.Stocked[part] is { } stocked)
        {
            to.Add(_links.OfSlot(stocked.Part.Slot));
            isKnown = true;
        }

        foreach (var itemId in _links.Catalog.FindComponent(id)?.ItemIds ?? [])
        {
            to.Add(_links.OfItem(itemId));
            isKnown = true;
        }

        return isKnown;
    }

    private bool IsAnySure(string slot)
    {
        foreach (var part in _links.OfSlot(slot))
        {
            if (Fitting.Contains(part) && !Unsure.Contains(part) && Available.Contains(part) && !Forbidden.Contains(part))
                return true;
        }

        return false;
    }
}
