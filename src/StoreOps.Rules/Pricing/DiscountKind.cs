namespace StoreOps.Rules.Pricing;

/// <summary>What a discount comes from.</summary>
public enum DiscountKind
{
    /// <summary>A promotion of the shop. The default.</summary>
    Promotion = 0,

    /// <summary>A coupon that the customer holds.</summary>
    Coupon = 1,

    /// <summary>A use of a package bought before.</summary>
    Package = 2,
}
