using System.Collections.Immutable;

namespace StoreOps.Rules.Pricing;

/// <summary>Rights that the customer chooses when a package is bought for several years at once.</summary>
/// <param name="FromYears">For how many years it has to be bought, above zero.</param>
/// <param name="Choose">How many rights the customer chooses, from 1 to the number offered.</param>
/// <param name="From">The rights offered, by name.</param>
public sealed record ExtraRight(int FromYears, int Choose, ImmutableArray<string> From);
