using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>What it would cost to buy a package today and use it at once.</summary>
/// <param name="Package">The package.</param>
/// <param name="CoveredToday">The list amount of the lines it would cover today.</param>
/// <param name="PayableToday">What would be to pay: its price and the rest of the order at its best combination.</param>
/// <param name="UsesLeft">How many uses would be left for later visits.</param>
/// <param name="ValueLeft">What those uses cost one by one.</param>
public sealed record PackageOffer(ServicePackage Package, Money CoveredToday, Money PayableToday, int UsesLeft, Money ValueLeft);
