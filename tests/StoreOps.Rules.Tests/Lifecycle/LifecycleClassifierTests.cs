using NodaTime;

using StoreOps.Domain.Customers;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Lifecycle;

namespace StoreOps.Rules.Tests.Lifecycle;

public class LifecycleClassifierTests
{
    private static readonly LocalDate Start = new(2024, 1, 1);

    private static LifecycleClassifier Classifier { get; } = new(LifecyclePolicy.Default);

    // Gaps of 100 days and a prior of 100: the own interval is 100 exactly, so the ratio is the idle days in percent.
    [Theory]
    [InlineData(1, 0, LifecycleState.New, ChurnWarning.None)]
    [InlineData(1, 125, LifecycleState.New, ChurnWarning.None)]
    [InlineData(1, 126, LifecycleState.New, ChurnWarning.Low)]
    [InlineData(1, 200, LifecycleState.New, ChurnWarning.Low)]
    [InlineData(2, 200, LifecycleState.Active, ChurnWarning.Low)]
    [InlineData(3, 200, LifecycleState.Active, ChurnWarning.Low)]
    [InlineData(4, 200, LifecycleState.Core, ChurnWarning.Low)]
    [InlineData(9, 200, LifecycleState.Core, ChurnWarning.Low)]
    [InlineData(4, 201, LifecycleState.AtRisk, ChurnWarning.Medium)]
    [InlineData(4, 320, LifecycleState.AtRisk, ChurnWarning.Medium)]
    [InlineData(4, 321, LifecycleState.Dormant, ChurnWarning.High)]
    [InlineData(1, 500, LifecycleState.Dormant, ChurnWarning.High)]
    [InlineData(1, 501, LifecycleState.Lost, ChurnWarning.None)]
    public void Classify_AtTheCuts_FollowsTheTable(int visits, int idleDays, LifecycleState state, ChurnWarning warning)
    {
        var assessment = Classifier.Classify(Regular(visits, 100, idleDays) with { PriorIntervalDays = 100 });
        Assert.Equal(state, assessment.State);
        Assert.Equal(warning, assessment.Warning);
        Assert.Equal(100m, assessment.OwnIntervalDays);
        Assert.Equal(idleDays / 100m, assessment.Ratio);
        Assert.Equal(idleDays is > 100 and <= 200, assessment.IsOverdue);
    }

    [Theory]
    [InlineData(365, LifecycleState.New)]
    [InlineData(366, LifecycleState.Dormant)]
    [InlineData(730, LifecycleState.Dormant)]
    [InlineData(731, LifecycleState.Lost)]
    public void Classify_IntervalNotKnown_GoesByDays(int idleDays, LifecycleState state)
    {
        var assessment = Classifier.Classify(Regular(1, 0, idleDays));
        Assert.Equal(state, assessment.State);
        Assert.Null(assessment.OwnIntervalDays);
        Assert.Null(assessment.Ratio);
    }

    [Fact]
    public void Classify_LongInterval_IsLostAfterDaysWhateverTheRatio()
    {
        Assert.Equal(LifecycleState.Core, Classifier.Classify(Regular(5, 400, 730)).State);
        var lost = Classifier.Classify(Regular(5, 400, 731));
        Assert.Equal(LifecycleState.Lost, lost.State);
        Assert.Equal(1.8275m, lost.Ratio);
        Assert.Equal(EvidenceOutcome.NotMet, Step(lost, EvidenceCodes.LifecycleRatio).Outcome);
        Assert.Equal(EvidenceOutcome.Met, Step(lost, EvidenceCodes.LifecycleIdleDays).Outcome);
    }

    [Fact]
    public void Classify_MeanWithPrior_WeighsThePriorAsOneGap()
    {
        // (1 · 180 + 90 + 120) / (1 + 2) = 130
        var assessment = Classifier.Classify(At(210, 0, 90, 210) with { PriorIntervalDays = 180 });
        Assert.Equal(130m, assessment.OwnIntervalDays);
        Assert.Equal(LifecycleState.Active, assessment.State);
    }

    // Five gaps: 30 30 30 30 and one long. 90 is not above three medians, 91 is.
    [Theory]
    [InlineData(90, "mean", 42)]
    [InlineData(91, "median", 30)]
    public void Classify_OneLongAbsence_TakesTheMedian(int longGap, string source, int days)
    {
        var assessment = Classifier.Classify(At(250, 0, 30, 60, 90, 120, 120 + longGap));
        Assert.Equal(days, assessment.OwnIntervalDays);
        Assert.Equal(source, Step(assessment, EvidenceCodes.LifecycleInterval).Subject);
    }

    [Fact]
    public void Classify_FourGaps_NeverTakesTheMedian() =>
        Assert.Equal((90m + 900m) / 4m, Classifier.Classify(At(1000, 0, 30, 60, 90, 990)).OwnIntervalDays);

    [Fact]
    public void Classify_EvenNumberOfGaps_TakesTheMiddleOfTwo()
    {
        // Gaps 20 20 30 31 60 300: the median is 30.5.
        var assessment = Classifier.Classify(At(500, 0, 20, 40, 70, 101, 161, 461));
        Assert.Equal(30.5m, assessment.OwnIntervalDays);
        Assert.Equal(Start.PlusDays(461 + 62), assessment.NextTransitionOn);
    }

    [Fact]
    public void Classify_NobodyCame_IsALead()
    {
        var assessment = Classifier.Classify(At(10));
        Assert.Equal(LifecycleState.NeverVisited, assessment.State);
        Assert.Null(assessment.IdleDays);
        Assert.Null(assessment.NextTransitionOn);
    }

    [Fact]
    public void Classify_WarrantyAndAccident_CountOnlyWherePolicySaysSo()
    {
        var situation = At(100) with
        {
            Visits = [Came(0), Came(50, VisitKind.Warranty), Came(60, VisitKind.Accident)],
            PriorIntervalDays = 100,
        };
        var strict = Classifier.Classify(situation);
        Assert.Equal((1, 100), (strict.Visits, strict.IdleDays));
        Assert.Equal(EvidenceValue.Of(2m), Step(strict, EvidenceCodes.LifecycleVisitsNotCounted).Actual);

        var policy = LifecyclePolicy.Default with { CountsWarrantyVisits = true, CountsAccidentVisits = true };
        Assert.Equal((3, 40), new LifecycleClassifier(policy).Classify(situation) is { } lax ? (lax.Visits, lax.IdleDays) : default);
    }

    [Fact]
    public void Classify_VisitAfterTheDay_IsIgnoredAndCounted()
    {
        var assessment = Classifier.Classify(At(100, 0, 150, 200) with { PriorIntervalDays = 100 });
        Assert.Equal((1, LifecycleState.New), (assessment.Visits, assessment.State));
        Assert.Equal(EvidenceValue.Of(2m), Step(assessment, EvidenceCodes.LifecycleVisitsFromFuture).Actual);
    }

    [Fact]
    public void Classify_BackAfterALongTime_IsReactivated()
    {
        var gaps = LifecyclePolicy.Default with { DefaultIntervalDays = 100 };
        Assert.False(new LifecycleClassifier(gaps).Classify(At(320, 0, 320)).IsReactivated);
        Assert.True(new LifecycleClassifier(gaps).Classify(At(321, 0, 321)).IsReactivated);
        Assert.False(new LifecycleClassifier(gaps).Classify(At(500, 0, 321, 400)).IsReactivated);
        Assert.True(Classifier.Classify(At(366, 0, 366)).IsReactivated);
    }

    [Theory]
    [InlineData(true, false, EvidenceCodes.LifecycleOptedOut)]
    [InlineData(false, true, EvidenceCodes.LifecycleVehicleGone)]
    public void Classify_Gone_IsLostForGood(bool isOptedOut, bool isVehicleGone, string code)
    {
        var assessment = Classifier.Classify(Regular(6, 100, 3) with { IsOptedOut = isOptedOut, IsVehicleGone = isVehicleGone });
        Assert.Equal(LifecycleState.Lost, assessment.State);
        Assert.Null(assessment.NextTransitionOn);
        Assert.Equal(EvidenceValue.Of(true), Step(assessment, code).Actual);
        Assert.Equal(EvidenceOutcome.NotMet, Step(assessment, EvidenceCodes.LifecycleRatio).Outcome);
    }

    [Fact]
    public void Classify_TheReceptionSheet_SaysAllOfIt()
    {
        // Six visits every 118 days, 131 days ago: Core at 1.1, at risk from day 237 on.
        var assessment = Classifier.Classify(Regular(6, 118, 131));
        Assert.Equal((LifecycleState.Core, 118m, 1.1102m), (assessment.State, assessment.OwnIntervalDays, assessment.Ratio));
        Assert.True(assessment.IsOverdue);
        Assert.Equal(assessment.LastVisitOn!.Value.PlusDays(237), assessment.NextTransitionOn);
        Assert.Equal(LifecycleState.AtRisk, assessment.NextState);
        var ratio = Step(assessment, EvidenceCodes.LifecycleRatio);
        Assert.Equal(EvidenceValue.Of(2.0m), ratio.Required);
        Assert.Equal(EvidenceValue.Of(0.8898m), ratio.Distance);
    }

    [Fact]
    public void Classify_TheExampleOfTheDocs_AnswersWhatTheySay()
    {
        var last = new LocalDate(2026, 7, 14);
        var assessment = Classifier.Classify(new LifecycleSituation
        {
            AsOf = new LocalDate(2026, 11, 22),
            Visits = [.. Enumerable.Range(0, 6).Select(i => new Visit(last.PlusDays(-118 * i), "v", "s"))],
            PriorIntervalDays = 182,
        });
        Assert.Equal(
            (LifecycleState.Core, new LocalDate(2027, 3, 29), LifecycleState.AtRisk),
            (assessment.State, assessment.NextTransitionOn, assessment.NextState));
    }

    [Fact]
    public void Classify_EndOfTheCalendar_HasNoTransition()
    {
        var last = LocalDate.MaxIsoValue;
        var assessment = Classifier.Classify(new LifecycleSituation { AsOf = last, Visits = [new Visit(last, "v", "s")], PriorIntervalDays = 100 });
        Assert.Equal((LifecycleState.New, null), (assessment.State, assessment.NextTransitionOn));
    }

    [Fact]
    public void Combine_SoldCar_DoesNotLoseItsOwner()
    {
        var sold = Classifier.Classify(Regular(8, 100, 400) with { IsVehicleGone = true, VehicleId = "old" });
        var kept = Classifier.Classify(At(1100, 1000) with { AsOf = sold.AsOf, PriorIntervalDays = 180, VehicleId = "new" });
        var customer = LifecycleClassifier.Combine([sold, kept]);
        Assert.Equal((LifecycleState.New, "new"), (customer.State, customer.Decisive.VehicleId));
        Assert.Equal(2, customer.Evidence.Children.Length);
    }

    [Fact]
    public void Combine_NothingOrSeveralDays_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LifecycleClassifier.Combine([]));
        Assert.Throws<ArgumentException>(() => LifecycleClassifier.Combine([Classifier.Classify(At(1, 0)), Classifier.Classify(At(2, 0))]));
    }

    [Fact]
    public void Policy_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { AtRiskFrom = 0m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { AtRiskFrom = 2.00001m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { LostFrom = 1000.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { LostAfterDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { CoreFromVisits = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { PriorWeight = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecyclePolicy { DefaultIntervalDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleSituation { AsOf = Start, PriorIntervalDays = -3 });
    }

    [Theory]
    [InlineData(200, 200, 320, 500)]
    [InlineData(125, 320, 320, 500)]
    [InlineData(125, 200, 600, 500)]
    [InlineData(125, 200, 500, 500)]
    public void Classifier_CutsThatDoNotRise_AreRefused(int warning, int atRisk, int dormant, int lost) =>
        Assert.Throws<ArgumentException>(() => new LifecycleClassifier(new LifecyclePolicy
        {
            WarningFrom = warning / 100m,
            AtRiskFrom = atRisk / 100m,
            DormantFrom = dormant / 100m,
            LostFrom = lost / 100m,
        }));

    [Fact]
    public void Classifier_DormantByDaysAfterLost_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LifecycleClassifier(new LifecyclePolicy { LostAfterDays = 364 }));

    private static Evidence Step(LifecycleAssessment assessment, string code) => assessment.Evidence.Children.Single(step => step.Code == code);

    private static Visit Came(int day, VisitKind kind = VisitKind.Chosen) => new(Start.PlusDays(day), "v", "s", Kind: kind);

    private static LifecycleSituation At(int asOf, params int[] visits) =>
        new() { AsOf = Start.PlusDays(asOf), Visits = [.. visits.Select(day => Came(day))] };

    private static LifecycleSituation Regular(int visits, int gap, int idleDays) =>
        At(((visits - 1) * gap) + idleDays, Enumerable.Range(0, visits).Select(i => i * gap).ToArray());
}
