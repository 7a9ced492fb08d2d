namespace StoreOps.Domain.Monetary;

/// <summary>Where an allocation writes its shares: a caller's span of money, addressed by magnitudes in minor units.</summary>
internal readonly ref struct MoneyShares(Span<Money> shares, Currency currency)
{
    private readonly Span<Money> _shares = shares;

    public int Length => _shares.Length;

    public void Set(int index, ulong magnitude, bool isNegative) =>
        _shares[index] = Money.FromMinorUnits(isNegative ? unchecked(-(long)magnitude) : unchecked((long)magnitude), currency);
}
