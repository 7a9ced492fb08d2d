using System.Collections.Immutable;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Staffing;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Commissions;

/// <summary>One preview in the making: plan after plan, line after line.</summary>
internal sealed class Payroll
{
    private readonly CommissionSituation _situation;
    private readonly ILookup<string, Employee> _employees;

    public Payroll(CommissionSituation situation)
    {
        _situation = situation with { Facts = StandardFacts.On(situation.Date, situation.Facts) };
        _employees = situation.Employees.ToLookup(employee => employee.Id, StringComparer.Ordinal);
        Total = Money.Zero(situation.Currency);
    }

    public ImmutableArray<CommissionEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<CommissionEntry>();

    public ImmutableArray<UnpaidShare>.Builder Unpaid { get; } = ImmutableArray.CreateBuilder<UnpaidShare>();

    public Money Total { get; private set; }

    public Evidence Pay(CommissionPlan plan)
    {
        if (!plan.IsInForceOn(_situation.Date))
        {
            return new Evidence(EvidenceCodes.CommissionPlanNotInForce, EvidenceOutcome.NotMet)
            {
                RuleId = plan.Id,
                Actual = EvidenceValue.Of(_situation.Date),
                Operator = _situation.Date < plan.From ? ">=" : "<=",
                Required = EvidenceValue.Of((_situation.Date < plan.From ? plan.From : plan.Until)!.Value),
            };
        }

        var before = Total;
        var steps = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var sold in _situation.Lines)
            steps.Add(PayLine(plan, sold));
        return new Evidence(EvidenceCodes.CommissionPlan)
        {
            RuleId = plan.Id,
            Actual = EvidenceValue.Of(Total - before),
            Children = steps.ToImmutable(),
        };
    }

    private Evidence PayLine(CommissionPlan plan, SoldLine sold)
    {
        var steps = ImmutableArray.CreateBuilder<Evidence>();
        if (FirstRule(plan, sold.Line, steps) is not { } rule)
            return Step(EvidenceCodes.CommissionNoRule, plan.Id, sold, steps);
        var credits = sold.Line.Credits.Where(credit => credit.Role == plan.Role).ToArray();
        if (credits.Length == 0)
            return Step(EvidenceCodes.CommissionNoCredit, rule.Id, sold, steps);
        if (Commission(plan, rule, sold, steps) is not { } commission)
            return Step(EvidenceCodes.CommissionNoLaborTime, rule.Id, sold, steps) with { Outcome = EvidenceOutcome.Unknown };

        // Adding zero of the situation's currency refuses every other currency, also where the share is not paid.
        commission += Money.Zero(_situation.Currency);
        var shares = new Money[credits.Length];
        var weights = Array.ConvertAll(credits, credit => (long)credit.Weight);
        commission.Allocate(weights, shares);
        for (var i = 0; i < credits.Length; i++)
            steps.Add(PayShare(plan, rule, sold, credits[i].EmployeeId, shares[i], weights[i], weights.Sum()));
        return Step(EvidenceCodes.CommissionLine, rule.Id, sold, steps) with { Actual = EvidenceValue.Of(commission) };
    }

    private CommissionRule? FirstRule(CommissionPlan plan, WorkOrderLine line, ImmutableArray<Evidence>.Builder steps)
    {
        foreach (var rule in plan.Rules)
        {
            if (!rule.On.Selects(line))
                continue;
            if (rule.When is null)
                return rule;
            var verdict = _situation.Facts is { } facts ? rule.When.Evaluate(facts) : Verdict.Unknown;
            ImmutableArray<Evidence> reasons = _situation.Facts is null ? [] : [rule.When.Explain(_situation.Facts)];
            if (verdict == Verdict.True)
            {
                steps.AddRange(reasons);
                return rule;
            }

            var outcome = verdict == Verdict.False ? EvidenceOutcome.NotMet : EvidenceOutcome.Unknown;
            steps.Add(new Evidence(EvidenceCodes.CommissionRulePassed, outcome) { RuleId = rule.Id, Children = reasons });
        }

        return null;
    }

    private static Money? Commission(CommissionPlan plan, CommissionRule rule, SoldLine sold, ImmutableArray<Evidence>.Builder steps)
    {
        switch (rule.Pay)
        {
            case CommissionPay.PerUnit unit:
                steps.Add(Basis("quantity", EvidenceValue.Of(sold.Line.Quantity), EvidenceValue.Of(unit.Amount)));
                return unit.Amount.Times(sold.Line.Quantity, plan.Rounding);
            case CommissionPay.PercentOf percent:
                var isList = percent.Of == CommissionBase.List;
                var whole = isList ? sold.Line.ListAmount : sold.Payable;
                steps.Add(Basis(isList ? "list" : "payable", EvidenceValue.Of(whole), EvidenceValue.Of(percent.Rate.Percent)));
                return percent.Rate.Of(whole, plan.Rounding);
            case CommissionPay.PerLaborHour hour when sold.LaborMinutes is { } minutes:
                steps.Add(Basis("labor-minutes", EvidenceValue.Of(minutes), EvidenceValue.Of(hour.Amount)));
                return hour.Amount.Times(minutes, 60, plan.Rounding);
            default:
                return null;
        }
    }

    private Evidence PayShare(
        CommissionPlan plan, CommissionRule rule, SoldLine sold, string employeeId, Money share, long weight, long weights)
    {
        var refusal = Refusal(plan, employeeId);
        var evidence = new Evidence(EvidenceCodes.CommissionShare, refusal is null ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
        {
            RuleId = rule.Id,
            Subject = employeeId,
            Actual = EvidenceValue.Of(share),
            Children =
            [
                Basis("weight", EvidenceValue.Of(weight), EvidenceValue.Of(weights)),
                .. refusal is { } refused ? [refused.Evidence] : ImmutableArray<Evidence>.Empty,
            ],
        };
        if (refusal is { } unpaid)
        {
            Unpaid.Add(new UnpaidShare(employeeId, plan.Id, rule.Id, sold.Line.Id, share, unpaid.Reason, evidence));
        }
        else
        {
            Entries.Add(new CommissionEntry(employeeId, plan.Id, rule.Id, sold.Line.Id, share, evidence));
            Total += share;
        }

        return evidence;
    }

    private (UnpaidReason Reason, Evidence Evidence)? Refusal(CommissionPlan plan, string employeeId)
    {
        var known = _employees[employeeId];
        var inPosition = known.Where(employee => employee.Position == plan.Position).ToArray();
        if (inPosition.Any(employee => employee.IsActiveOn(_situation.Date)))
            return null;
        if (!known.Any())
            return (UnpaidReason.UnknownEmployee, Refused(EvidenceCodes.CommissionUnknownEmployee, employeeId));
        if (inPosition.Length == 0)
        {
            return (UnpaidReason.OtherPosition, Refused(EvidenceCodes.CommissionOtherPosition, employeeId) with
            {
                Actual = EvidenceValue.Of(known.First().Position),
                Required = EvidenceValue.Of(plan.Position),
            });
        }

        var first = inPosition[0];
        var bound = _situation.Date < first.From ? first.From : first.Until;
        return (UnpaidReason.NotActive, Refused(EvidenceCodes.CommissionNotActive, employeeId) with
        {
            Actual = EvidenceValue.Of(_situation.Date),
            Operator = _situation.Date < first.From ? ">=" : "<=",
            Required = bound is { } day ? EvidenceValue.Of(day) : null,
        });
    }

    private static Evidence Refused(string code, string employeeId) => new(code, EvidenceOutcome.NotMet) { Subject = employeeId };

    private static Evidence Basis(string subject, EvidenceValue actual, EvidenceValue times) =>
        new(EvidenceCodes.CommissionBasis) { Subject = subject, Actual = actual, Required = times };

    private static Evidence Step(string code, string ruleId, SoldLine sold, ImmutableArray<Evidence>.Builder steps) =>
        new(code) { RuleId = ruleId, Subject = sold.Line.Id, Children = steps.ToImmutable() };
}
