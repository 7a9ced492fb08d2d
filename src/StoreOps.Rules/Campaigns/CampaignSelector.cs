using System.Collections.Immutable;

using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Rules.Brands;

namespace StoreOps.Rules.Campaigns;

/// <summary>Which lines of an order count as sets of a campaign. Every condition that is set has to hold; without any, all lines count.</summary>
public sealed record CampaignSelector
{
    /// <summary>Gets the selector of all lines.</summary>
    public static CampaignSelector All { get; } = new();

    /// <summary>Gets what the line sells.</summary>
    /// <value>Null for anything.</value>
    public LineKind? Kind { get; init; }

    /// <summary>Gets the packages of which one is sold.</summary>
    /// <value>Empty for anything.</value>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Gets the maintenance items of which one is served; those of a service of the pack stand here one by one.</summary>
    /// <value>Empty for anything.</value>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Gets the slot of the part.</summary>
    /// <value>Null for any.</value>
    public string? Slot { get; init; }

    /// <summary>Gets the brands of which one is sold, alone or with the first words of the specification.</summary>
    /// <value>Empty for any. A line whose part is not known counts for no brand.</value>
    public ImmutableArray<string> Brands { get; init; } = [];

    /// <summary>Returns how many sets a line is.</summary>
    /// <param name="line">The line.</param>
    /// <param name="part">The part that the line sells; null where it sells none, or where it is not known.</param>
    /// <returns>The whole units of its quantity, 0 where it does not count; a line that gives back has a negative quantity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public int UnitsOf(WorkOrderLine line, Part? part = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        var counts = (Kind is null || Kind == line.Kind)
            && (Packages.IsEmpty || (line.PackageId is { } package && Packages.Contains(package)))
            && (Items.IsEmpty || (line.ItemId is { } item && Items.Contains(item)))
            && (Slot is null || Slot == line.Slot)
            && (Brands.IsEmpty || (part is not null && BrandName.IndexIn(Brands, part) is not null));
        // Half a liter of oil is no set.
        return counts ? (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, decimal.Truncate(line.Quantity))) : 0;
    }
}
