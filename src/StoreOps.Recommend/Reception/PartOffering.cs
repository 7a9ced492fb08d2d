using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Parts;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Recommend.Reception;

/// <summary>Offers parts by a trained model: what the plan, the order and the customer say becomes the model's query, and its ranking offers.</summary>
internal sealed class PartOffering
{
    // Deep enough that brands of one slot, of which one is offered, leave other slots to choose from.
    private const int Ranked = 64;

    private readonly PartsRecommender _recommender;
    private readonly PartsList _parts;
    private readonly PricingRules _pricing;
    private readonly PartOfferOptions _options;
    private readonly ModelLinks _links;

    public PartOffering(PartsRecommender recommender, PartsList parts, MaintenanceCatalog catalog, PricingRules pricing, PartOfferOptions options)
    {
        PartOfferOptions.Check(options, recommender.Model);
        (_recommender, _parts, _pricing, _options) = (recommender, parts, pricing, options);
        _links = new ModelLinks(recommender.Model, parts, catalog, options.WorthOf);
    }

    /// <summary>Returns whether the model decides on an item: then no judged weights do.</summary>
    public bool Decides(string itemId) => !_links.OfItem(itemId).IsEmpty;

    public PartsOffered Offer(
        Arrival arrival,
        Vehicle vehicle,
        MaintenancePlan plan,
        ImmutableArray<ReceivedService> services,
        ImmutableArray<WorkOrderLine> lines,
        BrandRules brands,
        FactSet facts,
        IEnumerable<string> tagIds,
        ImmutableArray<ReceptionFinding>.Builder findings)
    {
        var model = _links.Model;
        var standings = new ItemStandings(_links, plan, vehicle.Powertrain);
        var masks = new OfferMasks(_links, arrival);
        masks.TakeShop(vehicle, standings, _pricing, arrival.Shop);
        masks.TakeBrands(vehicle, _parts, brands, facts);
        masks.TakeUnsure();
        masks.TakeOrder(services, lines);
        masks.TakeRefusals(plan, _options.CoolOffDays);
        var family = arrival.Family ?? ModelFamily.Of(vehicle);
        var query = new RecommendQuery
        {
            Date = arrival.Date,
            History = VehicleParts.Of(arrival, _links, masks.Fitting),
            Kilometers = plan.Situation.Odometer.Kilometers,
            Family = family.Length > 0 && model.FindFamily(family) is >= 0 and var number ? number : null,
            UsageTags = tagIds.Select(model.FindTag).Where(tag => tag >= 0).ToArray(),
            Lines = VehicleParts.OnOrder(lines, _links).ToArray(),
            Findings = Worn(arrival, plan, masks, findings),
            Due = Due(standings),
            Offered = Together(services),
            Fitting = masks.Fitting.ToSet(),
            Available = masks.Available.ToSet(),
            Forbidden = masks.Forbidden.ToSet(),
            Declined = masks.Declined.ToSet(),
            NoServiceRequired = masks.NoService.ToSet(),
        };
        Span<Recommendation> ranked = stackalloc Recommendation[Ranked];
        ranked = ranked[.._recommender.Recommend(query, ranked, [], out var diagnostics)];
        ranked = ranked[..OneOfEachSlot(ranked)];
        Span<double> worths = stackalloc double[Ranked];
        for (var place = 0; place < ranked.Length; place++)
            worths[place] = _links.Worths[ranked[place].Part];
        Span<Parts.PartOffer> offers = stackalloc Parts.PartOffer[Math.Min(Ranked, _options.MostOffers)];
        offers = offers[..OfferChoice.Choose(model, ranked, worths[..ranked.Length], _options.Policy, offers)];
        return new PartsOffered
        {
            Model = model,
            Shop = _parts,
            Catalog = _links.Catalog,
            Parts = Describe(query, ranked, offers, arrival, vehicle, standings, services, masks),
            Diagnostics = diagnostics with { Returned = offers.Length, BelowCut = diagnostics.BelowCut + diagnostics.Returned - offers.Length },
            AutoAddFrom = _options.Policy.AutoAddFrom,
        };
    }

    // Two brands of one thing are one offer: the likelier.
    private int OneOfEachSlot(Span<Recommendation> ranked)
    {
        var (kept, slots) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var one in ranked)
        {
            if (_links.Stocked[one.Part] is not { } stocked || slots.Add(stocked.Part.Slot))
                ranked[kept++] = one;
        }

        return kept;
    }

    private ImmutableArray<OfferedPart> Describe(
        in RecommendQuery query,
        ReadOnlySpan<Recommendation> ranked,
        ReadOnlySpan<Parts.PartOffer> offers,
        Arrival arrival,
        Vehicle vehicle,
        ItemStandings standings,
        ImmutableArray<ReceivedService> services,
        OfferMasks masks)
    {
        Span<int> parts = stackalloc int[offers.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = ranked[offers[i].Place].Part;
        Span<Recommendation> told = stackalloc Recommendation[offers.Length];
        var reasons = new PartReason[offers.Length * _options.Reasons];
        told = told[.._recommender.Rank(query, parts, told, reasons, out _)];
        var described = ImmutableArray.CreateBuilder<OfferedPart>(offers.Length);
        for (var i = 0; i < offers.Length; i++)
        {
            var place = 0;
            while (told[place].Part != parts[i])
                place++;
            ReadOnlySpan<PartReason> own = reasons.AsSpan(place * _options.Reasons, told[place].Reasons);
            described.Add(Describe(ranked[offers[i].Place], offers[i], own.ToArray(), arrival, vehicle, standings, services, masks));
        }

        return described.MoveToImmutable();
    }

    private OfferedPart Describe(
        in Recommendation one,
        in Parts.PartOffer offer,
        PartReason[] reasons,
        Arrival arrival,
        Vehicle vehicle,
        ItemStandings standings,
        ImmutableArray<ReceivedService> services,
        OfferMasks masks)
    {
        var (stocked, item) = (_links.Stocked[one.Part], _links.Items[one.Part]);
        var planned = item is null ? null : standings.ServiceOf(_links.ItemPlaces[one.Part]);
        decimal? quantity = stocked is not null && stocked.Part.Fits(vehicle, out var taken) != FitmentVerdict.DoesNotFit && taken > 0m ? taken : null;
        Money? amount = quantity is { } known ? stocked!.UnitPrice.Times(known, RoundingPolicy.HalfAwayFromZero) : null;
        var labor = item is null || !_links.IsFirstSlot[one.Part] || services.Any(service => service.ItemId == item.Id && service.Action == ModelLinks.MainAction(item))
            ? null
            : _pricing.FindLabor(item.Id, ModelLinks.MainAction(item), arrival.Date)?.Price;
        var availability = stocked?.AvailabilityOf(quantity ?? 1m) ?? Availability.OnShelf;
        var isSure = !masks.Unsure.Contains(one.Part) && availability == Availability.OnShelf && (stocked is null || amount is not null)
            && planned is not { Status: MaintenanceStatus.Unknown };
        return new OfferedPart
        {
            Id = stocked?.Part.Id ?? item!.Id,
            Stocked = stocked,
            Item = item,
            Planned = planned,
            Quantity = quantity,
            Amount = amount,
            Labor = labor,
            Availability = availability,
            Fitment = masks.Unsure.Contains(one.Part) ? FitmentVerdict.Unknown : FitmentVerdict.Fits,
            LogOdds = one.LogOdds,
            Probability = one.Probability,
            Value = offer.Value,
            Sources = one.Sources,
            Reasons = [.. reasons],
            IsAutoAdded = offer.IsAutoAdded && isSure,
        };
    }

    private int[] Worn(Arrival arrival, MaintenancePlan plan, OfferMasks masks, ImmutableArray<ReceptionFinding>.Builder findings)
    {
        var worn = new MarkedParts(_links.Model);
        foreach (var id in arrival.FoundWorn.IsDefault ? [] : arrival.FoundWorn)
        {
            if (!masks.AddNeed(id, worn))
                findings.Add(new ReceptionFinding(ReceptionFindingKind.ItemUnknown, id));
        }

        foreach (var service in plan.Services)
        {
            if (service is { Item: { } item, Due.Reason: PlanReason.IndicatorOn or PlanReason.MeasurementReached })
                worn.Add(_links.OfItem(item.Id));
        }

        return worn.ToArray();
    }

    private PartDue[] Due(ItemStandings standings)
    {
        var due = new List<PartDue>();
        foreach (var part in _links.Known)
        {
            if (_links.Items[part] is not null && standings.ServiceOf(_links.ItemPlaces[part]) is { } service && ItemStandings.PercentUsed(service) is { } percent)
                due.Add(new PartDue(part, percent));
        }

        return [.. due];
    }

    // What the catalog says goes together with the work on the order.
    private int[] Together(ImmutableArray<ReceivedService> services)
    {
        var together = new MarkedParts(_links.Model);
        foreach (var service in services)
        {
            if (_links.Catalog.FindItem(service.ItemId) is not { } item || service.Action != ModelLinks.MainAction(item))
                continue;
            foreach (var relation in item.Relations)
            {
                foreach (var part in relation.Kind == RelationKind.Together ? _links.OfItem(relation.ItemId) : [])
                {
                    // Small parts beside it are not what the catalog speaks of.
                    if (_links.IsFirstSlot[part])
                        together.Add(part);
                }
            }
        }

        return together.ToArray();
    }
}
