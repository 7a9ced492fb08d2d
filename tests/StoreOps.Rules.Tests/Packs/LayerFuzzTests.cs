using System.Text;

using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tests.Packs;

public sealed class LayerFuzzTests
{
    /// <summary>Any of three layers spoiled by bytes, or by words of the format in the wrong place: never an exception, always a reason with a layer that exists.</summary>
    [Fact]
    public void TryLoad_MutatedLayers_NeverThrowsAndNamesALayer()
    {
        byte[][] layers = [Encoding.UTF8.GetBytes(LayerText.Shop), Encoding.UTF8.GetBytes(LayerText.Chain), Encoding.UTF8.GetBytes(LayerText.Vendor)];
        string[] words = ["\"extends\": \"vendor\",", "\"removed\": { \"constants\": [\"manyVisits\"] },", "null", "\"shop\": null,", "[]", "{}", "\"chain\"", "\"\\ud800\"", "1e400", "\"tests\": [{ \"name\": \"n\", \"expect\": { \"isRegular\": true } }],"];
        var random = new Random(20261124);
        var refused = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var spoiled = layers.Select(layer => (byte[])layer.Clone()).ToArray();
            for (var i = random.Next(1, 3); i > 0; i--)
                Spoil(spoiled, words, random);
            var options = new PackLoadOptions { FindBase = id => id switch { "chain" => spoiled[1], "vendor" => spoiled[2], "shop-1" => spoiled[0], _ => null } };
            var isLoaded = RulePack.TryLoad(spoiled[0], options, out var pack, out var issues);
            Assert.Equal(isLoaded, pack is not null);
            Assert.Equal(isLoaded, issues.IsEmpty);
            Assert.All(issues, issue => Assert.True(issue.Document is null or "chain" or "vendor" && issue.Path[0] == '$', issue.ToString()));
            if (isLoaded)
                PackText.Load(pack!.Document.ToArray());
            refused += isLoaded ? 0 : 1;
        }

        Assert.InRange(refused, 1_000, 2_999);
    }

    [Fact]
    public void TryLoad_MutatedFacts_NeverThrowsAndAlwaysSaysWhy()
    {
        var facts = "[{ \"customer.visits\": 5, \"order.total\": 19.90, \"order.items\": [\"engine-oil\"], \"vehicle.make\": \"Toyota\" }, {}]"u8.ToArray();
        var random = new Random(20261125);
        for (var round = 0; round < 3_000; round++)
        {
            byte[][] spoiled = [(byte[])facts.Clone()];
            Spoil(spoiled, ["null", "\"\\ud800\"", "1e400", "99999999999999999999", "{"], random);
            Assert.Equal(RecordedFacts.TryLoad(spoiled[0], StandardFacts.Schema, out var read, out var issues), issues.IsEmpty);
            Assert.True(issues.IsEmpty || read.IsEmpty);
        }
    }

    private static void Spoil(byte[][] documents, string[] words, Random random)
    {
        var which = random.Next(documents.Length);
        var bytes = documents[which];
        var at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] = (byte)"{}[],:\"0-9en\\"[random.Next(13)];
                break;
            case 2:
                documents[which] = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(40))..]];
                break;
            default:
                documents[which] = [.. bytes[..at], .. Encoding.UTF8.GetBytes(words[random.Next(words.Length)]), .. bytes[at..]];
                break;
        }
    }
}
