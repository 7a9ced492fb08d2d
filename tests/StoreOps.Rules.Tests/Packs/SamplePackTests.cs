using StoreOps.Rules.Packs;
using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

public sealed class SamplePackTests
{
    private static string PathOf(string id) => Path.Combine(RepositoryFolder.Path, "samples", "VendorRulePack", "Packs", id + ".jsonc");

    [Theory]
    [InlineData("auto-care", 1, 2)]
    [InlineData("zhengzhou-chain", 2, 3)]
    [InlineData("huayuan-road", 3, 2)]
    public void TryLoad_EveryLayerOfTheSample_IsAPackOfItsOwnWhoseTestsPass(string id, int layers, int tests)
    {
        var options = new PackLoadOptions { FindBase = below => File.ReadAllBytes(PathOf(below)) };
        Assert.True(RulePack.TryLoad(File.ReadAllBytes(PathOf(id)), options, out var pack, out var issues), string.Join("\n", issues));
        Assert.Equal((layers, tests), (pack.Layers.Length, pack.Tests.Length));
    }
}
