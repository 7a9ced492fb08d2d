namespace StoreOps.Domain.Monetary;

/// <content>Splitting an amount without losing or inventing a minor unit.</content>
public readonly partial record struct Money
{
    /// <summary>Shares the amount out in proportion to weights.</summary>
    /// <param name="weights">One weight for each share, each zero or above; line amounts in minor units, mostly.</param>
    /// <param name="shares">Receives the shares; as long as <paramref name="weights"/>.</param>
    /// <remarks>
    /// Largest remainder (Hamilton): each share is the exact share cut to minor units, and the units left over go one each to the largest
    /// remainders, ties to the lower index. A negative amount is shared like its positive counterpart. Nothing is allocated up to 128 shares;
    /// beyond that the scratch space is rented. Increasing the whole can take a unit from one share (the Alabama paradox): every method that
    /// stays within one unit of the exact share does that (Balinski and Young).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The spans differ in length or are empty; a weight is negative; or all weights are zero and the amount is not.
    /// </exception>
    /// <exception cref="OverflowException">The weights sum to more than 64 bits.</exception>
    public void Allocate(ReadOnlySpan<long> weights, Span<Money> shares)
    {
        ThrowIfDefault();
        LargestRemainder.Allocate(_minorUnits, weights, new MoneyShares(shares, _currency));
    }

    /// <summary>Shares the amount out in proportion to weights, no share larger than its limit; what a limit cuts off is shared again.</summary>
    /// <param name="weights">One weight for each share, each zero or above.</param>
    /// <param name="limits">The largest magnitude of each share in minor units, each zero or above: what a line can still give.</param>
    /// <param name="shares">Receives the shares; as long as <paramref name="weights"/>.</param>
    /// <returns>What no share could take: zero when the limits hold the whole amount.</returns>
    /// <exception cref="ArgumentException">
    /// The spans differ in length or are empty; a weight or a limit is negative; or all weights are zero and the amount is not.
    /// </exception>
    /// <exception cref="OverflowException">The weights sum to more than 64 bits.</exception>
    public Money AllocateWithin(ReadOnlySpan<long> weights, ReadOnlySpan<long> limits, Span<Money> shares)
    {
        ThrowIfDefault();
        var rest = LargestRemainder.AllocateWithin(_minorUnits, weights, limits, new MoneyShares(shares, _currency));
        return new Money(rest, _currency);
    }

    /// <summary>Splits the amount into equal shares; the larger ones come first.</summary>
    /// <param name="shares">Receives the shares; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="shares"/> is empty.</exception>
    public void Split(Span<Money> shares)
    {
        ThrowIfDefault();
        if (shares.IsEmpty)
            throw new ArgumentException("An amount is split into at least one share; there were none.", nameof(shares));
        var each = Math.DivRem(_minorUnits, shares.Length, out var rest);
        var unit = Math.Sign(rest);
        for (var i = 0; i < shares.Length; i++)
            shares[i] = new Money(i < Math.Abs(rest) ? each + unit : each, _currency);
    }
}
