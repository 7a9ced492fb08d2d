using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Tags;
using StoreOps.Rules.Tests.Packs;

namespace StoreOps.Rules.Tests.Tags;

public sealed class TagEngineTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static FactSet Facts => new(StandardFacts.Schema);

    [Fact]
    public void Evaluate_DocumentedExample_GoesFromFactsOverRulesToSegments()
    {
        var pack = PackText.Load(PackText.Example);
        var facts = Facts
            .Set(StandardFacts.CustomerVisits, CelValue.Of(6))
            .Set(StandardFacts.CustomerLifecycle, CelValue.Of("at-risk"))
            .Set(StandardFacts.VehiclePowertrain, CelValue.Of("petrol"));
        var assessment = new TagEngine(pack.Tags, pack.Segments).Evaluate(facts, Today);

        Assert.Equal(["loyal"], assessment.TagIds.AsEnumerable());
        Assert.Equal(["win-back"], assessment.SegmentIds.AsEnumerable());
        Assert.Equal([("electric", Verdict.False), ("loyal", Verdict.True)], assessment.Tags.Select(one => (one.Id, one.Verdict)));
        Assert.Equal((EvidenceCodes.Segment, "win-back", EvidenceOutcome.Met), (assessment.Segments[0].Evidence.Code, assessment.Segments[0].Evidence.RuleId, assessment.Segments[0].Evidence.Outcome));
    }

    [Fact]
    public void Evaluate_TagsOfTheHost_AreSeenAndKept()
    {
        var pack = PackText.Load(PackText.Example);
        var facts = Facts
            .Set(StandardFacts.CustomerVisits, CelValue.Of(6))
            .Set(StandardFacts.CustomerTags, CelValue.Of(["complained"]));
        var assessment = new TagEngine(pack.Tags, pack.Segments).Evaluate(facts, Today);
        Assert.Equal(["complained"], assessment.TagIds.AsEnumerable());
        Assert.Equal(Verdict.False, assessment.Tags.Single(one => one.Id == "loyal").Verdict);
        // The host's own facts stay as they were.
        Assert.True(StandardFacts.Schema.TryFind(StandardFacts.CustomerTags, out var slot));
        Assert.Equal(["complained"], facts[slot].List!.Select(tag => tag.Text).AsEnumerable());
    }

    [Theory]
    [InlineData(TagLevel.Fact, TagLevel.Rule, true)]
    [InlineData(TagLevel.Fact, TagLevel.Prediction, true)]
    [InlineData(TagLevel.Rule, TagLevel.Prediction, true)]
    [InlineData(TagLevel.Rule, TagLevel.Rule, false)]
    [InlineData(TagLevel.Prediction, TagLevel.Rule, false)]
    [InlineData(TagLevel.Prediction, TagLevel.Fact, false)]
    public void Evaluate_TagThatAsksForAnother_SeesOnlyTheLevelsBelow(TagLevel asked, TagLevel asking, bool isSeen)
    {
        // The id that is asked for comes first by name: only the level keeps it from being seen.
        var assessment = new TagEngine([Tag("b", asking, "'a' in customer.tags"), Tag("a", asked, "customer.visits > 0")], [])
            .Evaluate(Facts.Set(StandardFacts.CustomerVisits, CelValue.Of(1)), Today);
        Assert.Equal(isSeen ? Verdict.True : Verdict.False, assessment.Tags.Single(one => one.Id == "b").Verdict);
        Assert.Contains("a", assessment.TagIds);
    }

    [Fact]
    public void Evaluate_NothingKnown_IsUnknownAndNotCarried()
    {
        var assessment = new TagEngine([Tag("a", TagLevel.Fact, "customer.visits > 0")], []).Evaluate(Facts, Today);
        Assert.Empty(assessment.TagIds);
        Assert.Equal((Verdict.Unknown, EvidenceOutcome.Unknown), (assessment.Tags[0].Verdict, assessment.Tags[0].Evidence.Outcome));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Evaluate_OutsideItsDays_DoesNotHoldAndSaysSo(int days, bool holds)
    {
        var tag = Tag("a", TagLevel.Rule, "customer.visits > 0") with { From = Today, Until = Today.PlusDays(10) };
        var assessment = new TagEngine([tag], [new Segment { Id = "s", Name = tag.Name, When = tag.When, From = tag.From, Until = tag.Until }])
            .Evaluate(Facts.Set(StandardFacts.CustomerVisits, CelValue.Of(1)), Today.PlusDays(days));
        Assert.Equal(holds, assessment.TagIds.Contains("a"));
        Assert.Equal(holds, assessment.SegmentIds.Contains("s"));
        Assert.Equal(!holds, assessment.Tags[0].Evidence.Children[0].Code == EvidenceCodes.OutOfPeriod);
    }

    [Fact]
    public void Evaluate_OrderOfTheTags_DoesNotMatter() =>
        Prop.ForAll(
            Gen.Shuffle(["a", "b", "c", "d", "e", "f"]).ToArbitrary(),
            Gen.Choose(0, 6).ToArbitrary(),
            (order, visits) =>
            {
                var rules = order.Select(id => Tag(id, (TagLevel)((id[0] - 'a') / 2), id == "a" ? "customer.visits > 3" : "'" + (char)(id[0] - 2) + "' in customer.tags || customer.visits == " + (id[0] - 'a')));
                var expected = new TagEngine(rules.OrderBy(rule => rule.Id, StringComparer.Ordinal), []);
                var facts = Facts.Set(StandardFacts.CustomerVisits, CelValue.Of(visits));
                var actual = new TagEngine(rules, []).Evaluate(facts, Today);
                return actual.TagIds.SequenceEqual(expected.Evaluate(facts, Today).TagIds)
                    && actual.TagIds.SequenceEqual(actual.Tags.Where(one => one.Verdict == Verdict.True).Select(one => one.Id));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Evaluate_FactsOfAnotherSchema_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new TagEngine([], []).Evaluate(new FactSet(new FactSchema([])), Today));

    private static TagRule Tag(string id, TagLevel level, string when)
    {
        Assert.True(new ConditionCompiler(StandardFacts.Schema).TryCompile(when, out var condition, out var issues), string.Join("\n", issues));
        return new TagRule { Id = id, Name = new LocalizedText(id, id), Level = level, When = condition };
    }
}
