using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Staffing;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Brands;

/// <summary>All brand rules of a pack, arranged by slot. Immutable; safe for many threads.</summary>
public sealed class BrandRules
{
    private readonly Dictionary<string, ImmutableArray<BrandRule>> _bySlot;

    /// <summary>Initializes a new instance of the <see cref="BrandRules"/> class.</summary>
    /// <param name="rules">The rules, each id once.</param>
    /// <param name="pack">The rule pack they come from; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public BrandRules(IEnumerable<BrandRule> rules, PackStamp? pack = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        All = [.. rules];
        Pack = pack;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (All.FirstOrDefault(rule => !seen.Add(rule.Id)) is { } twice)
            throw new ArgumentException("A rule stands once; \"" + twice.Id + "\" was there twice.", nameof(rules));

        _bySlot = All.GroupBy(rule => rule.Slot, StringComparer.Ordinal).ToDictionary(
            slot => slot.Key,
            slot => slot.OrderBy(rule => rule.Scope.Distance).ThenBy(rule => rule.Id, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Gets a set without rules.</summary>
    public static BrandRules Empty { get; } = new([]);

    /// <summary>Gets the rules in the order given.</summary>
    public ImmutableArray<BrandRule> All { get; }

    /// <summary>Gets the rule pack that the rules come from; null for none.</summary>
    public PackStamp? Pack { get; }

    /// <summary>Returns the rules that are in force on a day.</summary>
    /// <param name="date">The day, at the shop.</param>
    /// <returns>The rules; this set itself where all of them are.</returns>
    public BrandRules InForceOn(LocalDate date) =>
        All.All(rule => rule.IsInForceOn(date)) ? this : new BrandRules(All.Where(rule => rule.IsInForceOn(date)), Pack);

    /// <summary>Returns the rules about a slot that hold in a shop, the nearest scope first, then by id.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="shop">The shop.</param>
    /// <returns>The rules, whatever their conditions; none for a slot without rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> or <paramref name="shop"/> is null.</exception>
    public ImmutableArray<BrandRule> For(string slot, Shop shop)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(shop);
        return _bySlot.TryGetValue(slot, out var rules) ? [.. rules.Where(rule => rule.Scope.Covers(shop))] : [];
    }
}
