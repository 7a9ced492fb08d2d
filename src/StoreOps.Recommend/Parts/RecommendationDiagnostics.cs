namespace StoreOps.Recommend.Parts;

/// <summary>How many items were considered, and what took out those that are not offered. Each item counts once, at the first that applies.</summary>
public readonly record struct RecommendationDiagnostics
{
    /// <summary>Gets the number of items considered.</summary>
    /// <value>The sum of all other numbers but <see cref="UnknownIds"/>.</value>
    public int Considered { get; init; }

    /// <summary>Gets the number of items offered.</summary>
    public int Offered { get; init; }

    /// <summary>Gets the number of items already on the order.</summary>
    public int OnOrder { get; init; }

    /// <summary>Gets the number of items the vehicle does not have.</summary>
    public int NotApplicable { get; init; }

    /// <summary>Gets the number of items of which the maker says that they need no service.</summary>
    public int NoServiceRequired { get; init; }

    /// <summary>Gets the number of items made unnecessary, contained or ruled out by one on the order.</summary>
    public int Suppressed { get; init; }

    /// <summary>Gets the number of items that the host forbade.</summary>
    public int Forbidden { get; init; }

    /// <summary>Gets the number of items that the customer declined.</summary>
    public int Declined { get; init; }

    /// <summary>Gets the number of items that ranked below the last one asked for.</summary>
    public int BelowCut { get; init; }

    /// <summary>Gets the number of ids in the request that the catalog does not have: they are ignored.</summary>
    public int UnknownIds { get; init; }
}
