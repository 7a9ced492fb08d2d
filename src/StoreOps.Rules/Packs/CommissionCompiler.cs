using System.Collections.Immutable;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Commissions;

namespace StoreOps.Rules.Packs;

/// <summary>Checks and compiles the commission plans of a pack.</summary>
internal static class CommissionCompiler
{
    public static ImmutableArray<CommissionPlan> Compile(RulePackConfig config, PackContext context)
    {
        var plans = ImmutableArray.CreateBuilder<CommissionPlan>();
        for (var i = 0; i < (config.CommissionPlans?.Length ?? 0); i++)
        {
            var plan = config.CommissionPlans![i];
            var path = PackContext.At("$.commissionPlans", i);
            context.Id(plan.Id, path + ".id");
            if (plan.Position.Length == 0)
                context.Add("SOR070", path + ".position", "A plan names a position; it was empty.");
            if (plan.Rules.Length == 0)
                context.Add("SOR071", path + ".rules", "A plan has at least one rule; there was none.");
            var (from, until) = context.Dates(plan.From, plan.Until, path);
            var rules = plan.Rules.Select((rule, j) => Rule(rule, PackContext.At(path + ".rules", j), context)).ToImmutableArray();
            if (plan.Id.Length > 0 && plan.Position.Length > 0 && !rules.Contains(null))
            {
                plans.Add(new CommissionPlan
                {
                    Id = plan.Id,
                    Name = plan.Name.ToText(),
                    Position = plan.Position,
                    Role = plan.Role,
                    From = from,
                    Until = until,
                    Rules = rules!,
                    Rounding = config.Rounding ?? RoundingPolicy.HalfAwayFromZero,
                });
            }
        }

        return plans.ToImmutable();
    }

    private static CommissionRule? Rule(CommissionRuleConfig rule, string path, PackContext context)
    {
        context.Id(rule.Id, path + ".id");
        PricingCompiler.CheckSelector(rule.On, path + ".on", context);
        var when = PlainCondition.Compile(rule, path, context);
        var kinds = (rule.PerUnit is null ? 0 : 1) + (rule.Percent is null ? 0 : 1) + (rule.PerLaborHour is null ? 0 : 1);
        if (kinds != 1)
            context.Add("SOR072", path, "A commission rule pays perUnit, percent or perLaborHour: one of them; there were " + PackContext.Show(kinds) + ".");
        if (rule.Of is not null && rule.Percent is null)
            context.Add("SOR073", path + ".of", "\"of\" belongs to percent.");
        CommissionPay? pay = rule switch
        {
            { PerUnit: { } amount } => new CommissionPay.PerUnit(context.Amount(amount, path + ".perUnit")),
            { Percent: { } percent } => new CommissionPay.PercentOf(context.Percent(percent, path + ".percent"), rule.Of ?? CommissionBase.Payable),
            { PerLaborHour: { } amount } => new CommissionPay.PerLaborHour(context.Amount(amount, path + ".perLaborHour")),
            _ => null,
        };
        return pay is null || rule.Id.Length == 0 ? null : new CommissionRule { Id = rule.Id, On = PackContext.Selector(rule.On), When = when, Pay = pay };
    }
}
