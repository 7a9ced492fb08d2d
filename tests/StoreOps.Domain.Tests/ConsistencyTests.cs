using StoreOps.Testing;

namespace StoreOps.Domain.Tests;

public sealed class ConsistencyTests() : AssemblyLaws("StoreOps.Domain")
{
    protected override IReadOnlyCollection<string> AllowedReferences => ["NodaTime"];
}
