namespace StoreOps.Domain.Customers;

/// <summary>A way to reach a customer.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Value">The number, account or address, as the host keeps it.</param>
/// <param name="IsOptedOut">Whether the customer has refused messages here; that wins over every campaign.</param>
public sealed record ContactPoint(ContactKind Kind, string Value, bool IsOptedOut = false)
{
    /// <summary>Returns the kind only: the value is personal data and stays out of logs.</summary>
    /// <returns>The kind.</returns>
    public override string ToString() => Kind.ToString();
}
