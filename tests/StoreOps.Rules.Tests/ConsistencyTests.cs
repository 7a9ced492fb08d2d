using StoreOps.Testing;

namespace StoreOps.Rules.Tests;

public sealed class ConsistencyTests() : AssemblyLaws("StoreOps.Rules")
{
    protected override IReadOnlyCollection<string> AllowedReferences =>
        ["NodaTime", "StoreOps.Domain", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"];

    // CEL has a type double; amounts are never of it.
    protected override IReadOnlyCollection<string> TypesWithBinaryFractions => ["CelValue"];
}
