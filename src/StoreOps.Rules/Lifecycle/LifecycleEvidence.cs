using System.Collections.Immutable;

using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Lifecycle;

/// <summary>Writes down what a classification rests on.</summary>
internal static class LifecycleEvidence
{
    public static Evidence Empty { get; } = new(EvidenceCodes.LifecycleState);

    public static Evidence Of(
        LifecycleAssessment assessment, LifecycleSituation situation, VisitHistory history, OwnInterval own, LifecyclePolicy policy)
    {
        var steps = ImmutableArray.CreateBuilder<Evidence>();
        if (situation.IsVehicleGone)
            steps.Add(Step(EvidenceCodes.LifecycleVehicleGone, true));
        if (situation.IsOptedOut)
            steps.Add(Step(EvidenceCodes.LifecycleOptedOut, true));
        steps.Add(Step(EvidenceCodes.LifecycleVisits, assessment.Visits));
        if (history.NotCounted > 0)
            steps.Add(Step(EvidenceCodes.LifecycleVisitsNotCounted, history.NotCounted));
        if (history.FromFuture > 0)
            steps.Add(Step(EvidenceCodes.LifecycleVisitsFromFuture, history.FromFuture));
        if (situation.PriorIntervalDays is { } planned)
            steps.Add(Step(EvidenceCodes.LifecyclePrior, planned) with { Subject = "plan" });
        else if (policy.DefaultIntervalDays is { } usual)
            steps.Add(Step(EvidenceCodes.LifecyclePrior, usual) with { Subject = "shop" });
        steps.Add(new Evidence(EvidenceCodes.LifecycleInterval, own.IsKnown ? EvidenceOutcome.Info : EvidenceOutcome.Unknown)
        {
            Subject = own.Source,
            Actual = own.IsKnown ? EvidenceValue.Of(own.Days) : null,
        });
        AddIdle(steps, assessment, own, policy);
        if (assessment.NextTransitionOn is { } next)
        {
            steps.Add(new Evidence(EvidenceCodes.LifecycleNextTransition)
            {
                Subject = Name(assessment.NextState!.Value),
                Actual = EvidenceValue.Of(next),
            });
        }

        return new Evidence(EvidenceCodes.LifecycleState)
        {
            Subject = assessment.VehicleId,
            Actual = EvidenceValue.Of(Name(assessment.State)),
            Children = steps.ToImmutable(),
        };
    }

    public static Evidence OfCustomer(LifecycleState state, LifecycleAssessment decisive, ImmutableArray<LifecycleAssessment> vehicles) =>
        new(EvidenceCodes.LifecycleCombined)
        {
            Subject = decisive.VehicleId,
            Actual = EvidenceValue.Of(Name(state)),
            Children = [.. vehicles.Select(vehicle => vehicle.Evidence)],
        };

    public static string Name(LifecycleState state) => state switch
    {
        LifecycleState.New => "new",
        LifecycleState.Active => "active",
        LifecycleState.Core => "core",
        LifecycleState.AtRisk => "at-risk",
        LifecycleState.Dormant => "dormant",
        LifecycleState.Lost => "lost",
        _ => "never-visited",
    };

    private static void AddIdle(
        ImmutableArray<Evidence>.Builder steps, LifecycleAssessment assessment, OwnInterval own, LifecyclePolicy policy)
    {
        if (assessment.IdleDays is not { } idle)
            return;
        var limit = assessment.Ratio is null && assessment.State != LifecycleState.Lost
            ? policy.DormantAfterDaysWhenIntervalUnknown
            : policy.LostAfterDays;
        steps.Add(Compared(EvidenceCodes.LifecycleIdleDays, idle, limit, idle > limit));
        if (assessment.Ratio is not { } ratio)
            return;

        // The cut that was passed last is the reason; while none is, the first one shows how much is left. A customer lost by days or by
        // a flag may have passed no cut at all.
        var cut = assessment.State switch
        {
            LifecycleState.Lost => policy.LostFrom,
            LifecycleState.Dormant => policy.DormantFrom,
            _ => policy.AtRiskFrom,
        };
        steps.Add(Compared(EvidenceCodes.LifecycleRatio, ratio, cut, idle >= new RatioCut(cut).FirstIdleDaysAbove(own)));
    }

    private static Evidence Compared(string code, decimal actual, decimal required, bool isAbove) =>
        new(code, isAbove ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
        {
            Operator = ">",
            Actual = EvidenceValue.Of(actual),
            Required = EvidenceValue.Of(required),
            Distance = EvidenceValue.Of(Math.Abs(actual - required)),
        };

    private static Evidence Step(string code, decimal actual) => new(code) { Actual = EvidenceValue.Of(actual) };

    private static Evidence Step(string code, bool actual) => new(code) { Actual = EvidenceValue.Of(actual) };
}
