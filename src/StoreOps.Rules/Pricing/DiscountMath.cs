using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>What one promotion takes off a state of the order, in minor units. Pure arithmetic; conditions are judged before.</summary>
internal static class DiscountMath
{
    /// <summary>Returns the discount on the selected lines, and the amount its minimum was compared with.</summary>
    /// <param name="promotion">The promotion.</param>
    /// <param name="selected">Which lines it is about.</param>
    /// <param name="running">What is still to pay on each line.</param>
    /// <param name="list">The list amount of each line.</param>
    /// <param name="currency">The currency of the order.</param>
    /// <param name="rounding">What happens to a fraction of a minor unit.</param>
    /// <param name="threshold">Receives the amount that counts for the minimum.</param>
    /// <returns>From 0 to what is still to pay on the lines.</returns>
    public static long Discount(
        Promotion promotion,
        ReadOnlySpan<bool> selected,
        ReadOnlySpan<long> running,
        ReadOnlySpan<long> list,
        Currency currency,
        RoundingPolicy rounding,
        out long threshold)
    {
        var payable = Sum(selected, running);
        threshold = promotion.Threshold == ThresholdBasis.List ? Sum(selected, list) : payable;
        if (promotion.Minimum is { } minimum && threshold < minimum.MinorUnits)
            return 0;
        return promotion.Effect switch
        {
            PromotionEffect.PercentOff percentOff => percentOff.Percent.Of(Money.FromMinorUnits(payable, currency), rounding).MinorUnits,
            PromotionEffect.AmountOff amountOff => AmountOff(amountOff, payable, threshold),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Takes a discount off the selected lines, in proportion to what is still to pay on each.</summary>
    /// <param name="discount">The discount, at most what is still to pay.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="selected">Which lines carry it.</param>
    /// <param name="running">What is still to pay on each line; the shares are taken off.</param>
    /// <param name="shares">Receives the share of each line.</param>
    public static void TakeOff(long discount, Currency currency, ReadOnlySpan<bool> selected, Span<long> running, Span<Money> shares)
    {
        Span<long> weights = running.Length <= 64 ? stackalloc long[running.Length] : new long[running.Length];
        for (var i = 0; i < running.Length; i++)
            weights[i] = selected[i] ? running[i] : 0;
        Money.FromMinorUnits(discount, currency).Allocate(weights, shares);
        for (var i = 0; i < running.Length; i++)
            running[i] -= shares[i].MinorUnits;
    }

    /// <summary>Returns the least amount with which a promotion takes anything off; null when any amount will do.</summary>
    /// <param name="promotion">The promotion.</param>
    /// <returns>The minimum, or the first step of "for every", whichever is more.</returns>
    public static Money? LeastAmount(Promotion promotion)
    {
        var step = (promotion.Effect as PromotionEffect.AmountOff)?.ForEvery;
        return promotion.Minimum is not { } minimum ? step : step is { } first ? Money.Max(minimum, first) : minimum;
    }

    private static long AmountOff(PromotionEffect.AmountOff effect, long payable, long threshold)
    {
        var times = effect.ForEvery is { } step ? Math.Min(threshold / step.MinorUnits, effect.AtMost ?? long.MaxValue) : 1;
        var amount = effect.Amount.MinorUnits;
        // Compared by division: many times a large amount is beyond 64 bits, and beyond what is to pay anyway.
        return times == 0 ? 0 : amount > payable / times ? payable : amount * times;
    }

    private static long Sum(ReadOnlySpan<bool> selected, ReadOnlySpan<long> amounts)
    {
        long sum = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (selected[i])
                sum += amounts[i];
        }

        return sum;
    }
}
