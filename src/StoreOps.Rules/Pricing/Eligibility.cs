using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Pricing;

/// <summary>Decides, before any combination is tried, which promotions may apply at all.</summary>
internal static class Eligibility
{
    /// <summary>Returns the first obstacle; null when there is none.</summary>
    public static Evidence? Obstacle(Promotion promotion, QuoteRequest request)
    {
        if (request.Date < promotion.From || request.Date > promotion.Until)
            return EffectivePeriod.NotInForce(promotion.Id, promotion.From, promotion.Until, request.Date);
        if (promotion.IsCoupon && !request.CouponIds.Contains(promotion.Id))
            return new Evidence(EvidenceCodes.CouponNotHeld, EvidenceOutcome.NotMet) { RuleId = promotion.Id };
        if (promotion.When is { } when && Verdict(when, request.Facts) != Expressions.Verdict.True)
        {
            var why = request.Facts is null ? new Evidence(EvidenceCodes.FactsMissing, EvidenceOutcome.Unknown) : when.Explain(request.Facts);
            return new Evidence(EvidenceCodes.ConditionNotMet, why.Outcome) { RuleId = promotion.Id, Children = [why] };
        }

        return null;
    }

    /// <summary>Returns why a promotion takes nothing off the order even alone; null when it does.</summary>
    public static Evidence? NothingToTakeOff(Promotion promotion, long discount, Money threshold, bool hasPayable)
    {
        if (discount > 0)
            return null;
        if (!hasPayable)
            return new Evidence(EvidenceCodes.NoLines, EvidenceOutcome.NotMet) { RuleId = promotion.Id };
        return DiscountMath.LeastAmount(promotion) is { } least && threshold < least
            ? MinimumStep(least, threshold) with { RuleId = promotion.Id }
            : new Evidence(EvidenceCodes.NotInBestCombination, EvidenceOutcome.NotMet) { RuleId = promotion.Id, Actual = EvidenceValue.Of(Money.Zero(threshold.Currency)) };
    }

    /// <summary>Returns why a promotion applies: its condition, and its minimum.</summary>
    public static Evidence Grounds(Promotion promotion, QuoteRequest request, Money threshold, Money amount)
    {
        var children = System.Collections.Immutable.ImmutableArray.CreateBuilder<Evidence>();
        if (promotion.When is { } when && request.Facts is { } facts)
            children.Add(when.Explain(facts));
        if (DiscountMath.LeastAmount(promotion) is { } minimum)
            children.Add(MinimumStep(minimum, threshold));
        return new Evidence(EvidenceCodes.DiscountApplied, EvidenceOutcome.Met)
        {
            RuleId = promotion.Id,
            Actual = EvidenceValue.Of(amount),
            Children = children.ToImmutable(),
        };
    }

    /// <summary>Returns the comparison with a minimum, and how much is missing.</summary>
    public static Evidence MinimumStep(Money minimum, Money threshold) =>
        new(EvidenceCodes.Minimum, threshold >= minimum ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
        {
            Operator = ">=",
            Actual = EvidenceValue.Of(threshold),
            Required = EvidenceValue.Of(minimum),
            Distance = threshold >= minimum ? null : EvidenceValue.Of(minimum - threshold),
        };

    private static Verdict Verdict(Condition condition, FactSet? facts) => facts is null ? Expressions.Verdict.Unknown : condition.Evaluate(facts);
}
