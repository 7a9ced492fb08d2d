using System.Collections.Immutable;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Commissions;

/// <summary>Who earns what from an order, as of now. Nothing is booked.</summary>
public sealed record CommissionPreview
{
    internal CommissionPreview()
    {
    }

    /// <summary>Gets the entries, by plan, then by line, then by credit, each in the order given.</summary>
    public required ImmutableArray<CommissionEntry> Entries { get; init; }

    /// <summary>Gets the shares that are not paid, in the same order.</summary>
    public required ImmutableArray<UnpaidShare> Unpaid { get; init; }

    /// <summary>Gets the sum of all entries; zero without any.</summary>
    public required Money Total { get; init; }

    /// <summary>Gets the rule pack that decided, with its version and content hash.</summary>
    /// <value>Null where the rules did not come from a pack.</value>
    public PackStamp? Pack { get; internal init; }

    /// <summary>Gets why: one step for each plan, below it one for each line.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Returns what one employee earns over all plans.</summary>
    /// <param name="employeeId">The employee.</param>
    /// <returns>The sum; zero for an employee without entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="employeeId"/> is null.</exception>
    public Money TotalFor(string employeeId)
    {
        ArgumentNullException.ThrowIfNull(employeeId);
        var total = Money.Zero(Total.Currency);
        foreach (var entry in Entries)
        {
            if (entry.EmployeeId == employeeId)
                total += entry.Amount;
        }

        return total;
    }
}
