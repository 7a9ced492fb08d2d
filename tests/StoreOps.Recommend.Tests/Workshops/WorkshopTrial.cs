using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Evaluation.Baselines;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;
using StoreOps.Testing.Workshops;

namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>Learns from vehicles of a made-up workshop and asks for the last visit of others, of which every part's true chance is known.</summary>
internal sealed class WorkshopTrial
{
    public const int Learned = 8_000;
    public const int Asked = 2_000;

    public static readonly IReadOnlyDictionary<string, DemandTag> TagOfCategory = new Dictionary<string, DemandTag>
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

    private static readonly LocalDate FirstDay = LocalDate.FromDateOnly(Workshop.FirstDay);
    private static readonly Lazy<WorkshopTrial> Made = new(() => new WorkshopTrial());

    private readonly PartsRecommender _recommender;
    private readonly int[] _partOf;

    private WorkshopTrial()
    {
        Model = RecommendTrainer.Fit(Shop.Vehicles(Learned).Select(Known), RecommendTrainerOptions.Default, Declared()).Model;
        _recommender = new PartsRecommender(Model);
        var numbers = Enumerable.Range(0, Shop.PartCount).ToDictionary(Shop.PartId, part => part, StringComparer.Ordinal);
        _partOf = [.. Enumerable.Range(0, Model.PartCount).Select(number => numbers[Model.PartId(number)])];
        Vehicles = [.. Enumerable.Range(Learned, Asked).Select(Shop.Vehicle).Where(vehicle => Question(vehicle) is not null)];
        Cases = [.. Vehicles.Select(vehicle => Question(vehicle)!)];
    }

    /// <summary>Gets the one trial, which takes some seconds to train.</summary>
    public static WorkshopTrial Default => Made.Value;

    public Workshop Shop { get; } = new(new WorkshopOptions(19));

    public PartsModel Model { get; }

    /// <summary>Gets the vehicles that are asked for; none was learned from.</summary>
    public ImmutableArray<WorkshopVehicle> Vehicles { get; }

    public ImmutableArray<NextBasketCase> Cases { get; }

    /// <summary>Runs all rankers: two baselines, the recommender, one who knows what can be known, and one who knows the truth.</summary>
    public RankingResult[] Rank()
    {
        var all = Shop.Vehicles(Learned).Select(Question).OfType<NextBasketCase>().ToArray();
        INextBasketRanker[] rankers =
        [
            new GlobalTop(all, Shop.PartCount), new PersonalTop(all, Shop.PartCount, fills: true), new ModelRanker(this), new Oracle(this, knowsBrands: false), new Oracle(this, knowsBrands: true),
        ];
        return [.. rankers.Select(ranker => RankingTest.Run(ranker, Cases, threads: 2))];
    }

    /// <summary>Returns every candidate of every vehicle with its chance, and whether a sale of it was noted.</summary>
    public (double[] Chances, bool[] Taken) Judge()
    {
        var (chances, taken) = (new List<double>(), new List<bool>());
        var results = new Recommendation[_partOf.Length];
        foreach (var vehicle in Vehicles)
        {
            // What was sold and not noted is unknown to the model too: it tells the chance that a sale is noted.
            var noted = vehicle.Visits[LastOf(vehicle)].Noted;
            foreach (var one in results.AsSpan(0, Ask(vehicle, results)))
            {
                chances.Add(one.Probability);
                taken.Add(noted.Contains(_partOf[one.Part]));
            }
        }

        return ([.. chances], [.. taken]);
    }

    /// <summary>Returns the lines expected and taken of each predictive tag.</summary>
    public (double[] Expected, int[] Taken, DemandTags Tags) CountTags()
    {
        var tags = new DemandTags(Model, TagOfCategory);
        var (expected, taken) = (new double[DemandTags.Count], new int[DemandTags.Count]);
        var chances = new TagChance[DemandTags.Count];
        foreach (var vehicle in Vehicles)
        {
            _recommender.Predict(QueryOf(vehicle, UsageOf(vehicle)), tags, chances);
            foreach (var part in vehicle.Visits[LastOf(vehicle)].Noted)
                taken[(int)TagOfCategory[Shop.Categories[Shop.CategoryOf(part)].Name]]++;
            foreach (var chance in chances)
                expected[(int)chance.Tag] += chance.ExpectedLines;
        }

        return (expected, taken, tags);
    }

    /// <summary>Returns the same of one tag, by when the vehicle had something of it: never, within so many kilometers, or longer ago.</summary>
    public (double[] Expected, int[] Taken) CountTagSince(DemandTag tag, int kilometers)
    {
        var tags = new DemandTags(Model, TagOfCategory);
        var (expected, taken) = (new double[3], new int[3]);
        var chances = new TagChance[DemandTags.Count];
        bool IsOfTag(int part) => TagOfCategory[Shop.Categories[Shop.CategoryOf(part)].Name] == tag;
        foreach (var vehicle in Vehicles)
        {
            var last = LastOf(vehicle);
            var before = vehicle.Visits.Take(last).LastOrDefault(visit => visit.Noted.Any(IsOfTag));
            var group = before is null ? 0 : vehicle.Visits[last].Kilometers - before.Kilometers < kilometers ? 1 : 2;
            _recommender.Predict(QueryOf(vehicle, UsageOf(vehicle)), tags, chances);
            expected[group] += chances[(int)tag].ExpectedLines;
            taken[group] += vehicle.Visits[last].Noted.Count(IsOfTag);
        }

        return (expected, taken);
    }

    /// <summary>Returns for each vehicle what the recommender ranks first, with the chance told and the true one that a sale is noted.</summary>
    public TrialCall[] Calls(int ranked)
    {
        var calls = new List<TrialCall>();
        var results = new Recommendation[ranked];
        foreach (var vehicle in Vehicles)
        {
            if (Ask(vehicle, results) < ranked)
                continue;
            var visit = vehicle.Visits[LastOf(vehicle)];
            calls.Add(new TrialCall(
                [.. results.Select(one => Model.PartId(one.Part))],
                [.. results.Select(one => one.Probability)],
                [.. results.Select(one => Shop.ChanceOf(vehicle, visit, _partOf[one.Part]) * (1 - Shop.Options.Forgotten))]));
        }

        return [.. calls];
    }

    private IEnumerable<TrainingPart> Declared() => Enumerable.Range(0, Shop.PartCount)
        .Select(part => new TrainingPart(Shop.PartId(part)) { Category = Shop.Categories[Shop.CategoryOf(part)].Name });

    private TrainingVehicle Known(WorkshopVehicle vehicle) => new(Id(vehicle), Visits(vehicle, vehicle.Visits.Count))
    {
        Family = Family(vehicle),
        UsageTags = vehicle.IsOutdoor ? ["outdoor"] : [],
    };

    private ImmutableArray<TrainingVisit> Visits(WorkshopVehicle vehicle, int count) =>
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

    private WorkshopVehicle VehicleOf(NextBasketCase question) => Shop.Vehicle(int.Parse(question.Id, CultureInfo.InvariantCulture));

    private int[] UsageOf(WorkshopVehicle vehicle) => vehicle.IsOutdoor ? [Model.FindTag("outdoor")] : [];

    private int Ask(WorkshopVehicle vehicle, Span<Recommendation> results) => _recommender.Recommend(QueryOf(vehicle, UsageOf(vehicle)), results);

    private RecommendQuery QueryOf(WorkshopVehicle vehicle, int[] usage)
    {
        var visit = vehicle.Visits[LastOf(vehicle)];
        return new RecommendQuery
        {
            Date = FirstDay.PlusDays(visit.Day),
            History = PartHistory.From(Model, Visits(vehicle, LastOf(vehicle))),
            Kilometers = visit.NotedKilometers,
            Family = Model.FindFamily(Family(vehicle)) is >= 0 and var family ? family : null,
            UsageTags = usage,
        };
    }

    /// <summary>Ranks by the truth, which nobody can do better than: the whole of it, or with the owner's brands known only by what he took.</summary>
    private sealed class Oracle(WorkshopTrial trial, bool knowsBrands) : INextBasketRanker
    {
        public string Name => knowsBrands ? "the truth" : "what can be known";

        public int Rank(NextBasketCase question, Span<int> ranked)
        {
            var (shop, vehicle) = (trial.Shop, trial.VehicleOf(question));
            var last = LastOf(vehicle);
            var best = Enumerable.Range(0, shop.PartCount)
                .OrderByDescending(part => knowsBrands ? shop.ChanceOf(vehicle, vehicle.Visits[last], part) : shop.KnowableChanceOf(vehicle, last, part))
                .ThenBy(part => part)
                .Take(ranked.Length)
                .ToArray();
            best.CopyTo(ranked);
            return best.Length;
        }
    }

    private sealed class ModelRanker(WorkshopTrial trial) : INextBasketRanker
    {
        public string Name => "StoreOps";

        public int Rank(NextBasketCase question, Span<int> ranked)
        {
            var results = new Recommendation[ranked.Length];
            var count = trial.Ask(trial.VehicleOf(question), results);
            for (var i = 0; i < count; i++)
                ranked[i] = trial._partOf[results[i].Part];
            return count;
        }
    }
}

/// <summary>What is ranked first for one vehicle.</summary>
/// <param name="Parts">The parts, the likeliest first.</param>
/// <param name="Chances">The chance told of each.</param>
/// <param name="Truths">The true chance of each.</param>
internal sealed record TrialCall(ImmutableArray<string> Parts, ImmutableArray<double> Chances, ImmutableArray<double> Truths);
