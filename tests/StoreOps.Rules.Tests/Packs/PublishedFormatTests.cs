using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>Packs that were written for a published version of the format keep loading, and say what they said.</summary>
public sealed class PublishedFormatTests
{
    [Fact]
    public void TryLoad_VersionOneAsPublished_LoadsWithTheSameHash()
    {
        var pack = PackText.Load(File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "tests", "data", "packs", "rulepack-1.jsonc")));

        // A decision that was stored with this hash can be traced: neither the file nor the way to count it may change.
        Assert.Equal("ed17fd74335ff2a9f84c4069f5a7c9c4c2debb9138b2e36857afb572fa27c76d", pack.ContentHash);
        Assert.Equal(1, RulePack.SchemaVersion);
        Assert.Equal((4, 3, 2, 2), (pack.Pricing.Packages.Length, pack.Pricing.Promotions.Length, pack.CommissionPlans.Length, pack.FollowUps.Length));
        Assert.Empty(pack.Tests);
        Assert.Single(pack.Layers);
    }
}
