using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Tests.Training;
using StoreOps.Testing;

namespace StoreOps.Recommend.Tests.Parts;

public sealed class DemandTagsTests
{
    private static readonly PartsRecommender Recommender = new(SmallShop.Model);
    private static readonly PartHistory[] Histories = [PartHistory.Empty, .. SmallShop.Vehicles.Take(40).Select(vehicle => PartHistory.From(SmallShop.Model, vehicle.Visits))];

    private static readonly DemandTags Tags = new(SmallShop.Model, new Dictionary<string, DemandTag>
    {
        ["c0"] = DemandTag.OilService,
        ["c1"] = DemandTag.Brakes,
        ["c2"] = DemandTag.Brakes,
        ["c3"] = DemandTag.Tires,
        ["misspelled"] = DemandTag.Battery,
    });

    [Fact]
    public void Predict_OfAnyVehicle_LiesBetweenTheGreatestChanceAndTheSum() => Prop.ForAll(
        (from vehicle in Gen.Choose(0, Histories.Length - 1)
         from lines in Gen.Choose(0, SmallShop.PartCount - 1).ArrayOf()
         from allowed in Gen.Choose(0, SmallShop.PartCount - 1).ArrayOf()
         select (vehicle, lines: lines.Take(5).ToArray(), allowed)).ToArbitrary(),
        given =>
        {
            var query = new RecommendQuery
            {
                Date = new LocalDate(2024, 3, 1),
                History = Histories[given.vehicle],
                Lines = given.lines,
                Fitting = given.allowed.Length == 0 ? null : PartSet.Of(SmallShop.Model, given.allowed),
            };
            var all = new Recommendation[SmallShop.PartCount];
            var count = Recommender.Recommend(query, all);
            var chances = new TagChance[DemandTags.Count];
            var diagnostics = Recommender.Predict(query, Tags, chances);
            Assert.Equal(count, diagnostics.Returned);
            foreach (var chance in chances)
            {
                var own = all.Take(count).Where(one => Tags.TagOf(one.Part) == chance.Tag).ToArray();
                Assert.True(chance.ExpectedLines >= own.Sum(one => one.Probability) - 1e-9);
                Assert.InRange(chance.Probability, own.Length == 0 ? 0 : own.Max(one => one.Probability) - 1e-12, Math.Min(1, chance.ExpectedLines) + 1e-12);
                Assert.Equal(own.Length == 0 ? -1 : own[0].Part, chance.Part);
                Assert.Equal(own.Length == 0 ? 0 : own[0].Probability, chance.PartProbability);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Predict_WhereNothingMayBeOffered_ExpectsNothing()
    {
        var chances = new TagChance[DemandTags.Count];
        var diagnostics = Recommender.Predict(
            new RecommendQuery { Date = new LocalDate(2024, 3, 1), History = Histories[3], Available = PartSet.Of(SmallShop.Model) }, Tags, chances);
        Assert.Equal(diagnostics.Considered, diagnostics.NotAvailable);
        Assert.All(chances, chance => Assert.Equal(new TagChance(chance.Tag, 0, 0, -1, 0), chance));
    }

    [Fact]
    public void Tags_WithACategoryThatNobodyHas_NameIt()
    {
        Assert.Equal("misspelled", Assert.Single(Tags.UnknownCategories));
        Assert.Equal(DemandTag.OilService, Tags.TagOf(SmallShop.Model.FindPart(SmallShop.Id(0))));
        Assert.Null(Tags.TagOf(SmallShop.Model.FindPart(SmallShop.Id(34))));
    }

    [Fact]
    public void Tags_ThatDoNotExist_AreRefused() => Assert.Contains(
        "\"c0\"",
        Assert.Throws<ArgumentOutOfRangeException>(() => new DemandTags(SmallShop.Model, new Dictionary<string, DemandTag> { ["c0"] = (DemandTag)14 })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Predict_WithTooFewPlaces_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Recommender.Predict(new RecommendQuery { Date = new LocalDate(2024, 3, 1) }, Tags, new TagChance[13]));

    [Fact]
    public void Predict_AfterTheFirstCalls_AllocatesNothing()
    {
        var chances = new TagChance[DemandTags.Count];
        Assert.Equal(0, Allocation.Of(() => Recommender.Predict(new RecommendQuery { Date = new LocalDate(2024, 3, 1), History = Histories[3] }, Tags, chances)));
    }

    [Fact]
    public void Name_OfEveryTag_IsThereInBothLanguages()
    {
        var names = Enumerable.Range(0, DemandTags.Count)
            .SelectMany(tag => new[] { DemandTagText.Name((DemandTag)tag, Language.English), DemandTagText.Name((DemandTag)tag, Language.Chinese) })
            .ToArray();
        Assert.Equal(2 * DemandTags.Count, names.Distinct().Count());
    }
}
