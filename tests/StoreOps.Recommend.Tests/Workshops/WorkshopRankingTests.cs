using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Evaluation.Baselines;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;
using StoreOps.Testing.Workshops;

using Xunit.Abstractions;

namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>How near the recommender comes to one who knows each part's true chance, on the next visit of vehicles that it never saw.</summary>
public sealed class WorkshopRankingTests(ITestOutputHelper output)
{
    private const int Learned = 8_000;
    private const int Asked = 2_000;

    private static readonly Workshop Shop = new(new WorkshopOptions(19));
    private static readonly LocalDate FirstDay = LocalDate.FromDateOnly(Workshop.FirstDay);

    private static readonly Lazy<PartsModel> Model = new(() => RecommendTrainer.Fit(Shop.Vehicles(Learned).Select(Known), RecommendTrainerOptions.Default, Declared()).Model);

    private static readonly Dictionary<string, DemandTag> TagOfCategory = new()
    {
        ["engine-oil"] = DemandTag.OilService,
        ["oil-filter"] = DemandTag.OilService,
        ["air-filter"] = DemandTag.Filters,
        ["cabin-filter"] = DemandTag.Filters,
        ["fuel-filter"] = DemandTag.Filters,
        ["front-brake-pads"] = DemandTag.Brakes,
        ["rear-brake-pads"] = DemandTag.Brakes,
        ["front-brake-discs"] = DemandTag.Brakes,
        ["rear-brake-discs"] = DemandTag.Brakes,
        ["brake-fluid"] = DemandTag.Brakes,
        ["tires"] = DemandTag.Tires,
        ["wheel-alignment"] = DemandTag.WheelAlignment,
        ["wheel-balance"] = DemandTag.WheelAlignment,
        ["battery"] = DemandTag.Battery,
        ["spark-plugs"] = DemandTag.Ignition,
        ["throttle-cleaning"] = DemandTag.Ignition,
        ["transmission-fluid"] = DemandTag.Transmission,
        ["coolant"] = DemandTag.Cooling,
        ["water-pump"] = DemandTag.Cooling,
        ["air-conditioning-cleaning"] = DemandTag.AirConditioning,
        ["wiper-blades"] = DemandTag.Visibility,
        ["bulbs"] = DemandTag.Visibility,
        ["shock-absorbers"] = DemandTag.Suspension,
        ["drive-belt"] = DemandTag.Belts,
        ["timing-belt"] = DemandTag.Belts,
        ["car-wash"] = DemandTag.CarCare,
    };

    [Fact]
    public void Predict_InAShopWhoseTruthIsKnown_CountsRight()
    {
        var (recommender, tags) = (new PartsRecommender(Model.Value), new DemandTags(Model.Value, TagOfCategory));
        Assert.Empty(tags.UnknownCategories);
        var (expected, taken, visits) = (new double[DemandTags.Count], new int[DemandTags.Count], 0);
        var chances = new TagChance[DemandTags.Count];
        foreach (var vehicle in Enumerable.Range(Learned, Asked).Select(Shop.Vehicle).Where(vehicle => Question(vehicle) is not null))
        {
            var visit = vehicle.Visits[LastOf(vehicle)];
            Span<int> usage = vehicle.IsOutdoor ? [Model.Value.FindTag("outdoor")] : [];
            recommender.Predict(QueryOf(vehicle, usage), tags, chances);
            foreach (var part in visit.Noted)
                taken[(int)TagOfCategory[Shop.Categories[Shop.CategoryOf(part)].Name]]++;
            foreach (var chance in chances)
                expected[(int)chance.Tag] += chance.ExpectedLines;

            visits++;
        }

        for (var tag = 0; tag < DemandTags.Count; tag++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(DemandTag)tag}: {expected[tag]:F0} expected, {taken[tag]} lines taken, on {visits} visits"));
            // Parts for which nothing speaks are rated too high: most where a kind has many brands, as tires have.
            Assert.InRange(expected[tag] / taken[tag], 0.85, 1.35);
        }

        Assert.InRange(expected.Sum() / taken.Sum(), 0.9, 1.1);
    }

    [Fact]
    public void Recommend_InAShopWhoseTruthIsKnown_ReachesMostOfWhatCanBeKnown()
    {
        var cases = Enumerable.Range(Learned, Asked).Select(Shop.Vehicle).Select(Question).OfType<NextBasketCase>().ToArray();
        var all = Shop.Vehicles(Learned).Select(Question).OfType<NextBasketCase>().ToArray();
        var ours = new ModelRanker(Model.Value);
        var results = new INextBasketRanker[] { new GlobalTop(all, Shop.PartCount), new PersonalTop(all, Shop.PartCount, fills: true), ours, new Oracle(knowsBrands: false), new Oracle(knowsBrands: true) }
            .Select(ranker => RankingTest.Run(ranker, cases, threads: 2))
            .ToArray();
        var best = results[3];
        foreach (var result in results)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Name}: recall {result.Recall:F4}, NDCG {result.Ndcg:F4}, hits {result.HitRate:F4}; of what can be known {result.Recall / best.Recall:P1}, {result.Ndcg / best.Ndcg:P1}, {result.HitRate / best.HitRate:P1}"));
        }

        var (chances, taken) = ours.Chances(cases);
        var reliability = ReliabilityTable.Of(chances, taken);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Length} questions, calibration error {reliability.CalibrationError:F4} over {chances.Length} candidates"));
        var (global, personal, own) = (results[0], results[1], results[2]);
        Assert.True(results[^1].Ndcg > best.Ndcg && best.Ndcg > own.Ndcg && own.Ndcg > personal.Ndcg && personal.Ndcg > global.Ndcg);
        Assert.True(own.Recall > 0.8 * best.Recall, "The share of the recall that can be had was " + (own.Recall / best.Recall));
        Assert.True(own.Ndcg > 0.8 * best.Ndcg, "The share of the NDCG that can be had was " + (own.Ndcg / best.Ndcg));
        Assert.InRange(reliability.CalibrationError, 0, 0.01);
    }

    private static IEnumerable<TrainingPart> Declared() => Enumerable.Range(0, Shop.PartCount)
        .Select(part => new TrainingPart(Shop.PartId(part)) { Category = Shop.Categories[Shop.CategoryOf(part)].Name });

    private static TrainingVehicle Known(WorkshopVehicle vehicle) => new(Id(vehicle), Visits(vehicle, vehicle.Visits.Count))
    {
        Family = Family(vehicle),
        UsageTags = vehicle.IsOutdoor ? ["outdoor"] : [],
    };

    private static ImmutableArray<TrainingVisit> Visits(WorkshopVehicle vehicle, int count) =>
    [
        .. vehicle.Visits.Take(count).Where(visit => visit.Noted.Count > 0)
            .Select(visit => new TrainingVisit(FirstDay.PlusDays(visit.Day), visit.NotedKilometers, [.. visit.Noted.Select(Shop.PartId)])),
    ];

    // The last visit with a sale; vehicles without one are not asked for.
    private static int LastOf(WorkshopVehicle vehicle) => vehicle.Visits.ToList().FindLastIndex(visit => visit.Taken.Count > 0);

    private static NextBasketCase? Question(WorkshopVehicle vehicle)
    {
        if (LastOf(vehicle) is not (>= 0 and var last))
            return null;
        var history = vehicle.Visits.Take(last).Where(visit => visit.Noted.Count > 0).Select(visit => visit.Noted.ToImmutableArray()).ToImmutableArray();
        return history.IsEmpty ? null : new NextBasketCase(Id(vehicle), history, [.. vehicle.Visits[last].Taken]);
    }

    private static string Id(WorkshopVehicle vehicle) => vehicle.Index.ToString(CultureInfo.InvariantCulture);

    private static string Family(WorkshopVehicle vehicle) => "f" + vehicle.Family.ToString(CultureInfo.InvariantCulture);

    private static WorkshopVehicle VehicleOf(NextBasketCase question) => Shop.Vehicle(int.Parse(question.Id, CultureInfo.InvariantCulture));

    private static RecommendQuery QueryOf(WorkshopVehicle vehicle, ReadOnlySpan<int> usage)
    {
        var visit = vehicle.Visits[LastOf(vehicle)];
        return new RecommendQuery
        {
            Date = FirstDay.PlusDays(visit.Day),
            History = PartHistory.From(Model.Value, Visits(vehicle, LastOf(vehicle))),
            Kilometers = visit.NotedKilometers,
            Family = Model.Value.FindFamily(Family(vehicle)) is >= 0 and var family ? family : null,
            UsageTags = usage,
        };
    }

    /// <summary>Ranks by the truth, which nobody can do better than: the whole of it, or with the owner's brands known only by what he took.</summary>
    private sealed class Oracle(bool knowsBrands) : INextBasketRanker
    {
        public string Name => knowsBrands ? "the truth" : "what can be known";

        public int Rank(NextBasketCase question, Span<int> ranked)
        {
            var vehicle = VehicleOf(question);
            var last = LastOf(vehicle);
            var best = Enumerable.Range(0, Shop.PartCount)
                .OrderByDescending(part => knowsBrands ? Shop.ChanceOf(vehicle, vehicle.Visits[last], part) : Shop.KnowableChanceOf(vehicle, last, part))
                .ThenBy(part => part)
                .Take(ranked.Length)
                .ToArray();
            best.CopyTo(ranked);
            return best.Length;
        }
    }

    private sealed class ModelRanker(PartsModel model) : INextBasketRanker
    {
        private readonly PartsRecommender _recommender = new(model);
        private readonly int[] _partOf = [.. Enumerable.Range(0, model.PartCount).Select(number => Enumerable.Range(0, Shop.PartCount).First(part => Shop.PartId(part) == model.PartId(number)))];

        public string Name => "StoreOps";

        public int Rank(NextBasketCase question, Span<int> ranked)
        {
            var results = new Recommendation[ranked.Length];
            var count = Ask(question, results);
            for (var i = 0; i < count; i++)
                ranked[i] = _partOf[results[i].Part];
            return count;
        }

        public (double[] Chances, bool[] Taken) Chances(IReadOnlyList<NextBasketCase> cases)
        {
            var (chances, taken) = (new List<double>(), new List<bool>());
            var results = new Recommendation[_partOf.Length];
            foreach (var question in cases)
            {
                var vehicle = VehicleOf(question);
                // What was sold and not noted is unknown to the model too: it tells the chance that a sale is noted.
                var noted = vehicle.Visits[LastOf(vehicle)].Noted;
                var count = Ask(question, results);
                for (var i = 0; i < count; i++)
                {
                    chances.Add(results[i].Probability);
                    taken.Add(noted.Contains(_partOf[results[i].Part]));
                }
            }

            return ([.. chances], [.. taken]);
        }

        private int Ask(NextBasketCase question, Span<Recommendation> results)
        {
            var vehicle = VehicleOf(question);
            Span<int> tags = vehicle.IsOutdoor ? [model.FindTag("outdoor")] : [];
            return _recommender.Recommend(QueryOf(vehicle, tags), results);
        }
    }
}
