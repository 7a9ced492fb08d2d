using System.Collections.Immutable;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Pricing;

/// <summary>A quote in the making: what is still to pay on each line, and what was applied so far. Used by one thread, then dropped.</summary>
internal sealed class QuoteState
{
    private readonly PricingRules _rules;
    private readonly QuoteRequest _request;
    private readonly WorkOrderLine[] _lines;
    private readonly Evidence?[] _obstacles;
    private readonly long[] _list;
    private readonly long[] _running;
    private readonly bool[] _isOpen;
    private readonly ImmutableArray<AppliedDiscount>.Builder _applied = ImmutableArray.CreateBuilder<AppliedDiscount>();
    private readonly ImmutableArray<RejectedDiscount>.Builder _rejected = ImmutableArray.CreateBuilder<RejectedDiscount>();
    private bool _isProvenBest = true;
    private int _combinations = 1;

    public QuoteState(PricingRules rules, QuoteRequest request, WorkOrderLine[] lines, long[] list, Evidence?[] obstacles, bool[]? open = null)
    {
        _rules = rules;
        _request = request;
        _lines = lines;
        _list = list;
        _obstacles = obstacles;
        _running = new long[list.Length];
        _isOpen = new bool[list.Length];
        for (var i = 0; i < list.Length; i++)
        {
            _isOpen[i] = open is null || open[i];
            _running[i] = _isOpen[i] ? list[i] : 0;
        }
    }

    public int MaxNodes { get; init; } = CombinationSearch.MaxNodes;

    public ReadOnlySpan<bool> IsOpen => _isOpen;

    public Money Payable => Money.FromMinorUnits(_running.Sum(), _rules.Currency);

    /// <summary>Covers what packages bought before cover: the one that expires first is used first.</summary>
    public void ApplyHeldPackages()
    {
        foreach (var held in _request.HeldPackages.OrderBy(held => held.ValidUntil).ThenBy(held => held.PackageId, StringComparer.Ordinal).ThenBy(held => held.ServiceId, StringComparer.Ordinal))
        {
            var package = _rules.Packages.FirstOrDefault(one => one.Id == held.PackageId);
            var service = _rules.Services.FirstOrDefault(one => one.Id == held.ServiceId);
            if (package is null || service is null)
                continue;
            var uses = new Evidence(EvidenceCodes.PackageUses, held.UsesLeft > 0 ? EvidenceOutcome.Met : EvidenceOutcome.NotMet) { Subject = service.Id, Actual = EvidenceValue.Of((decimal)held.UsesLeft) };
            var valid = new Evidence(EvidenceCodes.PackageValidUntil, held.ValidUntil >= _request.Date ? EvidenceOutcome.Met : EvidenceOutcome.NotMet) { Required = EvidenceValue.Of(held.ValidUntil), Actual = EvidenceValue.Of(_request.Date) };
            var covered = new bool[_lines.Length];
            if (uses.Outcome == EvidenceOutcome.Met && valid.Outcome == EvidenceOutcome.Met && HasPayable(service) && PackageCoverage.TryCover(service, _lines, _isOpen, covered))
                TakeCovered(package, covered, new Evidence(EvidenceCodes.PackageUsed, EvidenceOutcome.Met) { RuleId = package.Id, Children = [uses, valid] });
            else
                _rejected.Add(new RejectedDiscount(package.Id, DiscountKind.Package, package.Name, new Evidence(EvidenceCodes.PackageNotUsable, EvidenceOutcome.NotMet) { RuleId = package.Id, Subject = service.Id, Children = [uses, valid] }));
        }
    }

    /// <summary>Covers what a package would cover if it were bought now.</summary>
    public bool TryUse(ServicePackage package, out Money coveredAmount, out int usesLeft, out Money valueLeft)
    {
        coveredAmount = Money.Zero(_rules.Currency);
        valueLeft = package.SingleValue;
        usesLeft = package.Grants.Sum(grant => grant.Uses);
        var covered = new bool[_lines.Length];
        foreach (var grant in package.Grants)
        {
            if (!PackageCoverage.TryCover(grant.Service, _lines, _isOpen, covered))
                continue;
            for (var i = 0; i < covered.Length; i++)
            {
                if (!covered[i])
                    continue;
                coveredAmount += Money.FromMinorUnits(_running[i], _rules.Currency);
                _running[i] = 0;
            }

            usesLeft--;
            valueLeft -= grant.SinglePrice;
        }

        return coveredAmount.IsPositive;
    }

    /// <summary>Returns what the best combination of promotions and coupons would leave to pay, without applying or explaining it.</summary>
    public Money BestPayable()
    {
        var candidates = Candidates();
        return candidates.Count == 0 ? Payable : Payable - Money.FromMinorUnits(Search(candidates).BestDiscount, _rules.Currency);
    }

    /// <summary>Chooses and applies the best combination of promotions and coupons.</summary>
    public void ApplyPromotions()
    {
        var candidates = Candidates();
        if (candidates.Count == 0)
            return;
        var start = (long[])_running.Clone();
        var search = Search(candidates);
        _isProvenBest &= search.IsProvenBest;
        _combinations = Math.Max(1, search.CombinationsTried);
        var chosen = new List<Promotion>();
        for (var i = 0; i < candidates.Count; i++)
        {
            if ((search.Best & (1UL << i)) == 0)
                continue;
            chosen.Add(candidates[i]);
            Apply(candidates[i], search.SelectedBy(i));
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            if ((search.Best & (1UL << i)) == 0)
                Reject(candidates[i], WhyNotChosen(candidates[i], search.SelectedBy(i), start, chosen));
        }
    }

    public Quote ToQuote(ImmutableArray<PackageOffer> offers)
    {
        var currency = _rules.Currency;
        var order = _rules.Promotions.Select((promotion, i) => (promotion.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        return new Quote
        {
            Lines = [.. _lines.Select((line, i) => new QuotedLine(line, Money.FromMinorUnits(_list[i] - _running[i], currency), Money.FromMinorUnits(_running[i], currency)))],
            ListTotal = Money.FromMinorUnits(_list.Sum(), currency),
            Payable = Payable,
            Applied = _applied.ToImmutable(),
            Rejected = [.. _rejected.OrderBy(one => order.TryGetValue(one.RuleId, out var place) ? place : -1)],
            PackageOffers = offers,
            IsProvenBest = _isProvenBest,
            CombinationsTried = _combinations,
            Pack = _rules.Pack,
        };
    }

    private CombinationSearch Search(List<Promotion> candidates)
    {
        var selected = new bool[candidates.Count * _lines.Length];
        for (var i = 0; i < candidates.Count; i++)
        {
            for (var j = 0; j < _lines.Length; j++)
                selected[(i * _lines.Length) + j] = candidates[i].On.Selects(_lines[j]);
        }

        var search = new CombinationSearch([.. candidates], selected, _list, _running, _rules.Currency, _rules.Rounding, MaxNodes);
        search.Run();
        return search;
    }

    private List<Promotion> Candidates()
    {
        var candidates = new List<Promotion>();
        var decidedGroups = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _obstacles.Length; i++)
        {
            var promotion = _rules.Promotions[i];
            if (_obstacles[i] is { } obstacle)
                Reject(promotion, obstacle);
            else if (Nothing(promotion) is { } nothing)
                Reject(promotion, nothing);
            else if (promotion.Group.Mode == GroupMode.First && !decidedGroups.Add(promotion.Group.Id))
                Reject(promotion, new Evidence(EvidenceCodes.AnotherComesFirst, EvidenceOutcome.NotMet) { RuleId = promotion.Id, Subject = promotion.Group.Id });
            else if (candidates.Count < CombinationSearch.MaxCandidates)
                candidates.Add(promotion);
            else
                RejectBeyondLimit(promotion);
        }

        return candidates;
    }

    private Evidence? Nothing(Promotion promotion)
    {
        var selected = Array.ConvertAll(_lines, promotion.On.Selects);
        var off = DiscountMath.Discount(promotion, selected, _running, _list, _rules.Currency, _rules.Rounding, out var threshold);
        var hasPayable = _running.Where((amount, i) => selected[i] && amount > 0).Any();
        return Eligibility.NothingToTakeOff(promotion, off, Money.FromMinorUnits(threshold, _rules.Currency), hasPayable);
    }

    /// <summary>Tells whether a use of the service is worth spending: lines that cost nothing need none.</summary>
    private bool HasPayable(ServiceDefinition service) =>
        _lines.Where((line, i) => _isOpen[i] && _running[i] > 0 && line.ItemId is { } item && service.ItemIds.Contains(item)).Any();

    private void RejectBeyondLimit(Promotion promotion)
    {
        _isProvenBest = false;
        Reject(promotion, new Evidence(EvidenceCodes.TooManyCandidates, EvidenceOutcome.NotMet) { RuleId = promotion.Id, Required = EvidenceValue.Of((decimal)CombinationSearch.MaxCandidates) });
    }

    private void Apply(Promotion promotion, ReadOnlySpan<bool> selected)
    {
        var off = DiscountMath.Discount(promotion, selected, _running, _list, _rules.Currency, _rules.Rounding, out var threshold);
        var shares = new Money[_lines.Length];
        DiscountMath.TakeOff(off, _rules.Currency, selected, _running, shares);
        var amount = Money.FromMinorUnits(off, _rules.Currency);
        var grounds = Eligibility.Grounds(promotion, _request, Money.FromMinorUnits(threshold, _rules.Currency), amount);
        _applied.Add(new AppliedDiscount(promotion.Id, KindOf(promotion), promotion.Name, amount, [.. shares], grounds));
    }

    private Evidence WhyNotChosen(Promotion promotion, ReadOnlySpan<bool> selected, long[] start, List<Promotion> chosen)
    {
        var untouched = DiscountMath.Discount(promotion, selected, start, _list, _rules.Currency, _rules.Rounding, out _);
        var rival = chosen.FirstOrDefault(other => !other.CombinesWithOther(promotion) || (other.Group.Id == promotion.Group.Id && promotion.Group.Mode != GroupMode.Stack));
        return new Evidence(rival is null ? EvidenceCodes.NotInBestCombination : EvidenceCodes.NotCombinable, EvidenceOutcome.NotMet)
        {
            RuleId = promotion.Id,
            Subject = rival?.Id,
            Actual = EvidenceValue.Of(Money.FromMinorUnits(untouched, _rules.Currency)),
        };
    }

    private void TakeCovered(ServicePackage package, bool[] covered, Evidence evidence)
    {
        var amount = Money.Zero(_rules.Currency);
        var shares = new Money[_lines.Length];
        for (var i = 0; i < covered.Length; i++)
        {
            shares[i] = Money.FromMinorUnits(covered[i] ? _running[i] : 0, _rules.Currency);
            amount += shares[i];
            _running[i] -= shares[i].MinorUnits;
        }

        _applied.Add(new AppliedDiscount(package.Id, DiscountKind.Package, package.Name, amount, [.. shares], evidence with { Actual = EvidenceValue.Of(amount) }));
    }

    private void Reject(Promotion promotion, Evidence evidence) =>
        _rejected.Add(new RejectedDiscount(promotion.Id, KindOf(promotion), promotion.Name, evidence));

    private static DiscountKind KindOf(Promotion promotion) => promotion.IsCoupon ? DiscountKind.Coupon : DiscountKind.Promotion;
}
