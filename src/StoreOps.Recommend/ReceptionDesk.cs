using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;
using StoreOps.Rules;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Recommend;

/// <summary>Receives a car: one call from its VIN to what is due, which parts, what else to offer, the price, the commissions and the customer's state.</summary>
/// <remarks>It only composes the engines; each is as usable alone. Immutable; safe for many threads. Nothing is read but its input.</remarks>
public sealed class ReceptionDesk
{
    private readonly RulePack _pack;
    private readonly PartsList _parts;
    private readonly MaintenancePlanner _planner;
    private readonly VinDecoder _decoder;
    private readonly Recommender _recommender;
    private readonly PriceCalculator _prices;
    private readonly CommissionCalculator _commissions;
    private readonly LifecycleClassifier _lifecycle;
    private readonly FollowUpPlanner _followUps;
    private readonly TagEngine? _tags;
    private readonly PartOffering? _offering;

    /// <summary>Initializes a new instance of the <see cref="ReceptionDesk"/> class.</summary>
    /// <param name="pack">The rules of the shop.</param>
    /// <param name="parts">The parts of the shop; null for none.</param>
    /// <param name="counts">What was learned from past orders; null for nothing.</param>
    /// <param name="planner">The maintenance planner; null for the catalog and schedules that come with the library.</param>
    /// <param name="decoder">The VIN decoder; null for the makers that come with the library.</param>
    /// <param name="recommender">What ranks the shop's own parts by a trained model; null to offer services by the schedule alone.</param>
    /// <param name="offers">How parts are offered by it; null for <see cref="PartOfferOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pack"/> is null.</exception>
    /// <exception cref="ArgumentException">The price of a part, in a quantity that a vehicle takes, or of work is too great to be reckoned with; the
    /// message names it. Or a worth of <paramref name="offers"/> is below zero or no number, or its tags are of another model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of <paramref name="offers"/> is out of range.</exception>
    public ReceptionDesk(
        RulePack pack,
        PartsList? parts = null,
        CoPurchaseCounts? counts = null,
        MaintenancePlanner? planner = null,
        VinDecoder? decoder = null,
        PartsRecommender? recommender = null,
        PartOfferOptions? offers = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _pack = pack;
        _parts = parts ?? PartsList.Empty;
        AmountCheck.OfParts(_parts);
        AmountCheck.OfLabor(pack.Pricing.LaborRates);
        _planner = planner ?? new MaintenancePlanner();
        _decoder = decoder ?? new VinDecoder();
        _recommender = new Recommender(_planner.Catalog, counts ?? CoPurchaseCounts.Empty);
        _prices = new PriceCalculator(pack.Pricing);
        _commissions = new CommissionCalculator(pack.CommissionPlans, pack.Stamp);
        _lifecycle = new LifecycleClassifier(pack.Lifecycle, pack.Stamp);
        _followUps = new FollowUpPlanner(pack.FollowUps, pack.Stamp);
        _tags = pack.Tags.IsEmpty && pack.Segments.IsEmpty ? null : new TagEngine(pack.Tags, pack.Segments, pack.Stamp);
        if (recommender is not null)
            _offering = new PartOffering(recommender, _parts, _planner.Catalog, pack.Pricing, offers ?? PartOfferOptions.Default);
    }

    /// <summary>Receives a car.</summary>
    /// <param name="arrival">The car, the customer and what is known of both.</param>
    /// <returns>The sheet: everything with its reasons; what is not known says so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="arrival"/> is null.</exception>
    /// <exception cref="ArgumentException">The shop's currency is not the rule pack's.</exception>
    public ReceptionSheet Receive(Arrival arrival)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        if (arrival.Shop.Currency != _pack.Currency)
            throw new ArgumentException("The shop and its rule pack have one currency; they were " + arrival.Shop.Currency + " and " + _pack.Currency + ".", nameof(arrival));

        var findings = ImmutableArray.CreateBuilder<ReceptionFinding>();
        var vehicle = Identification.Complete(arrival, _decoder, findings, out var vin);
        var odometer = OdometerJudge.Judge(new OdometerReading(arrival.Date, arrival.Odometer), arrival.Readings);
        var plan = PlanMaintenance(arrival, vehicle, odometer, findings);
        var lifecycle = CustomerStanding.Classify(arrival, vehicle, plan, odometer, _lifecycle, findings);

        // Conditions on brands may ask about everything but the order, which has no parts yet; a mistyped odometer decides no discount either.
        var facts = ReceptionFacts.Before(arrival, vehicle, plan.Situation.Odometer, lifecycle);
        // Tags are about a customer; a car that nobody knows carries none, and conditions on them stay open.
        var tags = arrival.Customer is null ? null : _tags?.Evaluate(facts, arrival.Date);
        facts = tags?.Facts ?? facts;
        var brands = _pack.Brands.InForceOn(arrival.Date);
        var services = ServiceSelection.Select(arrival, vehicle, plan, _planner.Catalog, _parts, brands, facts, findings);
        var lines = OrderLines.Build(arrival, services, _planner.Catalog, _pack.Pricing, findings);
        ReceptionFacts.AddOrder(facts, lines);

        var recommendations = _recommender.Recommend(new RecommendationRequest
        {
            Plan = plan,
            Powertrain = vehicle.Powertrain,
            OnOrder = [.. services.Select(service => service.ItemId).Distinct(StringComparer.Ordinal)],
            Declined = arrival.DeclinedItems,
        }).Services;
        var offers = _offering?.Offer(
            arrival, vehicle, plan, services, lines, brands, facts, tags?.TagIds ?? arrival.CustomerTags, findings);
        var quote = _prices.Quote(new QuoteRequest
        {
            Date = arrival.Date,
            Lines = lines,
            Facts = facts,
            CouponIds = arrival.Customer?.CouponIds ?? [],
            HeldPackages = arrival.HeldPackages,
        });
        var commissions = _commissions.Preview(new CommissionSituation
        {
            Date = arrival.Date,
            Currency = _pack.Currency,
            Lines = [.. quote.Lines.Select(line => SoldLine(line, arrival.Date))],
            Employees = arrival.Employees,
            Facts = facts,
        });
        return new ReceptionSheet
        {
            Arrival = arrival,
            Pack = _pack,
            Vehicle = vehicle,
            Vin = vin,
            Odometer = odometer,
            Plan = plan,
            Services = services,
            Lines = lines,
            Tags = tags,
            Offers = offers,
            Recommendations = offers is null ? recommendations : [.. recommendations.Where(IsLeftToSchedule)],
            Quote = quote,
            Commissions = commissions,
            Lifecycle = lifecycle,
            FollowUps = CustomerStanding.FollowUp(arrival, plan, lifecycle, _followUps),
            Findings = findings.ToImmutable(),
        };
    }

    // What a model knows how to sell is offered by it or not at all; looks at the vehicle, and what no part of it serves, go by the schedule.
    private bool IsLeftToSchedule(RecommendedService one) =>
        one.Action != ModelLinks.MainAction(one.Item) || !_offering!.Decides(one.Item.Id);

    private MaintenancePlan PlanMaintenance(
        Arrival arrival, Vehicle vehicle, OdometerAssessment odometer, ImmutableArray<ReceptionFinding>.Builder findings)
    {
        var reading = arrival.Odometer;
        if (!odometer.IsUsable)
        {
            reading = odometer.LastTrusted!.Value.Odometer;
            findings.Add(new ReceptionFinding(ReceptionFindingKind.OdometerDoubtful, arrival.Odometer.ToString()));
        }

        var plan = _planner.Plan(new MaintenanceSituation
        {
            Vehicle = vehicle,
            Today = arrival.Date,
            Odometer = reading,
            History = arrival.History,
            SevereUse = arrival.SevereUse,
            Driving = arrival.Driving,
            Meters = arrival.Meters,
            Measurements = arrival.Measurements,
            IndicatorsOn = arrival.IndicatorsOn,
            Events = arrival.Events,
            Deferrals = arrival.Deferrals,
        });
        if (plan.Match.Level == ScheduleMatchLevel.Generic)
            findings.Add(new ReceptionFinding(ReceptionFindingKind.ScheduleGeneric, plan.Match.Schedule.Id));
        foreach (var finding in plan.Findings)
            findings.Add(new ReceptionFinding(ReceptionFindingKind.RecordNotUsed, finding.Record.ComponentId));
        return plan;
    }

    private SoldLine SoldLine(QuotedLine quoted, LocalDate date)
    {
        var minutes = quoted.Line is { ItemId: { } itemId, Action: { } action, Kind: Domain.Orders.LineKind.Labor }
            ? _pack.Pricing.FindLabor(itemId, action, date)?.LaborMinutes
            : null;
        return new SoldLine(quoted.Line, quoted.Payable, minutes);
    }
}
