using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>What a promotion takes off the lines it is about.</summary>
public abstract record PromotionEffect
{
    private protected PromotionEffect()
    {
    }

    /// <summary>Takes a percentage off what is still to pay on the lines, rounded once for all of them.</summary>
    /// <param name="Percent">From 0 to 100 %.</param>
    public sealed record PercentOff(Percentage Percent) : PromotionEffect;

    /// <summary>Takes an amount off, at most what is still to pay on the lines.</summary>
    /// <param name="Amount">The amount, above zero.</param>
    /// <param name="ForEvery">For every such amount on the lines once; null for once only.</param>
    /// <param name="AtMost">How many times at most; above zero. Counts only with <paramref name="ForEvery"/>; null without a bound.</param>
    public sealed record AmountOff(Money Amount, Money? ForEvery = null, int? AtMost = null) : PromotionEffect;
}
