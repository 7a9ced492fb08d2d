using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Conformance.Baskets;

/// <summary>The library's own recommender. The sets have no days: each visit is given the next day.</summary>
internal sealed class ModelRanker : INextBasketRanker
{
    private static readonly LocalDate Start = new(2024, 1, 1);

    private readonly PartsRecommender _recommender;
    private readonly int[] _partOf;
    private readonly int[] _numberOf;

    private ModelRanker(string name, BasketSet set, TrainingVehicle[] vehicles)
    {
        Name = name;
        Training = new TrainingWatch(vehicles);
        var trained = RecommendTrainer.Fit(vehicles, RecommendTrainerOptions.Default with { LearnsFromOpenOrders = false, Neighbors = 100 }, progress: Training);
        _recommender = new PartsRecommender(trained.Model);
        _partOf = [.. Enumerable.Range(0, trained.Model.PartCount).Select(number => int.Parse(trained.Model.PartId(number), CultureInfo.InvariantCulture))];
        _numberOf = new int[set.Parts];
        Array.Fill(_numberOf, -1);
        for (var number = 0; number < _partOf.Length; number++)
            _numberOf[_partOf[number]] = number;
    }

    public string Name { get; }

    /// <summary>Gets how long the training took.</summary>
    public TrainingWatch Training { get; }

    /// <summary>Builds the neighbors alone, as they are built for everybody's visits, and tells how long that takes.</summary>
    public static string NeighborsAlone(BasketSet set) =>
        TrainingWatch.NeighborsAlone([.. set.All.Select(question => new TrainingVehicle(question.Id, Visits(question.History)))], 100);

    /// <summary>Learns from everybody's visits before the one asked for, as a shop knows its customers: those who are asked for among them.</summary>
    public static ModelRanker Of(BasketSet set) => new("StoreOps", set, [.. set.All.Select(question => new TrainingVehicle(question.Id, Visits(question.History)))]);

    /// <summary>Learns from those who are neither asked for nor validated on, with their last visits: nobody who is asked for was seen before.</summary>
    public static ModelRanker OfStrangers(BasketSet set)
    {
        var asked = set.Test.Concat(set.Validation).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        return new ModelRanker("StoreOps, of strangers", set,
        [
            .. set.All.Where(question => !asked.Contains(question.Id))
                .Select(question => new TrainingVehicle(question.Id, Visits(question.History.Add(question.Truth)))),
        ]);
    }

    public int Rank(NextBasketCase question, Span<int> ranked)
    {
        var results = new Recommendation[ranked.Length];
        var count = _recommender.Recommend(Query(question), results);
        for (var i = 0; i < count; i++)
            ranked[i] = _partOf[results[i].Part];
        return count;
    }

    /// <summary>Returns whether the chances of all candidates of all questions mean what they say.</summary>
    public ReliabilityTable Reliability(IReadOnlyList<NextBasketCase> cases)
    {
        var (chances, taken) = (new List<double>(), new List<bool>());
        var results = new Recommendation[_partOf.Length];
        foreach (var question in cases)
        {
            var truth = new HashSet<int>(question.Truth);
            var count = _recommender.Recommend(Query(question), results);
            for (var i = 0; i < count; i++)
            {
                chances.Add(results[i].Probability);
                taken.Add(truth.Contains(_partOf[results[i].Part]));
            }
        }

        return ReliabilityTable.Of([.. chances], [.. taken]);
    }

    private static ImmutableArray<TrainingVisit> Visits(ImmutableArray<ImmutableArray<int>> visits) =>
    [
        .. visits.Select((visit, place) =>
            new TrainingVisit(Start.PlusDays(place), null, [.. visit.Select(part => part.ToString(CultureInfo.InvariantCulture))])),
    ];

    private RecommendQuery Query(NextBasketCase question)
    {
        var history = PartHistory.Empty;
        for (var place = 0; place < question.History.Length; place++)
            history = history.With(Start.PlusDays(place), null, [.. question.History[place].Select(part => _numberOf[part]).Where(number => number >= 0)]);
        return new RecommendQuery { Date = Start.PlusDays(question.History.Length), History = history };
    }
}
