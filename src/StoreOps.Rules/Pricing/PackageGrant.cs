using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>A service that a package grants.</summary>
/// <param name="Service">The service.</param>
/// <param name="Uses">How many times, above zero.</param>
/// <param name="SinglePrice">What one use costs without the package; frozen at purchase for a later refund.</param>
public sealed record PackageGrant(ServiceDefinition Service, int Uses, Money SinglePrice);
