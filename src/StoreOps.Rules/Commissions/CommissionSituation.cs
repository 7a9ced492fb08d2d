using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Staffing;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Commissions;

/// <summary>What was sold on one day, and who works in the shop.</summary>
public sealed record CommissionSituation
{
    /// <summary>Gets the day that decides which plans and employees count, at the shop.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the lines sold.</summary>
    /// <value>Each line id once.</value>
    public ImmutableArray<SoldLine> Lines { get; init; } = [];

    /// <summary>Gets the employees of the shop.</summary>
    /// <value>An id may stand several times, once for each position somebody had.</value>
    public ImmutableArray<Employee> Employees { get; init; } = [];

    /// <summary>Gets the facts that conditions ask about.</summary>
    /// <value>Null when nothing is known: then no rule with a condition pays.</value>
    public FactSet? Facts { get; init; }
}
