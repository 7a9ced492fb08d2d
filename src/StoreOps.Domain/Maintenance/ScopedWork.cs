namespace StoreOps.Domain.Maintenance;

/// <summary>A piece of work of a visit, with the reason why it is there.</summary>
/// <param name="ComponentId">The id of the catalog item or finer component.</param>
/// <param name="Action">What is done.</param>
/// <param name="Kind">How it comes to the visit.</param>
/// <param name="BecauseOf">The item whose relation brought it here; null for what was asked.</param>
public sealed record ScopedWork(string ComponentId, ServiceAction Action, ScopedWorkKind Kind, string? BecauseOf = null)
{
    /// <summary>Gets a value indicating whether it is a line of work of its own.</summary>
    public bool IsLine => Kind is ScopedWorkKind.Asked or ScopedWorkKind.Required or ScopedWorkKind.Conflicting;
}
