using StoreOps.Testing;

namespace StoreOps.Rules.Tests;

public sealed class ConsistencyTests() : AssemblyLaws("StoreOps.Rules")
{
    protected override IReadOnlyCollection<string> AllowedReferences =>
        ["NodaTime", "StoreOps.Domain", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"];
}
