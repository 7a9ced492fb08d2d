using System.Collections.Immutable;
using System.Text;

using StoreOps.Domain;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>Small packs that lie on one another.</summary>
internal static class LayerText
{
    public const string Vendor = """
        { "schemaVersion": 1, "id": "vendor", "version": "7", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
          "constants": { "manyVisits": 4, "bigOrder": 3000 },
          "expressions": { "isRegular": "customer.visits >= manyVisits" },
          "stages": [{ "id": "item", "groups": [{ "id": "member", "mode": "best" }] }, { "id": "shop", "groups": [{ "id": "reduction", "mode": "first" }] }],
          "labor": [{ "item": "engine-oil", "action": "replace", "price": 80 }],
          "promotions": [
            { "id": "regulars", "group": "member", "name": { "zh": "老客户", "en": "Regulars" }, "when": "isRegular", "effect": { "percentOff": 10 } },
            { "id": "300-less-30", "group": "reduction", "name": { "zh": "满减", "en": "Less" }, "effect": { "amountOff": 30, "forEvery": 300 } }],
          "lifecycle": { "atRiskFrom": 2.0, "coreFromVisits": 4 } }
        """;

    public const string Chain = """
        { "schemaVersion": 1, "id": "chain", "version": "3", "extends": "vendor",
          "constants": { "manyVisits": 5 },
          "promotions": [{ "id": "chain-day", "group": "reduction", "name": { "zh": "会员日", "en": "Chain day" }, "effect": { "percentOff": 5 } }],
          "lifecycle": { "coreFromVisits": 6 } }
        """;

    public const string Shop = """
        { "schemaVersion": 1, "id": "shop-1", "version": "1", "extends": "chain",
          "shop": { "timeZone": "Asia/Urumqi", "currency": "CNY" },
          "labor": [{ "item": "engine-oil", "action": "replace", "price": 90 }],
          "promotions": [{ "id": "regulars", "group": "member", "name": { "zh": "老客户", "en": "Regulars" }, "when": "isRegular", "effect": { "percentOff": 12 } }],
          "removed": { "promotions": ["300-less-30"], "constants": ["bigOrder"] } }
        """;

    public static PackLoadOptions Over(params string[] documents)
    {
        var byId = documents.ToDictionary(text => IdOf(text), Encoding.UTF8.GetBytes, StringComparer.Ordinal);
        return new PackLoadOptions { FindBase = id => byId.GetValueOrDefault(id) };
    }

    public static RulePack Load(string top, params string[] below)
    {
        Assert.True(RulePack.TryLoad(Encoding.UTF8.GetBytes(top), Over(below), out var pack, out var issues), string.Join("\n", issues));
        return pack;
    }

    public static ImmutableArray<LoadIssue> Issues(string top, params string[] below)
    {
        var isLoaded = RulePack.TryLoad(Encoding.UTF8.GetBytes(top), Over(below), out var pack, out var issues);
        Assert.Equal(isLoaded, pack is not null);
        Assert.Equal(isLoaded, issues.IsEmpty);
        return issues;
    }

    private static string IdOf(string text) => text.Split("\"id\": \"")[1].Split('"')[0];
}
