using NodaTime;

using StoreOps.Rules.Brands;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;

namespace StoreOps.Rules.Packs;

/// <summary>A rule of any section: what they have in common.</summary>
internal readonly record struct PackRule(string Section, string Id, Condition? When, LocalDate? From, LocalDate? Until)
{
    /// <summary>Returns the rules of a pack that hold for some and not for others, promotions in the order of application.</summary>
    public static IEnumerable<PackRule> Of(RulePack pack) => Of(pack.Pricing, pack.Brands.All, pack.CommissionPlans, pack.Tags, pack.Segments);

    public static IEnumerable<PackRule> Of(
        PricingRules pricing, IEnumerable<BrandRule> brands, IEnumerable<CommissionPlan> plans, IEnumerable<TagRule> tags, IEnumerable<Segment> segments)
    {
        foreach (var one in pricing.Promotions)
            yield return new PackRule(one.IsCoupon ? "coupons" : "promotions", one.Id, one.When, one.From, one.Until);
        foreach (var one in brands)
            yield return new PackRule("brandRules", one.Id, one.When, one.From, one.Until);
        foreach (var plan in plans)
        {
            foreach (var one in plan.Rules)
                yield return new PackRule("commissionPlans", one.Id, one.When, plan.From, plan.Until);
        }

        foreach (var one in tags)
            yield return new PackRule("tags", one.Id, one.When, one.From, one.Until);
        foreach (var one in segments)
            yield return new PackRule("segments", one.Id, one.When, one.From, one.Until);
    }

    /// <summary>Tells whether the rule holds in a situation; one without a condition holds for everybody.</summary>
    public Verdict Holds(FactSet facts, LocalDate? date) =>
        date < From || date > Until ? Verdict.False : When is null ? Verdict.True : When.Evaluate(facts);
}
