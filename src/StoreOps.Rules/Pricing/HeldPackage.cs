using NodaTime;

namespace StoreOps.Rules.Pricing;

/// <summary>What a customer still has of one service of a package bought before, as the host's books say.</summary>
/// <param name="PackageId">The package.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="UsesLeft">How many uses are left; zero or above.</param>
/// <param name="ValidUntil">The last day, at the shop, inclusive.</param>
public sealed record HeldPackage(string PackageId, string ServiceId, int UsesLeft, LocalDate ValidUntil);
