namespace StoreOps.Domain.Monetary;

/// <summary>Rounds a stream of exact amounts so that the rounded total never drifts: each posting is the rounded total to date less what was already posted.</summary>
/// <remarks>
/// A state that the host keeps between postings. The default value has no currency and throws.
/// For a whole that is known beforehand use <see cref="Money.Allocate(ReadOnlySpan{long}, Span{Money})"/> instead.
/// </remarks>
public readonly record struct CumulativeRounding
{
    private CumulativeRounding(decimal exact, Money posted, RoundingPolicy rounding)
    {
        ExactAmount = exact;
        Posted = posted;
        Rounding = rounding;
    }

    /// <summary>Gets the exact total to date in units of the currency.</summary>
    public decimal ExactAmount { get; }

    /// <summary>Gets the rounded total to date, the sum of all postings.</summary>
    public Money Posted { get; }

    /// <summary>Gets what happens to a fraction of a minor unit of the total.</summary>
    public RoundingPolicy Rounding { get; }

    /// <summary>Returns the state before the first posting.</summary>
    /// <param name="currency">The currency of the postings.</param>
    /// <param name="rounding">What happens to a fraction of a minor unit of the total.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is the default value.</exception>
    public static CumulativeRounding Start(Currency currency, RoundingPolicy rounding) => new(0m, Money.Zero(currency), rounding);

    /// <summary>Posts one exact amount.</summary>
    /// <param name="exactAmount">The amount in units of the currency, with any decimals.</param>
    /// <param name="posting">Receives the rounded posting.</param>
    /// <returns>The state after it.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    /// <exception cref="OverflowException">The total does not fit.</exception>
    public CumulativeRounding Add(decimal exactAmount, out Money posting)
    {
        var exact = ExactAmount + exactAmount;
        var total = Money.FromAmount(exact, Posted.Currency, Rounding);
        posting = total - Posted;
        return new CumulativeRounding(exact, total, Rounding);
    }
}
