namespace StoreOps.Rules.Pricing;

/// <summary>How the promotions of one group compete.</summary>
public enum GroupMode
{
    /// <summary>At most one of them applies: the one in the best combination. The default.</summary>
    Best = 0,

    /// <summary>Only the first, by priority, whose conditions and minimum are met may apply.</summary>
    First = 1,

    /// <summary>Several may apply, one after the other.</summary>
    Stack = 2,
}
