namespace StoreOps.Rules.Pricing;

/// <summary>Which amount a minimum and a "for every" are counted on.</summary>
public enum ThresholdBasis
{
    /// <summary>What is still to pay when the rule's turn comes: a discount before it may take the order below the minimum. The default.</summary>
    Running = 0,

    /// <summary>The list amounts, before any discount.</summary>
    List = 1,
}
