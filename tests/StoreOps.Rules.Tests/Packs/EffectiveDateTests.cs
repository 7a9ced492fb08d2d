using System.Text;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tests.Pricing;

namespace StoreOps.Rules.Tests.Packs;

public sealed class EffectiveDateTests
{
    private const string Period = "\"2026-11-20\"";
    private const string Until = "\"2026-12-20\"";

    private static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;

    private static RulePack Load(string entry) => PackText.Load(Encoding.UTF8.GetBytes(
        PackText.Tree().With(entry + ".from", Period).With(entry + ".until", Until).With("tests", "[]").ToJsonString()));

    [Theory]
    [InlineData("2026-11-19", false)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-12-20", true)]
    [InlineData("2026-12-21", false)]
    public void FromAndUntil_OfEverySection_AreInclusive(string day, bool isInForce)
    {
        var date = Day(day);
        var brands = Load("brandRules[0]").Brands.InForceOn(date);
        Assert.Equal(isInForce ? ["oil-choice", "no-name-plugs"] : ["no-name-plugs"], brands.All.Select(rule => rule.Id));

        Assert.Equal(isInForce, Load("labor[0]").Pricing.FindLabor("engine-oil", ServiceAction.Replace, date) is not null);

        var order = new QuoteRequest
        {
            Date = date,
            Lines = [Order.Line(26_000, LineKind.Labor, "engine-oil", "1"), Order.Line(1_000, LineKind.Part, "oil-filter", "2")],
        };
        var offers = new PriceCalculator(Load("packages[0]").Pricing).Quote(order).PackageOffers;
        Assert.Equal(isInForce, offers.Any(offer => offer.Package.Id == "care-365"));
        Assert.Contains(offers, offer => offer.Package.Id == "care-520");

        var plan = new FollowUpPlanner(Load("followUps[0]").FollowUps).Plan(
            new FollowUpSituation { AsOf = date, CustomerId = "c", DueDates = [new SubjectDay("engine-oil", date.PlusDays(90))] });
        Assert.Equal(isInForce ? 4 : 0, plan.Tasks.Length);
        Assert.Equal(isInForce ? 0 : 1, plan.Evidence.Children.Count(step => step.Code == EvidenceCodes.OutOfPeriod && step.RuleId == "service-due"));
    }

    [Theory]
    [InlineData("packages[0]")]
    [InlineData("labor[0]")]
    [InlineData("brandRules[0]")]
    [InlineData("followUps[0]")]
    [InlineData("promotions[0]")]
    [InlineData("commissionPlans[0]")]
    public void TryLoad_LastDayBeforeTheFirst_IsRefusedInEverySection(string entry)
    {
        var issue = Assert.Single(PackText.Tree().With(entry + ".from", Period).With(entry + ".until", "\"2026-11-19\"").Issues());
        Assert.Equal(("SOR026", "$." + entry + ".until"), (issue.Code, issue.Path));
        issue = Assert.Single(PackText.Tree().With(entry + ".from", "\"2026-02-29\"").With(entry + ".until", null).Issues());
        Assert.Equal(("SOR025", "$." + entry + ".from"), (issue.Code, issue.Path));
    }

    [Fact]
    public void InForceOn_NothingIsDated_IsTheSameSet()
    {
        var brands = PackText.Load(PackText.Example).Brands;
        Assert.Same(brands, brands.InForceOn(Day("2026-11-20")));
    }

    [Theory]
    [InlineData("2026-12-31", 80)]
    [InlineData("2027-01-01", 95)]
    public void FindLabor_PriceChangesOnADay_GivesThatOfTheDay(string day, int yuan)
    {
        var labor = """[{ "item": "engine-oil", "action": "replace", "price": 80, "until": "2026-12-31" }, { "item": "engine-oil", "action": "replace", "price": 95, "from": "2027-01-01" }]""";
        var pack = PackText.Load(Encoding.UTF8.GetBytes(PackText.Tree().With("labor", labor).ToJsonString()));
        Assert.Equal(yuan, pack.Pricing.FindLabor("engine-oil", ServiceAction.Replace, Day(day))!.Price.Amount);
    }

    [Theory]
    [InlineData("\"until\": \"2027-01-01\"", "\"from\": \"2027-01-01\"")]
    [InlineData("\"minutes\": 5", "\"from\": \"2027-01-01\"")]
    [InlineData("\"from\": \"2026-01-01\", \"until\": \"2026-12-31\"", "\"minutes\": 5")]
    public void TryLoad_TwoPricesOnOneDay_AreRefused(string first, string second)
    {
        var labor = "[{ \"item\": \"engine-oil\", \"action\": \"replace\", \"price\": 80, " + first + " }, { \"item\": \"engine-oil\", \"action\": \"replace\", \"price\": 95, " + second + " }]";
        Assert.Equal("SOR045", Assert.Single(PackText.Tree().With("labor", labor).Issues()).Code);
    }

    [Fact]
    public void TryLoad_OverlayReplacesTheDatedPriceItMeans()
    {
        var vendor = LayerText.Vendor.Replace("\"price\": 80 }", "\"price\": 80, \"until\": \"2026-12-31\" }, { \"item\": \"engine-oil\", \"action\": \"replace\", \"price\": 90, \"from\": \"2027-01-01\" }", StringComparison.Ordinal);
        var chain = LayerText.Chain.Replace("\"promotions\"", "\"labor\": [{ \"item\": \"engine-oil\", \"action\": \"replace\", \"price\": 99, \"from\": \"2027-01-01\" }], \"promotions\"", StringComparison.Ordinal);
        var pack = LayerText.Load(chain, vendor);
        Assert.Equal([80m, 99m], pack.Pricing.LaborRates.Select(rate => rate.Price.Amount));
        Assert.Contains(pack.Overrides, one => one is { Section: "labor", Id: "engine-oil:replace@2027-01-01" });
    }

    [Fact]
    public void DateOf_ShopsZone_IsTheDayThere()
    {
        var pack = PackText.Load(PackText.Example);
        Assert.Equal(Day("2026-11-20"), pack.DateOf(Instant.FromUtc(2026, 11, 19, 16, 0)));
        Assert.Equal(Day("2026-11-19"), pack.DateOf(Instant.FromUtc(2026, 11, 19, 15, 59)));
    }
}
