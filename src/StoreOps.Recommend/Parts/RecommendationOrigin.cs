namespace StoreOps.Recommend.Parts;

/// <summary>How an item came to be considered, from the strongest reason to the weakest.</summary>
public enum RecommendationOrigin
{
    /// <summary>It is due and not on the order yet. The default.</summary>
    Due = 0,

    /// <summary>It is due soon.</summary>
    Upcoming = 1,

    /// <summary>Nobody knows when it was last done.</summary>
    AskFirst = 2,

    /// <summary>An item that is due or on the order cannot be serviced without it.</summary>
    Requires = 3,

    /// <summary>Its work overlaps with an item that is due or on the order.</summary>
    Together = 4,

    /// <summary>It is often sold with an item that is due or on the order.</summary>
    CoPurchase = 5,
}
