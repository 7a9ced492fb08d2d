using System.Text;
using System.Text.Json.Nodes;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>A plain condition is a way to write one in the language, and nothing else.</summary>
public sealed class PlainConditionTests
{
    private static readonly (string Plain, string When)[] Pairs =
    [
        ("\"minimumTotal\": 300", "order.total >= 300"),
        ("\"minimumTotal\": 99.90", "order.total >= 99.90"),
        ("\"minimumVisits\": 3", "customer.visits >= 3"),
        ("\"customerStates\": [\"at-risk\", \"dormant\"]", "customer.lifecycle in ['at-risk', 'dormant']"),
        ("\"customerTags\": [\"vip\", \"老'客户\\n\"]", "'vip' in customer.tags && '老\\'客户\\n' in customer.tags"),
        ("\"makes\": [\"Toyota\", \"一汽\\\"大众\\\"\"]", "vehicle.make in ['Toyota', '一汽\"大众\"']"),
        ("\"validOn\": [\"saturday\", \"sunday\"]", "today.weekday in ['saturday', 'sunday']"),
    ];

    [Fact]
    public void Load_AnyPlainConditions_AreTheWrittenOne() =>
        Prop.ForAll(
            Gen.SubListOf(Enumerable.Range(0, Pairs.Length)).ToArbitrary(),
            ArbMap.Default.ArbFor<bool>(),
            AnyFacts.ToArbitrary(),
            (chosen, hasWhen, facts) =>
            {
                // Members of one name stand once.
                var pairs = chosen.Distinct().Select(i => Pairs[i]).GroupBy(pair => pair.Plain.Split(':')[0]).Select(same => same.First())
                    .OrderBy(pair => Array.IndexOf(Pairs, pair)).ToArray();
                const string When = "customer.idleDays > 30 || shop.id == 's' // why";
                var plain = Segment([.. pairs.Select(pair => pair.Plain), .. hasWhen || pairs.Length == 0 ? [Member(When)] : Array.Empty<string>()]);
                var parts = pairs.Select(pair => pair.When).Concat(hasWhen || pairs.Length == 0 ? ["(" + When + "\n)"] : []);
                var written = Segment([Member(string.Join(" && ", parts))]);
                return plain.Evaluate(facts) == written.Evaluate(facts) && Tree(plain.Explain(facts)) == Tree(written.Explain(facts))
                    && (pairs.Length == 0 || plain.Expression.Syntax.Equals(written.Expression.Syntax));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"minimumTotal\": 0", "SOR022", "minimumTotal")]
    [InlineData("\"minimumVisits\": 0", "SOR024", "minimumVisits")]
    [InlineData("\"customerStates\": []", "SOR034", "customerStates")]
    [InlineData("\"validOn\": []", "SOR034", "validOn")]
    [InlineData("\"customerStates\": [\"asleep\"]", "SOR005", "customerStates[0]")]
    [InlineData("\"validOn\": [\"6\"]", "SOR005", "validOn[0]")]
    [InlineData("\"makes\": [\"Toyota\"], \"when\": \"customer.vists > 3\"", "SOR030", "when")]
    public void Load_WrongPlainCondition_IsAnIssueAtItsMember(string members, string code, string member)
    {
        Assert.False(RulePack.TryLoad(Document(members), out _, out var issues));
        var issue = Assert.Single(issues);
        Assert.Equal((code, "$.segments[0]." + member), (issue.Code, issue.Path));
    }

    [Fact]
    public void Load_SegmentWithoutAnyCondition_IsRefused()
    {
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Document("\"from\": \"2026-01-01\""))), out _, out var issues));
        Assert.Equal(("SOR033", "$.segments[0]"), (Assert.Single(issues).Code, issues[0].Path));
    }

    [Theory]
    [InlineData("2026-11-20", false)]
    [InlineData("2026-11-21", true)]
    public void Quote_PromotionOfTheWeekend_AppliesOnSaturday(string date, bool applies)
    {
        var tree = PackText.Tree();
        tree["tests"] = null;
        ((JsonArray)tree["promotions"]!).Add(JsonNode.Parse("""
            { "id": "weekend", "group": "member", "name": { "zh": "周末", "en": "Weekend" }, "validOn": ["saturday"], "minimumTotal": 50,
              "effect": { "percentOff": 50 } }
            """.Replace("member", (string)tree["promotions"]![0]!["group"]!, StringComparison.Ordinal)));
        var pack = PackText.Load(Encoding.UTF8.GetBytes(tree.ToJsonString()));
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var quote = new PriceCalculator(pack.Pricing).Quote(new QuoteRequest
        {
            Date = day,
            Lines = [new WorkOrderLine { Id = "1", Kind = LineKind.Labor, ListAmount = Money.FromMinorUnits(8_000, Currency.Cny), ItemId = "engine-oil" }],
            Facts = new FactSet(StandardFacts.Schema).Set(StandardFacts.OrderTotal, CelValue.Of(80m)),
        });
        Assert.Equal(applies, quote.Applied.Any(one => one.RuleId == "weekend"));
        if (!applies)
            Assert.Contains("today.weekday", Tree(quote.Rejected.Single(one => one.RuleId == "weekend").Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_TagOfAWeekday_HoldsOnIt()
    {
        var pack = PackText.Load(Document("\"validOn\": [\"monday\"]"));
        var engine = new TagEngine(pack.Tags, pack.Segments);
        Assert.Equal("s", Assert.Single(engine.Evaluate(new FactSet(StandardFacts.Schema), new LocalDate(2026, 11, 23)).SegmentIds));
        Assert.Empty(engine.Evaluate(new FactSet(StandardFacts.Schema), new LocalDate(2026, 11, 24)).SegmentIds);
    }

    private static Gen<FactSet> AnyFacts { get; } =
        from total in Gen.Choose(0, 60_000)
        from visits in Gen.Choose(0, 6)
        from state in Gen.Elements("at-risk", "dormant", "core", null)
        from tags in Gen.SubListOf("vip", "老'客户\n", "fleet")
        from make in Gen.Elements("Toyota", "一汽\"大众\"", "Honda", null)
        from day in Gen.Elements("saturday", "sunday", "monday", null)
        from idle in Gen.Choose(0, 60)
        select new FactSet(StandardFacts.Schema)
            .Set(StandardFacts.OrderTotal, total % 7 == 0 ? CelValue.Unknown : CelValue.Of(total / 100m))
            .Set(StandardFacts.CustomerVisits, visits == 0 ? CelValue.Unknown : CelValue.Of(visits))
            .Set(StandardFacts.CustomerLifecycle, CelValue.Of(state))
            .Set(StandardFacts.CustomerTags, CelValue.Of([.. tags]))
            .Set(StandardFacts.VehicleMake, CelValue.Of(make))
            .Set(StandardFacts.TodayWeekday, CelValue.Of(day))
            .Set(StandardFacts.CustomerIdleDays, CelValue.Of(idle));

    private static string Member(string when) => "\"when\": " + JsonValue.Create(when)!.ToJsonString();

    private static Condition Segment(string[] members) => PackText.Load(Document(string.Join(", ", members))).Segments[0].When;

    private static byte[] Document(string members) => Encoding.UTF8.GetBytes(
        """
        { "schemaVersion": 1, "id": "p", "version": "1", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
          "segments": [{ "id": "s", "name": { "zh": "甲", "en": "A" }, MEMBERS }] }
        """.Replace("MEMBERS", members, StringComparison.Ordinal));

    private static string Tree(Evidence evidence) =>
        "(" + evidence.Code + " " + evidence.Outcome + " " + evidence.Subject + " " + evidence.Actual + " " + evidence.Operator + " " + evidence.Required + " "
        + string.Concat(evidence.Children.Select(Tree)) + ")";
}
