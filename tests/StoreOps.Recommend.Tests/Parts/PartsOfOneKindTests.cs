using System.Collections.Immutable;

using NodaTime;

using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Parts;

/// <summary>A shop that sells tires of four brands, any of them about every 40,000 km: which brand a customer takes says nothing of the next.</summary>
public sealed class PartsOfOneKindTests
{
    private static readonly string[] Brands = ["tire-a", "tire-b", "tire-c", "tire-d"];
    private static readonly PartsRecommender WithCategories = new(Learn("tires"));
    private static readonly PartsRecommender WithoutCategories = new(Learn(""));

    [Fact]
    public void LogOdds_OfAnotherBrand_AreLowJustAfterOneWasFitted()
    {
        var (fresh, worn) = (KindTerms(WithCategories, 2_000), KindTerms(WithCategories, 43_000));
        Assert.True(worn.Sum(term => term.Value) > fresh.Sum(term => term.Value) + 0.5, $"{fresh.Sum(term => term.Value)} just after, {worn.Sum(term => term.Value)} long after");
        Assert.True(LogOddsOf(WithCategories, 43_000) > LogOddsOf(WithCategories, 2_000) + 0.5);
    }

    [Fact]
    public void Reason_OfAnotherBrand_NamesWhatWasFittedAndHowLongAgo()
    {
        var term = Assert.Single(KindTerms(WithCategories, 2_000), term => term.Signal == PartSignal.KilometersSince);
        Assert.Equal(WithCategories.Model.FindPart("tire-a"), term.With);
        Assert.Equal(2_000, term.Amount);
        var own = Assert.Single(Explained(WithCategories, 2_000, "tire-a"), own => own.Signal == PartSignal.KilometersSince);
        Assert.Equal(-1, own.With);
    }

    [Fact]
    public void Reasons_OfAnotherBrand_DoNotSayThatItWasTaken() => Assert.DoesNotContain(
        Explained(WithCategories, 2_000, "tire-b"),
        term => term.Signal is PartSignal.VisitShare or PartSignal.VisitsSince or PartSignal.RecentShare or PartSignal.Rhythm or PartSignal.LastVisits);

    [Fact]
    public void LogOdds_OfAnotherBrand_RestOnTheLatestOfItsKind()
    {
        var model = WithCategories.Model;
        var (a, c) = (model.FindPart("tire-a"), model.FindPart("tire-c"));
        var history = PartHistory.Empty.With(new LocalDate(2022, 1, 1), 20_000, [c]).With(new LocalDate(2024, 1, 1), 60_000, [a]);
        var terms = Terms(WithCategories, history, 62_000, "tire-b").Where(IsSince).ToArray();
        Assert.NotEmpty(terms);
        Assert.All(terms, term => Assert.Equal(a, term.With));
    }

    [Fact]
    public void LogOdds_WithoutCategories_RestOnTheOwnPartAlone() => Assert.Empty(KindTerms(WithoutCategories, 2_000));

    private static double LogOddsOf(PartsRecommender recommender, int kilometersAgo)
    {
        var results = new Recommendation[1];
        Assert.Equal(1, recommender.Rank(Query(History(recommender), 60_000 + kilometersAgo), [recommender.Model.FindPart("tire-b")], results, [], out _));
        return results[0].LogOdds;
    }

    private static PartReason[] KindTerms(PartsRecommender recommender, int kilometersAgo) => [.. Explained(recommender, kilometersAgo, "tire-b").Where(IsSince)];

    private static bool IsSince(PartReason term) => term.Signal is PartSignal.KilometersSince or PartSignal.MonthsSince;

    private static PartReason[] Explained(PartsRecommender recommender, int kilometersAgo, string part) =>
        Terms(recommender, History(recommender), 60_000 + kilometersAgo, part);

    private static PartHistory History(PartsRecommender recommender) =>
        PartHistory.Empty.With(new LocalDate(2024, 1, 1), 60_000, [recommender.Model.FindPart("oil"), recommender.Model.FindPart("tire-a")]);

    private static PartReason[] Terms(PartsRecommender recommender, PartHistory history, int kilometers, string part)
    {
        var terms = new PartReason[24];
        var count = recommender.Explain(Query(history, kilometers), recommender.Model.FindPart(part), terms, out _);
        return terms[..count];
    }

    private static RecommendQuery Query(PartHistory history, int kilometers) => new() { Date = new LocalDate(2024, 3, 1), History = history, Kilometers = kilometers };

    private static Recommend.Models.PartsModel Learn(string category)
    {
        var random = new Random(5);
        var vehicles = ImmutableArray.CreateBuilder<TrainingVehicle>();
        for (var vehicle = 0; vehicle < 1_500; vehicle++)
        {
            var (day, km, fitted) = (new LocalDate(2018, 1, 1).PlusDays(random.Next(300)), random.Next(20_000), -random.Next(40_000));
            var visits = ImmutableArray.CreateBuilder<TrainingVisit>();
            for (var visit = random.Next(2, 14); visit > 0; visit--)
            {
                var taken = new List<string> { "oil" };
                if (km - fitted > 36_000 + random.Next(8_000))
                {
                    taken.Add(Brands[random.Next(Brands.Length)]);
                    fitted = km;
                }

                visits.Add(new TrainingVisit(day, km, [.. taken]));
                day = day.PlusDays(random.Next(90, 200));
                km += random.Next(5_000, 12_000);
            }

            vehicles.Add(new TrainingVehicle("v" + vehicle, visits.ToImmutable()));
        }

        return RecommendTrainer.Fit(vehicles, parts: [.. Brands.Select(brand => new TrainingPart(brand) { Category = category }), new TrainingPart("oil")]).Model;
    }
}
