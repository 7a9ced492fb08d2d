using System.Text;
using System.Text.Json.Nodes;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tests.Packs;

public sealed class PackDiffTests
{
    private static RulePack Load(JsonObject tree) => PackText.Load(Encoding.UTF8.GetBytes(tree.With("tests", null).ToJsonString()));

    private static FactSet Visits(int visits) => new FactSet(StandardFacts.Schema).Set(StandardFacts.CustomerVisits, CelValue.Of(visits)).Set(StandardFacts.CustomerLifecycle, CelValue.Of("active"));

    [Fact]
    public void Between_SamePack_IsEmpty()
    {
        var pack = PackText.Load(PackText.Example);
        Assert.True(PackDiff.Between(pack, pack).IsEmpty);
        // Another version, other spellings of the same numbers, another order of promotions, byte order mark and all.
        var text = PackText.Tree().With("version", "\"2\"").With("packages[0].price", "365").With("lifecycle.atRiskFrom", "2.00").With("promotions[0].priority", "null").ToJsonString();
        var other = (JsonObject)JsonNode.Parse(text)!;
        var first = other["promotions"]![0]!;
        ((JsonArray)other["promotions"]!).RemoveAt(0);
        ((JsonArray)other["promotions"]!).Add(first);
        Assert.Empty(PackDiff.Between(pack, PackText.Load([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(other.ToJsonString())])).Changes);
    }

    [Fact]
    public void Between_OneOfEachKind_TellsSectionIdPathAndMembers()
    {
        var tree = PackText.Tree()
            .With("promotions[0].effect.percentOff", "12")
            .With("promotions[0].from", null)
            .With("constants.manyVisits", "5")
            .With("lifecycle.lostAfterDays", "800")
            .With("shop.timeZone", "\"Asia/Urumqi\"")
            .With("coupons", "[]")
            .With("labor[1].price", "210.00");
        ((JsonArray)tree["labor"]!).Insert(0, JsonNode.Parse("""{ "item": "air-filter", "action": "replace", "price": 20.00 }"""));
        var changes = PackDiff.Between(Load(PackText.Tree()), Load(tree)).Changes;

        Assert.Equal(
            [
                (PackChangeKind.Changed, "constants", "manyVisits", "$.constants.manyVisits"),
                (PackChangeKind.Removed, "coupons", "welcome-50", "$.coupons[0]"),
                (PackChangeKind.Added, "labor", "air-filter:replace", "$.labor[0]"),
                (PackChangeKind.Changed, "labor", "brake-fluid:replace", "$.labor[2]"),
                (PackChangeKind.Changed, "lifecycle", "lostAfterDays", "$.lifecycle.lostAfterDays"),
                (PackChangeKind.Changed, "promotions", "core-labor-10-off", "$.promotions[0]"),
                (PackChangeKind.Changed, "shop", "shop", "$.shop"),
            ],
            changes.Select(change => (change.Kind, change.Section, change.Id, change.Path)));
        Assert.Equal(
            [new PackMemberChange("$.promotions[0].effect.percentOff", "10", "12"), new PackMemberChange("$.promotions[0].from", "\"2026-11-20\"", null)],
            changes[5].Members.AsEnumerable());
        Assert.Equal(("200.00", "210.00"), (changes[3].Members[0].Old, changes[3].Members[0].New));
        Assert.Null(changes[1].New);
        Assert.Null(changes[2].Old);
    }

    [Fact]
    public void Between_StagesInAnotherOrder_AreMoved()
    {
        var tree = PackText.Tree();
        var first = tree["stages"]![0]!;
        ((JsonArray)tree["stages"]!).RemoveAt(0);
        ((JsonArray)tree["stages"]!).Add(first);
        var changes = PackDiff.Between(Load(PackText.Tree()), Load(tree)).Changes;
        Assert.Equal([(PackChangeKind.Moved, "shop"), (PackChangeKind.Moved, "item")], changes.Select(change => (change.Kind, change.Id)));
    }

    [Fact]
    public void Between_ThereAndBack_IsTheOpposite() =>
        Prop.ForAll(Gen.SubListOf("promotions", "coupons", "brandRules", "commissionPlans", "followUps", "labor", "segments").ToArbitrary(), sections =>
        {
            var full = Load(PackText.Tree());
            var tree = PackText.Tree();
            foreach (var section in sections)
                tree[section] = new JsonArray();
            var less = Load(tree);
            var there = PackDiff.Between(full, less).Changes;
            var back = PackDiff.Between(less, full).Changes;
            return there.All(change => change.Kind == PackChangeKind.Removed)
                && there.Select(change => (change.Section, change.Id, change.Old)).SequenceEqual(back.Select(change => (change.Section, change.Id, change.New)))
                && there.Select(change => change.Section).Distinct().Order(StringComparer.Ordinal).SequenceEqual(sections.Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Effect_ConstantRaised_CountsWhoNoLongerIsRegular()
    {
        var effect = PackDiff.Effect(Load(PackText.Tree()), Load(PackText.Tree().With("constants.manyVisits", "6")), Enumerable.Range(0, 10).Select(Visits));
        // Of the visits from 0 to 9 those with 4 and 5 are regulars no more: in the promotion and in the tag that ask.
        Assert.Equal((10L, 2L, 4L), (effect.Situations, effect.Affected, effect.Decisions));
        Assert.Equal(
            [("promotions", "core-labor-10-off", 0L, 2L), ("tags", "loyal", 0L, 0L)],
            effect.Rules.Select(rule => (rule.Section, rule.Id, rule.Began, rule.Ended)));
    }

    [Fact]
    public void Effect_RuleAddedRemovedOrChangedOtherwise_IsCounted()
    {
        var tree = PackText.Tree()
            .With("coupons", "[]")
            .With("promotions[1].effect.amountOff", "31")
            .With("segments[0].when", "\"customer.visits == 9\"");
        var effect = PackDiff.Effect(Load(PackText.Tree()), Load(tree), Enumerable.Range(0, 10).Select(Visits));
        Assert.Equal(
            [
                new RuleEffect("promotions", "300-less-30", 0, 0, 0, 10),
                new RuleEffect("segments", "win-back", 1, 0, 0, 0),
                new RuleEffect("coupons", "welcome-50", 0, 1, 0, 0),
            ],
            effect.Rules.AsEnumerable());
        Assert.Equal(2L, effect.Affected);
    }

    [Fact]
    public void Effect_OnADay_HoldsRulesAgainstTheirDates()
    {
        var newer = Load(PackText.Tree().With("promotions[0].until", "\"2027-01-31\""));
        Assert.Empty(PackDiff.Effect(Load(PackText.Tree()), newer, [Visits(9)], new LocalDate(2026, 11, 19)).Rules);
        Assert.Equal(1L, PackDiff.Effect(Load(PackText.Tree()), newer, [Visits(9)], new LocalDate(2027, 1, 1)).Decisions);
        Assert.Equal((0L, 1L), (PackDiff.Effect(Load(PackText.Tree()), newer, [Visits(9)]).Decisions, PackDiff.Effect(Load(PackText.Tree()), newer, [Visits(9)]).Rules[0].WithAnotherOutcome));
    }

    [Fact]
    public void Effect_SamePack_IsNone()
    {
        var pack = PackText.Load(PackText.Example);
        var effect = PackDiff.Effect(pack, pack, Enumerable.Range(0, 10).Select(Visits));
        Assert.Equal((10L, 0L, 0), (effect.Situations, effect.Decisions, effect.Rules.Length));
    }
}
