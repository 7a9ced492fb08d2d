using System.Collections.Immutable;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Parts;

/// <summary>Finds the services worth offering on an order, ranks them and says why. Immutable; safe for many threads.</summary>
/// <remarks>
/// <para>Considered are what is due and not on the order, what is upcoming, what has to be asked first, and what the catalog or past orders
/// link with an item that is due or on the order. What must not be offered is taken out before anything is ranked.</para>
/// <para>The score is a sum of log-odds, each term a reason. The same request always gives the same answer; without any counts the
/// schedule and the catalog's relations decide alone.</para>
/// </remarks>
public sealed class Recommender
{
    private readonly CompiledModel _model;
    private readonly RecommenderOptions _options;

    /// <summary>Initializes a new instance of the <see cref="Recommender"/> class.</summary>
    /// <param name="catalog">The catalog; null for the one that comes with the library.</param>
    /// <param name="counts">What was learned from past orders; null for nothing. Items that the catalog does not have are ignored.</param>
    /// <param name="options">The weights; null for <see cref="RecommenderOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">An option is outside its documented range.</exception>
    public Recommender(MaintenanceCatalog? catalog = null, CoPurchaseCounts? counts = null, RecommenderOptions? options = null)
    {
        _options = options ?? RecommenderOptions.Default;
        RecommenderOptions.Check(_options);
        _model = new CompiledModel(catalog ?? MaintenanceCatalog.BuiltIn, counts ?? CoPurchaseCounts.Empty, _options);
    }

    /// <summary>Recommends services.</summary>
    /// <param name="request">The plan, the order and what must not be offered.</param>
    /// <returns>The services, the most likely first, and what was taken out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="RecommendationRequest.MaxResults"/> is below zero.</exception>
    public Recommendations Recommend(RecommendationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxResults, nameof(request));
        var candidates = new Candidate[_model.Items.Length];
        var unknown = Read(request, candidates);
        foreach (var service in request.Plan.Services)
        {
            var place = _model.Find(service.Item?.Id);
            if (place >= 0)
                candidates[place].Take(service);
        }

        FromPlan(candidates);
        FromContext(candidates);
        return Rank(request, candidates, unknown);
    }

    private static void FromPlan(Candidate[] candidates)
    {
        for (var place = 0; place < candidates.Length; place++)
        {
            ref var candidate = ref candidates[place];
            if (candidate.Service is null)
                continue;
            switch (Candidate.StandingOf(candidate.Service))
            {
                case Candidate.Standing.Due:
                    candidate.IsContext = true;
                    candidate.Add(RecommendationOrigin.Due);
                    break;
                case Candidate.Standing.Upcoming:
                    candidate.Add(RecommendationOrigin.Upcoming);
                    break;
                case Candidate.Standing.AskFirst:
                    candidate.Add(RecommendationOrigin.AskFirst);
                    break;
                default:
                    break;
            }
        }
    }

    private void FromContext(Candidate[] candidates)
    {
        for (var context = 0; context < candidates.Length; context++)
        {
            if (!candidates[context].IsContext)
                continue;
            foreach (var place in _model.Required[context])
            {
                if (!candidates[place].Has(RecommendationOrigin.Requires))
                    candidates[place].RequiredBy = context;
                candidates[place].Add(RecommendationOrigin.Requires);
            }

            foreach (var place in _model.Together[context])
            {
                if (!candidates[place].Has(RecommendationOrigin.Together))
                    candidates[place].TogetherWith = context;
                candidates[place].Add(RecommendationOrigin.Together);
            }

            foreach (var partner in _model.Partners[context])
            {
                ref var candidate = ref candidates[partner.Place];
                candidate.Add(RecommendationOrigin.CoPurchase);
                if (partner.Lift <= candidate.Lift)
                    continue;
                (candidate.Lift, candidate.SoldWith, candidate.OrdersWithBoth) = (partner.Lift, context, partner.Orders);
            }
        }
    }

    private static ServiceAction ActionOf(MaintenanceItem item, in Candidate candidate)
    {
        var main = item.Actions.IsDefaultOrEmpty ? ServiceAction.Inspect : item.Actions.Max();
        if (candidate.Service is not { } service)
            return main;
        return Candidate.StandingOf(service) switch
        {
            Candidate.Standing.Due or Candidate.Standing.Upcoming => service.Action,
            Candidate.Standing.Ok when candidate.Has(RecommendationOrigin.Requires) || !item.Actions.Contains(ServiceAction.Inspect) => main,
            // Done not long ago, or nobody knows when: a look costs the customer nothing that may turn out to be needless.
            _ => ServiceAction.Inspect,
        };
    }

    private int Read(RecommendationRequest request, Candidate[] candidates)
    {
        var unknown = 0;
        foreach (var id in OrEmpty(request.OnOrder))
        {
            var place = _model.Find(id);
            if (place < 0)
            {
                unknown++;
                continue;
            }

            candidates[place].IsOnOrder = true;
            candidates[place].IsContext = true;
            foreach (var excluded in _model.Excluded[place])
                candidates[excluded].IsExcluded = true;
        }

        foreach (var id in OrEmpty(request.Declined))
        {
            var place = _model.Find(id);
            if (place < 0)
                unknown++;
            else
                candidates[place].IsDeclined = true;
        }

        foreach (var id in OrEmpty(request.Forbidden))
        {
            var place = _model.Find(id);
            if (place < 0)
                unknown++;
            else
                candidates[place].IsForbidden = true;
        }

        return unknown;
    }

    private Recommendations Rank(RecommendationRequest request, Candidate[] candidates, int unknown)
    {
        var vehicle = request.Powertrain == Powertrain.Unknown ? request.Plan.Situation.Vehicle.Powertrain : request.Powertrain;
        var (considered, onOrder, notApplicable, none, excluded, forbidden, declined) = (0, 0, 0, 0, 0, 0, 0);
        var kept = new List<int>(candidates.Length);
        for (var place = 0; place < candidates.Length; place++)
        {
            ref var candidate = ref candidates[place];
            if (candidate.Origins == 0)
                continue;
            considered++;
            if (candidate.IsOnOrder)
                onOrder++;
            else if (!_model.Items[place].AppliesTo(vehicle) || (candidate.IsInPlan && !candidate.IsOnVehicle))
                notApplicable++;
            else if (candidate.IsNoServiceRequired)
                none++;
            else if (candidate.IsExcluded)
                excluded++;
            else if (candidate.IsForbidden)
                forbidden++;
            else if (candidate.IsDeclined)
                declined++;
            else
            {
                candidate.LogOdds = Scoring.LogOdds(_model, _options, place, candidate);
                kept.Add(place);
            }
        }

        // The items stand in the order of their numbers, which are unique: the place in the catalog breaks ties as number and id would.
        kept.Sort((one, other) =>
        {
            var byScore = candidates[other].LogOdds.CompareTo(candidates[one].LogOdds);
            return byScore != 0 ? byScore : one.CompareTo(other);
        });
        var offered = Math.Min(kept.Count, request.MaxResults);
        var services = ImmutableArray.CreateBuilder<RecommendedService>(offered);
        for (var i = 0; i < offered; i++)
            services.Add(Offer(kept[i], candidates[kept[i]]));
        return new Recommendations(services.MoveToImmutable(), new RecommendationDiagnostics
        {
            Considered = considered,
            Offered = offered,
            OnOrder = onOrder,
            NotApplicable = notApplicable,
            NoServiceRequired = none,
            Suppressed = excluded,
            Forbidden = forbidden,
            Declined = declined,
            BelowCut = kept.Count - offered,
            UnknownIds = unknown,
        });
    }

    private RecommendedService Offer(int place, in Candidate candidate)
    {
        var item = _model.Items[place];
        var origins = ImmutableArray.CreateBuilder<RecommendationOrigin>(2);
        for (var origin = RecommendationOrigin.Due; origin <= RecommendationOrigin.CoPurchase; origin++)
        {
            if (candidate.Has(origin))
                origins.Add(origin);
        }

        return new RecommendedService(
            item, ActionOf(item, candidate), candidate.LogOdds, Scoring.Reasons(_model, _options, place, candidate), origins.ToImmutable(), candidate.Service);
    }

    private static ImmutableArray<string> OrEmpty(ImmutableArray<string> ids) => ids.IsDefault ? [] : ids;
}
