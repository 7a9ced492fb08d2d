using NodaTime;

namespace StoreOps.Domain.Staffing;

/// <summary>Somebody who works in a shop.</summary>
public sealed record Employee
{
    /// <summary>Gets the host's own identifier of the employee.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the position, which decides the commission plans that apply, for example "advisor".</summary>
    /// <value>One of <see cref="Positions"/> or the host's own, kebab-case.</value>
    public required string Position { get; init; }

    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the name.</summary>
    /// <value>Null when not known.</value>
    public string? Name { get; init; }

    /// <summary>Gets the first day in this position.</summary>
    /// <value>Null for no lower bound.</value>
    public LocalDate? From { get; init; }

    /// <summary>Gets the last day in this position, inclusive.</summary>
    /// <value>Null while it goes on.</value>
    public LocalDate? Until { get; init; }

    /// <summary>Tells whether the employee is in this position on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>Whether the day lies within <see cref="From"/> and <see cref="Until"/>.</returns>
    public bool IsActiveOn(LocalDate date) => !(date < From) && !(date > Until);

    /// <summary>Returns the identifier only: a name is personal data and stays out of logs.</summary>
    /// <returns>The identifier.</returns>
    public override string ToString() => Id;
}
