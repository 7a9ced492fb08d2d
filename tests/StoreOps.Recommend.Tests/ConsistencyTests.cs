using StoreOps.Testing;

namespace StoreOps.Recommend.Tests;

public sealed class ConsistencyTests() : AssemblyLaws("StoreOps.Recommend")
{
    protected override IReadOnlyCollection<string> AllowedReferences =>
    [
        "NodaTime", "StoreOps.Domain", "StoreOps.Rules", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options",
    ];

    // A probability or an expected number of visits is an estimate; amounts stay exact.
    protected override bool MayUseBinaryFractions => true;
}
