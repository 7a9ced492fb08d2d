using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Brands;

/// <summary>Chooses the part for a slot of a vehicle by fitment, brand rules, stock and price.</summary>
/// <remarks>
/// <para>Never chosen: what does not fit, what any scope forbids, what cannot be had. A part of which nobody knows whether it fits is offered
/// only where no part that surely fits is left, and then flagged by <see cref="PartOffer.Fitment"/>.</para>
/// <para>Ranked by preference (of the nearest scope with a rule that holds), then on the shelf before on order, then by price, then by
/// part id: the order of the parts list does not matter.</para>
/// </remarks>
public static class PartChooser
{
    /// <summary>Chooses a part.</summary>
    /// <param name="slot">The slot, for example "engine-oil".</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="parts">What the shop has to offer.</param>
    /// <param name="rules">The brand rules.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="facts">What conditions ask about; null when nothing is known.</param>
    /// <returns>The choice with its reasons; without a part when none can be chosen.</returns>
    /// <exception cref="ArgumentNullException">An argument but <paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> are of another schema than the conditions.</exception>
    public static PartChoice Choose(string slot, Vehicle vehicle, PartsList parts, BrandRules rules, Shop shop, FactSet? facts = null)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(vehicle);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(shop);
        var verdict = new BrandVerdict(rules.For(slot, shop), facts);
        var offers = new List<PartOffer>();
        var rejected = new List<RejectedPart>();
        foreach (var stocked in parts.ForSlot(slot))
            Sort(stocked, vehicle, verdict, shop, offers, rejected);

        if (offers.Exists(offer => offer.Fitment == FitmentVerdict.Fits))
        {
            rejected.AddRange(offers.Where(IsUnsure).Select(offer => new RejectedPart(offer.Stocked, PartRejection.FitmentUnknown)));
            offers.RemoveAll(IsUnsure);
        }

        offers.Sort(Compare);
        rejected.Sort((left, right) => string.CompareOrdinal(left.Stocked.Part.Id, right.Stocked.Part.Id));
        var chosen = offers.Count == 0 ? null : offers[0];
        return new PartChoice
        {
            Slot = slot,
            Pack = rules.Pack,
            Chosen = chosen,
            Alternatives = [.. offers.Skip(1)],
            Rejected = [.. rejected],
            Evidence = new Evidence(EvidenceCodes.PartChoice, chosen is null ? EvidenceOutcome.NotMet : EvidenceOutcome.Met)
            {
                RuleId = chosen?.Preference is null ? null : verdict.Preferring?.Id,
                Subject = slot,
                Actual = chosen is null ? null : EvidenceValue.Of(chosen.Stocked.Part.Id),
                Children = [.. verdict.Steps, .. offers.Select(Explain), .. rejected.Select(Explain)],
            },
        };
    }

    private static bool IsUnsure(PartOffer offer) => offer.Fitment != FitmentVerdict.Fits;

    private static void Sort(
        StockedPart stocked, Vehicle vehicle, BrandVerdict verdict, Shop shop, List<PartOffer> offers, List<RejectedPart> rejected)
    {
        var part = stocked.Part;
        var fitment = part.Fits(vehicle, out var taken);
        decimal? quantity = taken > 0m ? taken : null;
        var availability = stocked.AvailabilityOf(quantity ?? 1m);
        if (fitment == FitmentVerdict.DoesNotFit)
            rejected.Add(new RejectedPart(stocked, PartRejection.DoesNotFit));
        else if (verdict.Forbidding(part) is { } rule)
            rejected.Add(new RejectedPart(stocked, PartRejection.Forbidden, rule.Id));
        else if (availability == Availability.NotAvailable)
            rejected.Add(new RejectedPart(stocked, PartRejection.NotAvailable));
        else if (stocked.UnitPrice.Currency != shop.Currency)
            rejected.Add(new RejectedPart(stocked, PartRejection.OtherCurrency));
        else
            offers.Add(new PartOffer(stocked, quantity, Price(stocked, quantity), availability, fitment, Preference(verdict, part)));
    }

    private static Money? Price(StockedPart stocked, decimal? quantity) =>
        quantity is { } known ? stocked.UnitPrice.Times(known, RoundingPolicy.HalfAwayFromZero) : null;

    private static int? Preference(BrandVerdict verdict, Part part) =>
        verdict.Preferring is { } rule ? BrandName.IndexIn(rule.Prefer, part) : null;

    private static int Compare(PartOffer left, PartOffer right)
    {
        var order = (left.Preference ?? int.MaxValue).CompareTo(right.Preference ?? int.MaxValue);
        if (order == 0)
            order = right.Availability.CompareTo(left.Availability);
        if (order == 0)
            order = (left.Amount is null).CompareTo(right.Amount is null);
        if (order == 0)
            order = (left.Amount ?? left.Stocked.UnitPrice).CompareTo(right.Amount ?? right.Stocked.UnitPrice);
        return order != 0 ? order : string.CompareOrdinal(left.Stocked.Part.Id, right.Stocked.Part.Id);
    }

    private static Evidence Explain(PartOffer offer) =>
        new(EvidenceCodes.PartOffered, offer.Fitment == FitmentVerdict.Fits ? EvidenceOutcome.Met : EvidenceOutcome.Unknown)
        {
            Subject = offer.Stocked.Part.Id,
            Operator = offer.Availability == Availability.OnShelf ? "on-shelf" : "on-order",
            Actual = EvidenceValue.Of(offer.Amount ?? offer.Stocked.UnitPrice),
            Required = offer.Preference is { } place ? EvidenceValue.Of(place) : null,
        };

    private static Evidence Explain(RejectedPart rejected) => new(EvidenceCodes.PartRejected, EvidenceOutcome.NotMet)
    {
        RuleId = rejected.RuleId,
        Subject = rejected.Stocked.Part.Id,
        Operator = rejected.Reason switch
        {
            PartRejection.DoesNotFit => "does-not-fit",
            PartRejection.Forbidden => "forbidden",
            PartRejection.NotAvailable => "not-available",
            PartRejection.OtherCurrency => "other-currency",
            _ => "fitment-unknown",
        },
    };
}
