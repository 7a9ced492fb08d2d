using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Cli.Offers;

/// <summary>The library's recommender, asked as a counter asks it when a vehicle arrives.</summary>
internal sealed class ShopRanker : INextBasketRanker
{
    private readonly PartsModel _model;
    private readonly PartsRecommender _recommender;
    private readonly Dictionary<string, AskedVisit> _asked;
    private readonly int[] _numberOf;

    public ShopRanker(PartsModel model, SplitTest test)
    {
        (_model, _recommender) = (model, new PartsRecommender(model));
        _asked = test.Asked.ToDictionary(visit => visit.Case.Id, StringComparer.Ordinal);
        var numbers = test.Parts.Select((part, number) => (part, number)).ToDictionary(part => part.part, part => part.number, StringComparer.Ordinal);
        // A part of the parts file that was never sold has no number in the test, and cannot have been taken.
        _numberOf = [.. Enumerable.Range(0, model.PartCount).Select(part => numbers.GetValueOrDefault(model.PartId(part), -1))];
    }

    public string Name => "StoreOps";

    public int Rank(NextBasketCase question, Span<int> ranked)
    {
        var results = new Recommendation[ranked.Length];
        var count = Ask(_asked[question.Id], results);
        for (var i = 0; i < count; i++)
            ranked[i] = _numberOf[results[i].Part];
        return count;
    }

    /// <summary>Returns the most likely candidates of every visit, each with its chance and whether it was taken.</summary>
    public List<JudgedCandidate> Judge(SplitTest test, int most)
    {
        var judged = new List<JudgedCandidate>();
        var results = new Recommendation[Math.Min(most, _model.PartCount)];
        for (var place = 0; place < test.Asked.Length; place++)
        {
            var truth = new HashSet<int>(test.Asked[place].Case.Truth);
            var count = Ask(test.Asked[place], results);
            for (var i = 0; i < count; i++)
                judged.Add(new JudgedCandidate(place, results[i].Probability, truth.Contains(_numberOf[results[i].Part])));
        }

        return judged;
    }

    private int Ask(AskedVisit asked, Span<Recommendation> results)
    {
        var family = asked.Known.Family.Length > 0 ? _model.FindFamily(asked.Known.Family) : -1;
        return _recommender.Recommend(
            new RecommendQuery
            {
                Date = asked.Visit.Date,
                History = PartHistory.From(_model, asked.Known.Visits),
                Kilometers = asked.Visit.Kilometers,
                Family = family < 0 ? null : family,
                UsageTags = [.. asked.Known.UsageTags.Select(_model.FindTag).Where(tag => tag >= 0)],
                Findings = [.. asked.Findings.Select(_model.FindPart).Where(part => part >= 0)],
            },
            results);
    }
}

/// <summary>A candidate of one visit.</summary>
/// <param name="Visit">The visit's place in the test.</param>
/// <param name="Chance">The chance that was told.</param>
/// <param name="IsTaken">Whether it was taken.</param>
internal readonly record struct JudgedCandidate(int Visit, double Chance, bool IsTaken);
