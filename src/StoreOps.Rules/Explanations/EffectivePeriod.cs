using NodaTime;

namespace StoreOps.Rules.Explanations;

/// <summary>Says why a rule is not in force on a day.</summary>
internal static class EffectivePeriod
{
    public static Evidence NotInForce(string ruleId, LocalDate? from, LocalDate? until, LocalDate date) => new(EvidenceCodes.OutOfPeriod, EvidenceOutcome.NotMet)
    {
        RuleId = ruleId,
        Operator = date < from ? ">=" : "<=",
        Actual = EvidenceValue.Of(date),
        Required = EvidenceValue.Of((date < from ? from : until)!.Value),
    };
}
