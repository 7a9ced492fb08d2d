using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Customers;
using StoreOps.Rules.Lifecycle;

namespace StoreOps.Rules.Tests.Lifecycle;

/// <summary>The laws that hold for every history and every policy.</summary>
public class LifecycleLawTests
{
    private static readonly LocalDate Start = new(2010, 1, 1);

    private static Config Thorough { get; } = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static Gen<LifecyclePolicy> Policy { get; } =
        from atRisk in Gen.Choose(11_000, 30_000)
        from dormant in Gen.Choose(1, 20_000)
        from lost in Gen.Choose(1, 30_000)
        from days in Gen.Choose(1, 900)
        from more in Gen.Choose(0, 900)
        from core in Gen.Choose(2, 6)
        from weight in Gen.Choose(0, 3)
        from usual in Gen.Choose(-200, 400)
        from isDefault in Gen.Elements(true, true, false)
        select isDefault ? LifecyclePolicy.Default : new LifecyclePolicy
        {
            WarningFrom = 1.05m,
            AtRiskFrom = atRisk / 10_000m,
            DormantFrom = (atRisk + dormant) / 10_000m,
            LostFrom = (atRisk + dormant + lost) / 10_000m,
            DormantAfterDaysWhenIntervalUnknown = days,
            LostAfterDays = days + more,
            CoreFromVisits = core,
            PriorWeight = weight,
            DefaultIntervalDays = usual > 0 ? usual : null,
        };

    private static Gen<VisitKind> Kind { get; } = Gen.Elements(
        VisitKind.Chosen, VisitKind.Chosen, VisitKind.Chosen, VisitKind.Chosen, VisitKind.Warranty, VisitKind.Accident);

    // Both wild histories and near-regular ones; the latter reach Core, the median and the cuts.
    private static Gen<int[]> Days { get; } = Gen.OneOf(
        from count in Gen.Choose(0, 10)
        from days in Gen.Choose(0, 1_500).ArrayOf(count)
        select days,
        from count in Gen.Choose(1, 9)
        from gap in Gen.Choose(1, 200)
        from jitter in Gen.Choose(0, 10).ArrayOf(count)
        from longGap in Gen.Elements(0, 0, 600)
        select jitter.Select((j, i) => (i * gap) + j + (i > count / 2 ? longGap : 0)).ToArray());

    private static Gen<Case> AnyCase { get; } =
        from policy in Policy
        from days in Days
        from kinds in Kind.ArrayOf(12)
        from since in Gen.OneOf(Gen.Choose(-400, 60), Gen.Choose(0, 900))
        from prior in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 500))
        from gone in Gen.Elements(false, false, false, false, false, false, false, true)
        select new Case(
            new LifecycleClassifier(policy),
            new LifecycleSituation
            {
                AsOf = Start.PlusDays(days.DefaultIfEmpty(0).Max() + since),
                Visits = [.. days.Select((day, i) => new Visit(Start.PlusDays(day), "v", "s", Kind: kinds[i]))],
                PriorIntervalDays = prior > 0 ? prior : null,
                IsVehicleGone = gone,
            });

    [Fact]
    public void Classify_AnyHistory_AgreesWithTheTableReadLiterally() =>
        Prop.ForAll(AnyCase.ToArbitrary(), c => c.Answer.State == Literal(c.Classifier.Policy, c.Situation)).Check(Thorough);

    [Fact]
    public void Classify_NoVisit_NeverImproves() =>
        Prop.ForAll(AnyCase.ToArbitrary(), Gen.Choose(1, 1_500).ToArbitrary(), (c, later) =>
        {
            var closed = c with { Situation = c.Situation with { Visits = [.. c.Situation.Visits.Where(v => v.Date <= c.Situation.AsOf)] } };
            var then = c.Classifier.Classify(closed.Situation with { AsOf = c.Situation.AsOf.PlusDays(later) });
            return Stage(then.State) >= Stage(closed.Answer.State) && then.Visits == closed.Answer.Visits;
        }).Check(Thorough);

    [Fact]
    public void Classify_AllTimesTimesTheSame_KeepsTheState() =>
        Prop.ForAll(AnyCase.ToArbitrary(), Gen.Choose(2, 9).ToArbitrary(), (c, factor) =>
        {
            var policy = c.Classifier.Policy;
            var scaled = new LifecycleClassifier(policy with
            {
                LostAfterDays = policy.LostAfterDays * factor,
                DormantAfterDaysWhenIntervalUnknown = policy.DormantAfterDaysWhenIntervalUnknown * factor,
                DefaultIntervalDays = policy.DefaultIntervalDays * factor,
            }).Classify(c.Situation with
            {
                AsOf = Scale(c.Situation.AsOf, factor),
                Visits = [.. c.Situation.Visits.Select(visit => visit with { Date = Scale(visit.Date, factor) })],
                PriorIntervalDays = c.Situation.PriorIntervalDays * factor,
            });
            return (scaled.State, scaled.Warning, scaled.IsOverdue, scaled.IsReactivated, scaled.Ratio)
                == (c.Answer.State, c.Answer.Warning, c.Answer.IsOverdue, c.Answer.IsReactivated, c.Answer.Ratio);
        }).Check(Thorough);

    [Fact]
    public void Classify_VisitsInAnotherOrder_ChangesNothing() =>
        Prop.ForAll(
            (from c in AnyCase from order in Gen.Shuffle(c.Situation.Visits.ToArray()) select (c, order)).ToArbitrary(),
            x => x.c.Answer.Equals(x.c.Classifier.Classify(x.c.Situation with { Visits = [.. x.order] }))).Check(Thorough);

    [Fact]
    public void Classify_SecondVisitOnADay_ChangesNothing() =>
        Prop.ForAll(AnyCase.ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), (c, pick) =>
        {
            var counted = c.Situation.Visits.Where(v => v.Kind == VisitKind.Chosen && v.Date <= c.Situation.AsOf).ToArray();
            return counted.Length == 0
                || c.Answer.Equals(c.Classifier.Classify(c.Situation with { Visits = c.Situation.Visits.Add(counted[pick % counted.Length]) }));
        }).Check(Thorough);

    [Fact]
    public void Classify_VisitToday_IsNewActiveOrCore() =>
        Prop.ForAll(AnyCase.ToArbitrary(), c =>
        {
            var today = c.Classifier.Classify(c.Situation with
            {
                Visits = c.Situation.Visits.Add(new Visit(c.Situation.AsOf, "v", "s")),
                IsVehicleGone = false,
            });
            return Stage(today.State) == 0 && today is { IdleDays: 0, Warning: ChurnWarning.None, IsOverdue: false };
        }).Check(Thorough);

    [Fact]
    public void Classify_LaterVisits_DoNotChangeAPastDay() =>
        Prop.ForAll(AnyCase.ToArbitrary(), c =>
        {
            var known = c.Classifier.Classify(c.Situation with { Visits = [.. c.Situation.Visits.Where(v => v.Date <= c.Situation.AsOf)] });
            return c.Answer.Equals(known with { Evidence = c.Answer.Evidence });
        }).Check(Thorough);

    [Fact]
    public void NextTransitionOn_IsTheFirstDayOfAnotherState() =>
        Prop.ForAll(AnyCase.ToArbitrary(), c =>
        {
            var closed = c.Situation with { Visits = [.. c.Situation.Visits.Where(v => v.Date <= c.Situation.AsOf)] };
            if (c.Answer.NextTransitionOn is not { } day)
                return c.Answer.State is LifecycleState.NeverVisited or LifecycleState.Lost && c.Answer.NextState is null;
            return day > c.Situation.AsOf
                && c.Classifier.Classify(closed with { AsOf = day.PlusDays(-1) }).State == c.Answer.State
                && c.Classifier.Classify(closed with { AsOf = day }).State == c.Answer.NextState
                && c.Answer.NextState != c.Answer.State;
        }).Check(Thorough);

    [Fact]
    public void Combine_AnyVehicles_IsTheBestNowAndOnItsNextDay() =>
        Prop.ForAll(
            (from c in AnyCase from others in AnyCase.ArrayOf(2) select (c, others)).ToArbitrary(),
            x =>
            {
                var asOf = x.c.Situation.AsOf;
                var cases = new[] { x.c }.Concat(x.others).Select(c => c with { Situation = Closed(c.Situation, asOf) }).ToArray();
                var customer = LifecycleClassifier.Combine(cases.Select(c => c.Answer));
                return customer.State == BestOn(cases, asOf)
                    && customer.Decisive.State == customer.State
                    && (customer.NextTransitionOn is not { } day
                        ? BestOn(cases, asOf.PlusDays(40_000)) == customer.State
                        : BestOn(cases, day.PlusDays(-1)) == customer.State && BestOn(cases, day) == customer.NextState
                            && customer.NextState != customer.State);
            }).Check(Thorough);

    [Fact]
    public void Generator_ReachesEveryStateAndFlag()
    {
        var answers = AnyCase.Sample(4_000, 30).Select(c => c.Answer).ToArray();
        Assert.Equal(7, answers.Select(answer => answer.State).Distinct().Count());
        Assert.Equal(4, answers.Select(answer => answer.Warning).Distinct().Count());
        Assert.Contains(answers, answer => answer.IsReactivated);
        Assert.Contains(answers, answer => answer.Evidence.Children.Any(step => step.Subject == "median"));
    }

    private static LifecycleSituation Closed(LifecycleSituation situation, LocalDate asOf) =>
        situation with { AsOf = asOf, Visits = [.. situation.Visits.Where(visit => visit.Date <= asOf)] };

    private static LifecycleState BestOn(Case[] cases, LocalDate day)
    {
        LifecycleState[] fromBest =
        [
            LifecycleState.Core, LifecycleState.Active, LifecycleState.New, LifecycleState.AtRisk, LifecycleState.Dormant, LifecycleState.Lost,
            LifecycleState.NeverVisited,
        ];
        var states = cases.Select(c => c.Classifier.Classify(c.Situation with { AsOf = day }).State).ToHashSet();
        return fromBest.First(states.Contains);
    }

    private static LocalDate Scale(LocalDate date, int factor) => Start.PlusDays(Period.DaysBetween(Start, date) * factor);

    private static int Stage(LifecycleState state) => state switch
    {
        LifecycleState.AtRisk => 1,
        LifecycleState.Dormant => 2,
        LifecycleState.Lost => 3,
        LifecycleState.NeverVisited => -1,
        _ => 0,
    };

    // The table of the six states, row by row, on fractions of whole numbers and sorted sets.
    private static LifecycleState Literal(LifecyclePolicy policy, LifecycleSituation situation)
    {
        var days = new SortedSet<int>(situation.Visits
            .Where(visit => visit.Kind == VisitKind.Chosen && visit.Date <= situation.AsOf)
            .Select(visit => Period.DaysBetween(Start, visit.Date))).ToArray();
        if (situation.IsVehicleGone)
            return LifecycleState.Lost;
        if (days.Length == 0)
            return LifecycleState.NeverVisited;

        var gaps = days.Skip(1).Zip(days, (later, earlier) => later - earlier).Order().ToArray();
        var prior = situation.PriorIntervalDays ?? policy.DefaultIntervalDays;
        var weight = prior is null ? 0 : policy.PriorWeight;
        BigInteger top = ((prior ?? 0) * weight) + gaps.Sum();
        BigInteger bottom = weight + gaps.Length;
        if (gaps.Length >= 5)
        {
            var middle = gaps.Length % 2 == 1 ? 2 * gaps[gaps.Length / 2] : gaps[gaps.Length / 2] + gaps[(gaps.Length / 2) - 1];
            if (2 * gaps[^1] > 3 * middle)
                (top, bottom) = (middle, 2);
        }

        var idle = Period.DaysBetween(Start, situation.AsOf) - days[^1];
        bool IsAbove(decimal cut) => !bottom.IsZero && idle * bottom * 10_000 > (BigInteger)(cut * 10_000m) * top;
        if (IsAbove(policy.LostFrom) || idle > policy.LostAfterDays)
            return LifecycleState.Lost;
        if (IsAbove(policy.DormantFrom) || (bottom.IsZero && idle > policy.DormantAfterDaysWhenIntervalUnknown))
            return LifecycleState.Dormant;
        if (IsAbove(policy.AtRiskFrom))
            return LifecycleState.AtRisk;
        return days.Length == 1 ? LifecycleState.New : days.Length >= policy.CoreFromVisits ? LifecycleState.Core : LifecycleState.Active;
    }

    private sealed record Case(LifecycleClassifier Classifier, LifecycleSituation Situation)
    {
        public LifecycleAssessment Answer => Classifier.Classify(Situation);
    }
}
