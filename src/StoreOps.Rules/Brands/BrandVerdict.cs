using System.Collections.Immutable;

using StoreOps.Domain.Parts;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Brands;

/// <summary>What the brand rules of one slot say in one shop and one situation: one preference, and all forbids.</summary>
internal sealed class BrandVerdict
{
    private readonly List<BrandRule> _forbidding = [];
    private readonly ImmutableArray<Evidence>.Builder _steps = ImmutableArray.CreateBuilder<Evidence>();

    public BrandVerdict(ImmutableArray<BrandRule> nearestFirst, FactSet? facts)
    {
        foreach (var rule in nearestFirst)
            Weigh(rule, facts);
    }

    public BrandRule? Preferring { get; private set; }

    public ImmutableArray<Evidence> Steps => _steps.ToImmutable();

    public BrandRule? Forbidding(Part part) => _forbidding.Find(rule => BrandName.IndexIn(rule.Forbid, part) is not null);

    private void Weigh(BrandRule rule, FactSet? facts)
    {
        var verdict = rule.When is null ? Verdict.True : facts is null ? Verdict.Unknown : rule.When.Evaluate(facts);
        ImmutableArray<Evidence> reasons = rule.When is null || facts is null ? [] : [rule.When.Explain(facts)];
        var outcome = verdict switch
        {
            Verdict.True => EvidenceOutcome.Met,
            Verdict.False => EvidenceOutcome.NotMet,
            _ => EvidenceOutcome.Unknown,
        };

        if (verdict != Verdict.False && !rule.Forbid.IsEmpty)
        {
            _forbidding.Add(rule);
            Add(EvidenceCodes.BrandForbids, rule.Forbid);
        }

        if (verdict != Verdict.True)
            Add(EvidenceCodes.BrandRulePassed, []);
        else if (!rule.Prefer.IsEmpty)
            Add(PreferenceCode(rule), rule.Prefer);

        void Add(string code, ImmutableArray<string> names) => _steps.Add(new Evidence(code, outcome)
        {
            RuleId = rule.Id,
            Subject = ScopeName(rule.Scope),
            Actual = names.IsEmpty ? null : new EvidenceValue.List(string.Join(", ", names)),
            Children = reasons,
        });
    }

    private string PreferenceCode(BrandRule rule)
    {
        if (Preferring is null)
        {
            Preferring = rule;
            return EvidenceCodes.BrandPreference;
        }

        return Preferring.Scope.Distance == rule.Scope.Distance ? EvidenceCodes.BrandRuleConflict : EvidenceCodes.BrandRuleOverridden;
    }

    private static string ScopeName(BrandScope scope) => scope switch
    {
        BrandScope.Shop => "shop",
        BrandScope.Chain => "chain",
        _ => "everywhere",
    };
}
