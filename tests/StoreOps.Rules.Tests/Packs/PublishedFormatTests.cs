using System.Text;

using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Packs;
using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

/// <summary>Packs that were written for a published version of the format keep loading, and say what they said.</summary>
public sealed class PublishedFormatTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "data", "packs");

    // A decision that was stored with a hash can be traced: neither a file nor the way to count it may change.
    [Theory]
    [InlineData("rulepack-1.jsonc", "ed17fd74335ff2a9f84c4069f5a7c9c4c2debb9138b2e36857afb572fa27c76d", 3, 2, 0, 0)]
    [InlineData("rulepack-1-full.jsonc", "d5591bb460de14632d06699b42aa5279db86accbddc7cea02aad7b69a16226c2", 3, 2, 1, 2)]
    public void TryLoad_VersionOneAsPublished_LoadsWithTheSameHash(string file, string hash, int promotions, int followUps, int campaigns, int tests)
    {
        var pack = PackText.Load(Read(file));
        Assert.Equal(hash, pack.ContentHash);
        Assert.Equal((promotions, followUps, campaigns, tests), (pack.Pricing.Promotions.Length, pack.FollowUps.Length, pack.Campaigns.Length, pack.Tests.Length));
        Assert.Equal((1, 2), (RulePack.OldestSchemaVersion, RulePack.SchemaVersion));
        Assert.Single(pack.Layers);
        Assert.Equal(Read(file), pack.Document.ToArray());
    }

    [Theory]
    [InlineData("rulepack-1.jsonc", "rulepack-1.upgraded.jsonc")]
    [InlineData("rulepack-1-full.jsonc", "rulepack-1-full.upgraded.jsonc")]
    public void TryUpgrade_VersionOneAsPublished_IsTheGoldenFile(string file, string golden)
    {
        Assert.True(RulePack.TryUpgrade(Read(file), out var upgraded, out var issues));
        Assert.Empty(issues);
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            File.WriteAllBytes(Path.Combine(Folder, golden), upgraded);
        Assert.Equal(Encoding.UTF8.GetString(Read(golden)), Encoding.UTF8.GetString(upgraded));

        var (before, after) = (PackText.Load(Read(file)), PackText.Load(upgraded));
        Assert.True(PackDiff.Between(before, after).IsEmpty);
        Assert.NotEqual(before.ContentHash, after.ContentHash);
        Assert.Equal(before.FollowUps.Select(rule => string.Join(",", rule.DaysBefore)), after.FollowUps.Select(rule => string.Join(",", rule.DaysBefore)));
        Assert.Equal(
            before.Campaigns.SelectMany(one => one.Stages).SelectMany(stage => stage.Rewards), after.Campaigns.SelectMany(one => one.Stages).SelectMany(stage => stage.Rewards));

        // A document of the current version is left alone, to the last byte.
        Assert.True(RulePack.TryUpgrade(upgraded, out var again, out _));
        Assert.Equal(upgraded, again);
    }

    [Theory]
    [InlineData("\"factor\": 2", "\"factor\": 101", "SOR024", "$.campaigns[0].stages[0].factor")]
    [InlineData("\"topFactor\": 2", "\"topFactor\": 101", "SOR024", "$.campaigns[0].stages[0].topFactor")]
    [InlineData("\"top\": 10", "\"top\": 0", "SOR024", "$.campaigns[0].stages[0].top")]
    [InlineData("\"target\": 25", "\"target\": 0", "SOR024", "$.campaigns[0].stages[1].target")]
    [InlineData("60, 30, 0, -30", "60, -3651", "SOR060", "$.followUps[0].daysBefore")]
    [InlineData("60, 30, 0, -30", "-99999999999", "SOR004", "$.followUps[0].daysBefore")]
    [InlineData("\"factor\": 2", "\"teamTarget\": 2", "SOR002", "$.campaigns[0].stages[0].teamTarget")]
    [InlineData("\"counting\": \"whole\"", "\"counting\": \"half\"", "SOR005", "$.campaigns[0].stages[0].counting")]
    [InlineData("\"isRegular\"", "\"isReguler\"", "SOR030", "$.promotions[0].when")]
    public void TryLoad_MistakeInVersionOne_IsToldWhereItWasWritten(string from, string to, string code, string path)
    {
        var text = Encoding.UTF8.GetString(Read("rulepack-1-full.jsonc"));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        text = text[..at] + to + text[(at + from.Length)..];
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(text), out _, out var issues));
        Assert.Contains((code, path), issues.Select(issue => (issue.Code, issue.Path)));
    }

    [Fact]
    public void TryLoad_ShopInOneOnAVendorInTwo_IsOnePack()
    {
        var vendor = Encoding.UTF8.GetBytes("""
            { "schemaVersion": 2, "id": "vendor", "version": "7", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
              "followUps": [{ "id": "due", "name": { "zh": "到期", "en": "Due" }, "topic": "maintenance", "daysBefore": [30], "daysAfter": [30] }],
              "campaigns": [{ "id": "c", "name": { "zh": "战役", "en": "C" }, "from": "2026-11-01", "until": "2026-11-30", "perUnit": 10, "stages": [
                { "id": "s", "from": "2026-11-01", "until": "2026-11-30", "teamTarget": 9, "rewards": [{ "reached": "team-target" }] }] }] }
            """);
        var shop = """
            { "schemaVersion": 1, "id": "shop", "version": "1", "extends": "vendor",
              "followUps": [{ "id": "due", "name": { "zh": "到期", "en": "Due" }, "topic": "maintenance", "daysBefore": [7, -7] }] }
            """;
        var options = new PackLoadOptions { FindBase = id => id == "vendor" ? vendor : null };
        Assert.True(RulePack.TryLoad(Encoding.UTF8.GetBytes(shop), options, out var pack, out var issues), string.Join("\n", issues));
        Assert.Equal<int>([7, -7], Assert.Single(pack.FollowUps).DaysBefore);
        Assert.Equal(CampaignGoal.TeamTarget, pack.Campaigns[0].Stages[0].Rewards[0].Reached);
        Assert.Equal("$.followUps[0]", Assert.Single(pack.Overrides).Path);
        Assert.True(RulePack.TryLoad(pack.Document.Span, out _, out _));

        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(shop.Replace("-7", "-4000", StringComparison.Ordinal)), options, out _, out issues));
        Assert.Equal(("SOR060", "$.followUps[0].daysBefore", null), (issues[0].Code, issues[0].Path, issues[0].Document));

        // The other way round, the mistake is in the layer below.
        var below = Encoding.UTF8.GetBytes("""
            { "schemaVersion": 1, "id": "vendor", "version": "7", "shop": { "timeZone": "Asia/Shanghai", "currency": "CNY" },
              "campaigns": [{ "id": "c", "name": { "zh": "战役", "en": "C" }, "from": "2026-11-01", "until": "2026-11-30", "perUnit": 10, "stages": [
                { "id": "s", "from": "2026-11-01", "until": "2026-11-30", "target": 5, "factor": 500 }] }] }
            """);
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes("""{ "schemaVersion": 2, "id": "shop", "version": "1", "extends": "vendor" }"""), new() { FindBase = _ => below }, out _, out issues));
        Assert.Equal(("SOR024", "$.campaigns[0].stages[0].factor", "vendor"), (issues[0].Code, issues[0].Path, issues[0].Document));
    }

    [Theory]
    [InlineData("{ \"schemaVersion\": /* odd */ 1, ")]
    [InlineData("{ // a note with “quotes”\n \"schemaVersion\": 1, ")]
    [InlineData("\uFEFF{ \"schemaVersion\": 1, ")]
    public void TryUpgrade_UnusualDocuments_AreBroughtToTheCurrentVersion(string start)
    {
        var text = Encoding.UTF8.GetBytes(start + """
            "id": "p", "version": "1", "shop": { "timeZone": "UTC", "currency": "CNY" }, "followUps": null,
            "campaigns": [{ "id": "c", "name": { "zh": "战役", "en": "C" }, "from": "2026-11-01", "until": "2026-11-30", "perUnit": 1e1, "stages": [
              { "top": 3, "factor": null, /* gone */ "id": "s", "from": "2026-11-01", "topFactor": 4, "until": "2026-11-30", },] }] }
            """);
        Assert.True(RulePack.TryUpgrade(text, out var upgraded, out var issues), string.Join("\n", issues));
        var stage = PackText.Load(upgraded).Campaigns[0].Stages[0];
        Assert.Equal((3, 4), (stage.Rewards.Single().Places, stage.Rewards.Single().Factor));
        Assert.True(PackDiff.Between(PackText.Load(text), PackText.Load(upgraded)).IsEmpty);
    }

    [Fact]
    public void TryUpgrade_NoPack_TellsWhy()
    {
        Assert.False(RulePack.TryUpgrade("{ \"schemaVersion\": 1, \"id\": 5 }"u8, out var upgraded, out var issues));
        Assert.Null(upgraded);
        Assert.Equal(["SOR003", "SOR004"], issues.Select(issue => issue.Code).Order(StringComparer.Ordinal));
        Assert.False(RulePack.TryUpgrade("nothing"u8, out _, out issues));
        Assert.Equal("SOR001", Assert.Single(issues).Code);
        const string Half = """{ "schemaVersion": 1, "id": "p", "version": "1", "stageOrder": ["\ude00"] }""";
        Assert.False(RulePack.TryLoad(Encoding.UTF8.GetBytes(Half), out _, out issues));
        Assert.Equal("SOR001", Assert.Single(issues).Code);
        Assert.False(RulePack.TryUpgrade("{ \"schemaVersion\": 3 }"u8, out _, out issues));
        Assert.NotEmpty(issues);
    }

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));
}
