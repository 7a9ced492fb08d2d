namespace StoreOps.Rules.Brands;

/// <summary>Where a brand rule holds. The nearer scope decides on preferences: shop, then chain, then everywhere.</summary>
public abstract record BrandScope
{
    private protected BrandScope()
    {
    }

    internal abstract int Distance { get; }

    /// <summary>Tells whether a shop lies in the scope.</summary>
    /// <param name="shop">The shop.</param>
    /// <returns>Whether the rule holds there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shop"/> is null.</exception>
    public abstract bool Covers(Domain.Staffing.Shop shop);

    /// <summary>Every shop.</summary>
    public sealed record Everywhere : BrandScope
    {
        private Everywhere()
        {
        }

        /// <summary>Gets the one instance.</summary>
        public static Everywhere Instance { get; } = new();

        internal override int Distance => 2;

        /// <inheritdoc/>
        public override bool Covers(Domain.Staffing.Shop shop)
        {
            ArgumentNullException.ThrowIfNull(shop);
            return true;
        }
    }

    /// <summary>The shops of one chain.</summary>
    /// <param name="Id">The chain's identifier, compared ordinally.</param>
    public sealed record Chain(string Id) : BrandScope
    {
        internal override int Distance => 1;

        /// <inheritdoc/>
        public override bool Covers(Domain.Staffing.Shop shop)
        {
            ArgumentNullException.ThrowIfNull(shop);
            return shop.ChainId == Id;
        }
    }

    /// <summary>One shop.</summary>
    /// <param name="Id">The shop's identifier, compared ordinally.</param>
    public sealed record Shop(string Id) : BrandScope
    {
        internal override int Distance => 0;

        /// <inheritdoc/>
        public override bool Covers(Domain.Staffing.Shop shop)
        {
            ArgumentNullException.ThrowIfNull(shop);
            return shop.Id == Id;
        }
    }
}
