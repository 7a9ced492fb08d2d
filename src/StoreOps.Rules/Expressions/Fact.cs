using StoreOps.Domain;

namespace StoreOps.Rules.Expressions;

/// <summary>A fact that conditions may ask about.</summary>
/// <param name="Name">The name as written in a condition, for example "customer.visits".</param>
/// <param name="Type">The type.</param>
/// <param name="Doc">What it means, with its unit.</param>
public sealed record Fact(string Name, CelType Type, LocalizedText Doc)
{
    /// <summary>Gets a value that it may have, for documents and editors.</summary>
    /// <value>Of the declared type; unknown where there is none.</value>
    public CelValue Example { get; init; }
}
