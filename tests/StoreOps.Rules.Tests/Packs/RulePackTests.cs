using System.Globalization;
using System.Reflection;
using System.Text;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Pricing;
using StoreOps.Testing;

namespace StoreOps.Rules.Tests.Packs;

public sealed class RulePackTests
{
    private static Money Yuan(decimal amount) => Money.FromAmount(amount, Currency.Cny);

    [Fact]
    public void TryLoad_DocumentedExample_HasItsHead()
    {
        var pack = PackText.Load(PackText.Example);

        Assert.Equal("huayuan-road", pack.Id);
        Assert.Equal("2026.11.1", pack.Version);
        Assert.Equal("Asia/Shanghai", pack.TimeZone.Id);
        Assert.Equal(Currency.Cny, pack.Currency);
        Assert.Matches("^[0-9a-f]{64}$", pack.ContentHash);
        Assert.Equal("huayuan-road 2026.11.1 #" + pack.ContentHash[..6], pack.ToString());
    }

    [Fact]
    public void TryLoad_DocumentedExample_HasItsPackages()
    {
        var pricing = PackText.Load(PackText.Example).Pricing;

        Assert.Equal([Yuan(365), Yuan(520), Yuan(999), Yuan(1999)], pricing.Packages.Select(one => one.Price));
        Assert.Equal([12, 18, 24, 12], pricing.Packages.Select(one => one.ValidMonths));
        Assert.Equal([Yuan(520), Yuan(780), Yuan(1660), Yuan(2640)], pricing.Packages.Select(one => one.SingleValue));
        var right = Assert.Single(pricing.Packages[3].ExtraRights);
        Assert.Equal((3, 3, 4), (right.FromYears, right.Choose, right.From.Length));
        Assert.Equal("care-999", pricing.Packages[2].Id);
        Assert.Equal(["minor-service", "a-service"], pricing.Packages[2].Grants.Select(grant => grant.Service.Id));
        Assert.Equal(["engine-oil", "oil-filter"], pricing.Services[0].ItemIds.AsEnumerable());
        Assert.Equal("小保养", pricing.Services[0].Name.Chinese);
        Assert.Equal(new LaborRate("engine-oil", ServiceAction.Replace, Yuan(80), 30), pricing.FindLabor("engine-oil", ServiceAction.Replace, new LocalDate(2026, 11, 23)));
        Assert.Null(pricing.FindLabor("brake-fluid", ServiceAction.Replace, new LocalDate(2026, 11, 23))!.LaborMinutes);
        Assert.Null(pricing.FindLabor("brake-fluid", ServiceAction.Inspect, new LocalDate(2026, 11, 23)));
    }

    [Fact]
    public void TryLoad_DocumentedExample_HasItsPromotionsInOrderOfApplication()
    {
        var promotions = PackText.Load(PackText.Example).Pricing.Promotions;

        Assert.Equal(["core-labor-10-off", "300-less-30", "welcome-50"], promotions.Select(one => one.Id));
        Assert.Equal(new PromotionEffect.PercentOff(Percentage.FromPercent(10)), promotions[0].Effect);
        Assert.Equal(LineKind.Labor, promotions[0].On.Kind);
        Assert.Equal(new LocalDate(2026, 11, 20), promotions[0].From);
        Assert.Equal(new LocalDate(2026, 12, 20), promotions[0].Until);
        Assert.Equal("isRegular", promotions[0].When!.Source);
        Assert.Equal(new PromotionGroup("member", "item", GroupMode.Best, 64), promotions[0].Group);
        Assert.Equal(new PromotionEffect.AmountOff(Yuan(30), Yuan(300), 3), promotions[1].Effect);
        Assert.Equal(GroupMode.First, promotions[1].Group.Mode);
        Assert.True(promotions[2].IsCoupon);
        Assert.Equal((Yuan(200), ThresholdBasis.List), (promotions[2].Minimum!.Value, promotions[2].Threshold));
        Assert.Equal(new PromotionGroup("coupon", "shop", GroupMode.Stack, 2), promotions[2].Group);
    }

    [Fact]
    public void TryLoad_DocumentedExample_HasEverythingElse()
    {
        var pack = PackText.Load(PackText.Example);

        Assert.Equal(["oil-choice", "no-name-plugs"], pack.Brands.All.Select(rule => rule.Id));
        Assert.Equal(new BrandScope.Chain("zhengzhou"), pack.Brands.All[1].Scope);
        Assert.Equal(["advisor-2026", "technician-2026"], pack.CommissionPlans.Select(plan => plan.Id));
        Assert.Equal(new CommissionPay.PerUnit(Yuan(10)), pack.CommissionPlans[0].Rules[0].Pay);
        Assert.Equal(new CommissionPay.PercentOf(Percentage.FromPercent(2), CommissionBase.Payable), pack.CommissionPlans[0].Rules[1].Pay);
        Assert.Equal(new CommissionPay.PerLaborHour(Yuan(40)), pack.CommissionPlans[1].Rules[0].Pay);
        Assert.Equal(CreditRole.Performed, pack.CommissionPlans[1].Role);
        Assert.Equal((2.0m, 3.2m, 5.0m), (pack.Lifecycle.AtRiskFrom, pack.Lifecycle.DormantFrom, pack.Lifecycle.LostFrom));
        Assert.Equal((730, 4), (pack.Lifecycle.LostAfterDays, pack.Lifecycle.CoreFromVisits));
        Assert.Equal([60, 30, 0, -30], pack.FollowUps[0].DaysBefore.AsEnumerable());
        Assert.Equal(FollowUpTopic.Benefit, pack.FollowUps[1].Topic);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void TryLoad_OtherCulture_ReadsAndReportsTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = PackText.Load(PackText.Example);
        var spoiled = PackText.Tree().With("packages[0].price", "1.234").With("promotions[0].effect.percentOff", "100.5").Issues();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var pack = PackText.Load(PackText.Example);
            Assert.Equal(expected.ContentHash, pack.ContentHash);
            Assert.Equal(expected.Pricing.Packages[0].Price, pack.Pricing.Packages[0].Price);
            Assert.Equal(expected.Lifecycle, pack.Lifecycle);
            Assert.Equal(spoiled.AsEnumerable(), PackText.Tree().With("packages[0].price", "1.234").With("promotions[0].effect.percentOff", "100.5").Issues());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ContentHash_WhiteSpaceCommentsAndByteOrderMark_DoNotCount()
    {
        var hash = PackText.Load(PackText.Example).ContentHash;

        Assert.Equal(hash, PackText.Load([0xEF, 0xBB, 0xBF, .. PackText.Example]).ContentHash);
        Assert.Equal(hash, PackText.Load([.. "// one more\n \t"u8, .. PackText.Example, .. "/* last */"u8]).ContentHash);
        var text = Encoding.UTF8.GetString(PackText.Example).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(hash, PackText.Load(Encoding.UTF8.GetBytes(text)).ContentHash);
    }

    [Theory]
    [InlineData("version", "\"2026.11.2\"")]
    [InlineData("packages[0].price", "366.00")]
    [InlineData("expressions.isRegular", "\"customer.visits > manyVisits\"")]
    [InlineData("followUps[0].daysBefore", "[60, 30]")]
    [InlineData("promotions[1].threshold", null)]
    [InlineData("constants.manyVisits", "5")]
    public void ContentHash_AnyValueChanged_IsAnother(string path, string? json)
    {
        var hash = PackText.Load(Encoding.UTF8.GetBytes(PackText.Tree().ToJsonString())).ContentHash;
        var changed = PackText.Load(Encoding.UTF8.GetBytes(PackText.Tree().With(path, json).ToJsonString())).ContentHash;
        Assert.NotEqual(hash, changed);
    }

    [Fact]
    public void JsonSchema_WrittenToTheRepository_IsCurrent()
    {
        var path = Path.Combine(RepositoryFolder.Path, "schema", "rulepack.schema.json");
        if (Environment.GetEnvironmentVariable("STOREOPS_APPROVE") == "1")
            File.WriteAllText(path, RulePack.JsonSchema());
        Assert.Equal(File.ReadAllText(path), RulePack.JsonSchema());
        Assert.Equal(RulePack.JsonSchema(), RulePack.JsonSchema());
    }

    [Theory]
    [InlineData("Everything an owner sets for a shop.")]
    [InlineData("What one use costs without the package.")]
    [InlineData("The groups and promotions it may be combined with; all if not set.")]
    [InlineData("In Simplified Chinese.")]
    public void JsonSchema_Members_AreDescribed(string description) =>
        Assert.Contains("\"description\": \"" + description.Replace("\"", "\\u0022", StringComparison.Ordinal) + "\"", RulePack.JsonSchema(), StringComparison.Ordinal);

    [Fact]
    public void Load_ZonesKnownByName_AreInTheDatabase()
    {
        var known = (string[])typeof(RulePack).Assembly.GetType("StoreOps.Rules.Packs.ShopZone", throwOnError: true)!
            .GetField("Names", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        Assert.Contains("Asia/Shanghai", known);
        Assert.All(known, name => Assert.Equal(name, PackText.Load(Encoding.UTF8.GetBytes(
            PackText.Tree().With("shop.timeZone", "\"" + name + "\"").ToJsonString())).TimeZone.Id));
    }

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("Asia/Shanghai|Asia/Singapore", false)]
    [InlineData("", false)]
    [InlineData("Shanghai", false)]
    [InlineData("asia/shanghai", false)]
    public void Load_Zone_IsOneOfTheDatabase(string name, bool isKnown)
    {
        var issues = PackText.Tree().With("shop.timeZone", "\"" + name + "\"").Issues();
        Assert.Equal(isKnown ? [] : ["SOR012"], issues.Select(issue => issue.Code));
    }
}
