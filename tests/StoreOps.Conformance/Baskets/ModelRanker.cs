using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Conformance.Baskets;

/// <summary>The library's own recommender, trained on the visits before the one asked for. The sets have no days: each visit is given the next day.</summary>
internal sealed class ModelRanker : INextBasketRanker
{
    private static readonly LocalDate Start = new(2024, 1, 1);

    private readonly PartsRecommender _recommender;
    private readonly int[] _partOf;
    private readonly int[] _numberOf;

    public ModelRanker(BasketSet set)
    {
        var trained = RecommendTrainer.Fit(
            set.All.Select(question => new TrainingVehicle(question.Id, Visits(question))),
            RecommendTrainerOptions.Default with { LearnsFromOpenOrders = false, Neighbors = 100 });
        _recommender = new PartsRecommender(trained.Model);
        _partOf = [.. Enumerable.Range(0, trained.Model.PartCount).Select(number => int.Parse(trained.Model.PartId(number), CultureInfo.InvariantCulture))];
        _numberOf = new int[set.Parts];
        Array.Fill(_numberOf, -1);
        for (var number = 0; number < _partOf.Length; number++)
            _numberOf[_partOf[number]] = number;
    }

    public string Name => "StoreOps";

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

    private static ImmutableArray<TrainingVisit> Visits(NextBasketCase question) =>
    [
        .. question.History.Select((visit, place) =>
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
