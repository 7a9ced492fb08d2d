namespace StoreOps.Recommend.Parts;

/// <summary>How many parts were considered, and what took out those that are not offered. Each counts once, at the first that applies.</summary>
public readonly record struct RecommendDiagnostics
{
    /// <summary>Gets the number of parts considered.</summary>
    /// <value>The sum of all other numbers but <see cref="UnknownNumbers"/>.</value>
    public int Considered { get; init; }

    /// <summary>Gets the number of parts returned.</summary>
    public int Returned { get; init; }

    /// <summary>Gets the number of parts already on the order.</summary>
    public int OnOrder { get; init; }

    /// <summary>Gets the number of parts that do not fit.</summary>
    public int NotFitting { get; init; }

    /// <summary>Gets the number of parts of which the maker says that they need no service.</summary>
    public int NoServiceRequired { get; init; }

    /// <summary>Gets the number of parts that are not to be had.</summary>
    public int NotAvailable { get; init; }

    /// <summary>Gets the number of parts that brand rules forbid.</summary>
    public int Forbidden { get; init; }

    /// <summary>Gets the number of parts that the customer declined.</summary>
    public int Declined { get; init; }

    /// <summary>Gets the number of parts that ranked below the last one asked for.</summary>
    public int BelowCut { get; init; }

    /// <summary>Gets how many numbers of the query the model does not have: they were ignored.</summary>
    public int UnknownNumbers { get; init; }

    /// <summary>Gets what the answer rests on.</summary>
    public RecommendBasis Basis { get; init; }
}
