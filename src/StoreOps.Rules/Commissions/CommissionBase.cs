namespace StoreOps.Rules.Commissions;

/// <summary>Which amount of a line a percentage is taken of.</summary>
public enum CommissionBase
{
    /// <summary>What the customer pays for the line after all discounts. The default.</summary>
    Payable = 0,

    /// <summary>The list amount: discounts do not cost the employee.</summary>
    List = 1,
}
