using System.Collections.Immutable;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.FollowUps;

namespace StoreOps.Rules.Tests.FollowUps;

public class FollowUpPlannerTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static FollowUpSituation Situation { get; } = new() { AsOf = Today, CustomerId = "c" };

    [Fact]
    public void Plan_Ladder_CountsBackFromTheDay()
    {
        var plan = Plan(
            [Rule("service-due", FollowUpTopic.Maintenance, 60, 30, 0, -30)],
            Situation with { DueDates = [new SubjectDay("engine-oil", Today.PlusDays(45))] });
        Assert.Equal([15, 45, 75], plan.Tasks.Select(task => Period.DaysBetween(Today, task.Date)));
        Assert.Equal([EvidenceCodes.FollowUpPast], plan.Evidence.Children.Skip(3).Select(step => step.Code));
        Assert.Equal("engine-oil", plan.Tasks[0].SubjectId);
    }

    [Fact]
    public void Plan_EachTopic_TakesItsOwnDays()
    {
        var plan = Plan(
            [Rule("b", FollowUpTopic.Benefit, 0), Rule("l", FollowUpTopic.Lifecycle, 0), Rule("m", FollowUpTopic.Maintenance, 0)],
            Situation with
            {
                DueDates = [new SubjectDay("oil", Today.PlusDays(3))],
                Benefits = [new SubjectDay("wash", Today.PlusDays(1))],
                NextTransitionOn = Today.PlusDays(2),
            });
        Assert.Equal([("b", "wash"), ("l", "c"), ("m", "oil")], plan.Tasks.Select(task => (task.RuleId, task.SubjectId)));
    }

    [Fact]
    public void Plan_OptedOut_PlansNothingAndSaysSo()
    {
        var plan = Plan(
            [Rule("b", FollowUpTopic.Benefit, 0)],
            Situation with { IsOptedOut = true, Benefits = [new SubjectDay("wash", Today)] });
        Assert.Empty(plan.Tasks);
        Assert.Equal(EvidenceCodes.FollowUpOptedOut, plan.Evidence.Children.Single().Code);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Plan_TodayIsKept_YesterdayIsDropped(int daysBefore, int tasks) =>
        Assert.Equal(tasks, Plan(
            [Rule("b", FollowUpTopic.Benefit, daysBefore)],
            Situation with { Benefits = [new SubjectDay("wash", Today)] }).Tasks.Length);

    [Fact]
    public void Plan_EndsOfTheCalendar_PlanWhatIsOnIt()
    {
        ImmutableArray<FollowUpRule> rules = [Rule("b", FollowUpTopic.Benefit, 1, 0, -1)];
        var last = Plan(rules, Situation with { Benefits = [new SubjectDay("wash", LocalDate.MaxIsoValue)] });
        Assert.Equal(2, last.Tasks.Length);
        var first = Plan(rules, Situation with { AsOf = LocalDate.MinIsoValue, Benefits = [new SubjectDay("wash", LocalDate.MinIsoValue)] });
        Assert.Equal(2, first.Tasks.Length);
    }

    [Fact]
    public void Rules_BrokenContract_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FollowUpPlanner([Rule("a", FollowUpTopic.Benefit), Rule("a", FollowUpTopic.Benefit)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rule("a", FollowUpTopic.Benefit, 3_651));
        Assert.Throws<ArgumentException>(() => Rule(string.Empty, FollowUpTopic.Benefit));
    }

    [Fact]
    public void Plan_AnyDays_AreSortedOnceEachAndNeverPast() =>
        Prop.ForAll(AnySituation.ToArbitrary(), x =>
        {
            var plan = Plan([Rule("b", FollowUpTopic.Benefit, x.Ladder), Rule("m", FollowUpTopic.Maintenance, x.Ladder)], x.Situation);
            var expected = x.Situation.Benefits.Select(day => ("b", day)).Concat(x.Situation.DueDates.Select(day => ("m", day)))
                .SelectMany(subject => x.Ladder.Select(before => (Rule: subject.Item1, subject.day.SubjectId, Date: subject.day.Date.PlusDays(-before), subject.day.Date)))
                .Where(task => task.Item3 >= Today).ToHashSet();
            var actual = plan.Tasks.Select(task => (task.RuleId, task.SubjectId, task.Date, task.Anchor)).ToArray();
            return expected.SetEquals(actual) && expected.Count == actual.Length
                && plan.Tasks.Select(task => task.Date).SequenceEqual(plan.Tasks.Select(task => task.Date).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void Plan_DaysInAnotherOrder_ChangeNothing() =>
        Prop.ForAll(AnySituation.ToArbitrary(), x =>
        {
            FollowUpRule[] rules = [Rule("b", FollowUpTopic.Benefit, x.Ladder), Rule("m", FollowUpTopic.Maintenance, x.Ladder)];
            var reversed = x.Situation with { Benefits = [.. x.Situation.Benefits.Reverse()], DueDates = [.. x.Situation.DueDates.Reverse()] };
            return Plan(rules, x.Situation).Tasks.SequenceEqual(Plan([.. rules.Reverse()], reversed).Tasks);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    private static Gen<SubjectDay> Day { get; } =
        from id in Gen.Elements("x", "y", "z")
        from day in Gen.Choose(-60, 60)
        select new SubjectDay(id, Today.PlusDays(day));

    private static Gen<(FollowUpSituation Situation, int[] Ladder)> AnySituation { get; } =
        from count in Gen.Choose(0, 4)
        from benefits in Day.ArrayOf(count)
        from dueDates in Day.ArrayOf(2)
        from ladder in Gen.Choose(-40, 40).ArrayOf(3)
        select (Situation with { Benefits = [.. benefits], DueDates = [.. dueDates] }, ladder);

    private static FollowUpRule Rule(string id, FollowUpTopic topic, params int[] daysBefore) =>
        new() { Id = id, Name = new LocalizedText("回访", "follow-up"), Topic = topic, DaysBefore = [.. daysBefore] };

    private static FollowUpPlan Plan(IEnumerable<FollowUpRule> rules, FollowUpSituation situation) => new FollowUpPlanner(rules).Plan(situation);
}
