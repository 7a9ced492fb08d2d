using System.Collections.Immutable;

using StoreOps.Domain.Orders;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Pricing;

/// <summary>Quotes orders at the best lawful combination. Immutable; safe for many threads.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>payable</term><description>Between zero and the list total; each line likewise.</description></item>
/// <item><term>discounts</term><description>Rows of shares that sum to each discount, and over all rows to list less payable: no cent is lost.</description></item>
/// <item><term>best</term><description>No combination that the rules allow is cheaper, where <see cref="Quote.IsProvenBest"/> says so.</description></item>
/// <item><term>order of rules and lines</term><description>The order of the pack's promotions within a group and priority does not matter: ids decide.</description></item>
/// </list>
/// </remarks>
public sealed class PriceCalculator
{
    private readonly PricingRules _rules;

    /// <summary>Initializes a new instance of the <see cref="PriceCalculator"/> class.</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    public PriceCalculator(PricingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <summary>Quotes an order.</summary>
    /// <param name="request">What is asked for.</param>
    /// <returns>The quote.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException">A line's amount is below zero or in another currency than the rules.</exception>
    public Quote Quote(QuoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = OnItsDay(request);
        var lines = request.Lines.ToArray();
        var list = ListAmounts(lines);
        // Who may have what does not depend on the lines that a package covers: judged once for the quote and for every offer.
        var obstacles = _rules.Promotions.Select(promotion => Eligibility.Obstacle(promotion, request)).ToArray();
        var state = new QuoteState(_rules, request, lines, list, obstacles);
        state.ApplyHeldPackages();
        var open = state.IsOpen.ToArray();
        state.ApplyPromotions();
        return state.ToQuote(Offers(request, lines, list, obstacles, open));
    }

    /// <summary>Quotes an order within a bound of decisions and without what packages would do for it.</summary>
    internal Quote QuoteWithoutOffers(QuoteRequest request, int maxNodes)
    {
        request = OnItsDay(request);
        var lines = request.Lines.ToArray();
        var obstacles = _rules.Promotions.Select(promotion => Eligibility.Obstacle(promotion, request)).ToArray();
        var state = new QuoteState(_rules, request, lines, ListAmounts(lines), obstacles) { MaxNodes = maxNodes };
        state.ApplyHeldPackages();
        state.ApplyPromotions();
        return state.ToQuote([]);
    }

    private long[] ListAmounts(WorkOrderLine[] lines)
    {
        var list = new long[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].ListAmount.Currency != _rules.Currency || lines[i].ListAmount.IsNegative)
                throw new ArgumentException("A line's amount is zero or above and in " + _rules.Currency + "; line \"" + lines[i].Id + "\" was " + lines[i].ListAmount + ".", nameof(lines));
            list[i] = lines[i].ListAmount.MinorUnits;
        }

        return list;
    }

    private static QuoteRequest OnItsDay(QuoteRequest request)
    {
        var facts = StandardFacts.On(request.Date, request.Facts);
        return ReferenceEquals(facts, request.Facts) ? request : request with { Facts = facts };
    }

    private ImmutableArray<PackageOffer> Offers(QuoteRequest request, WorkOrderLine[] lines, long[] list, Evidence?[] obstacles, bool[] open)
    {
        var offers = ImmutableArray.CreateBuilder<PackageOffer>();
        foreach (var package in _rules.Packages)
        {
            if (!package.IsForSaleOn(request.Date) || request.HeldPackages.Any(held => held.PackageId == package.Id && held.UsesLeft > 0 && held.ValidUntil >= request.Date))
                continue;
            var state = new QuoteState(_rules, request, lines, list, obstacles, open);
            if (!state.TryUse(package, out var covered, out var usesLeft, out var valueLeft))
                continue;
            offers.Add(new PackageOffer(package, covered, state.BestPayable() + package.Price, usesLeft, valueLeft));
        }

        return offers.ToImmutable();
    }
}
