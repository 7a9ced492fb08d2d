using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Pricing;

using static StoreOps.Rules.Tests.Pricing.Order;

namespace StoreOps.Rules.Tests.Pricing;

public sealed class PackageTests
{
    private static readonly ServiceDefinition Service = new("minor", new LocalizedText("小保养", "Minor"), ["engine-oil", "oil-filter"]);
    private static readonly ServicePackage Year = Package("care-365", 36_500, 2);
    private static readonly ServicePackage Long = Package("care-520", 52_000, 3);

    private static PricingRules Rules(params Promotion[] promotions) =>
        new() { Currency = Currency.Cny, Services = [Service], Packages = [Year, Long], Promotions = [.. promotions] };

    private static ServicePackage Package(string id, long price, int uses) =>
        new(id, new LocalizedText(id, id), Fen(price), [new PackageGrant(Service, uses, Fen(26_000))], 12, []);

    private static QuoteRequest Request(params HeldPackage[] held) => new()
    {
        Date = Today,
        Lines = [Line(20_000, LineKind.Part, "engine-oil"), Line(5_000, LineKind.Part, "oil-filter"), Line(8_000, LineKind.Labor, "engine-oil"), Line(10_000, LineKind.Part, "air-filter")],
        HeldPackages = [.. held],
    };

    [Fact]
    public void Quote_HeldPackage_CoversAllLinesOfTheService()
    {
        var quote = new PriceCalculator(Rules(Percent("ten", 10))).Quote(Request(new HeldPackage("care-365", "minor", 1, Today)));
        Assert.Equal([0, 0, 0, 9_000], quote.Lines.Select(line => line.Payable.MinorUnits));
        Assert.Equal(["care-365", "ten"], quote.Applied.Select(one => one.RuleId));
        Assert.Equal((DiscountKind.Package, Fen(33_000)), (quote.Applied[0].Kind, quote.Applied[0].Amount));
    }

    [Fact]
    public void Quote_TwoHeldPackages_UsesTheOneThatExpiresFirst()
    {
        var quote = new PriceCalculator(Rules()).Quote(Request(
            new HeldPackage("care-365", "minor", 1, Today.PlusDays(9)), new HeldPackage("care-520", "minor", 1, Today.PlusDays(8))));
        Assert.Equal("care-520", Assert.Single(quote.Applied).RuleId);
        Assert.Equal(EvidenceCodes.PackageNotUsable, quote.Rejection("care-365").Evidence.Code);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    public void Quote_UsedUpOrExpiredPackage_IsRejectedWithItsSteps(int uses, int days)
    {
        var quote = new PriceCalculator(Rules()).Quote(Request(new HeldPackage("care-365", "minor", uses, Today.PlusDays(days))));
        Assert.Empty(quote.Applied);
        var evidence = quote.Rejection("care-365").Evidence;
        Assert.Single(evidence.Children, step => step.Outcome == EvidenceOutcome.NotMet);
    }

    [Fact]
    public void Quote_HalfOfTheService_SpendsNoUse()
    {
        var request = Request(new HeldPackage("care-365", "minor", 1, Today));
        var quote = new PriceCalculator(Rules()).Quote(request with { Lines = [request.Lines[0], request.Lines[3]] });
        Assert.Equal(Fen(30_000), quote.Payable);
        Assert.Empty(quote.PackageOffers);
    }

    [Fact]
    public void Quote_ServiceThatCostsNothingToday_SpendsNoUse()
    {
        var request = Request(new HeldPackage("care-365", "minor", 1, Today));
        var quote = new PriceCalculator(Rules()).Quote(request with { Lines = [.. request.Lines.Select(line => line with { ListAmount = Fen(0) })] });
        Assert.Empty(quote.Applied);
        Assert.Equal(EvidenceCodes.PackageNotUsable, quote.Rejection("care-365").Evidence.Code);
    }

    [Fact]
    public void Quote_PromotionOnCoveredLinesOnly_HasNoLinesLeft()
    {
        var promotion = Percent("oil", 10) with { On = new LineSelector(ItemId: "engine-oil") };
        var quote = new PriceCalculator(Rules(promotion)).Quote(Request(new HeldPackage("care-365", "minor", 1, Today)));
        Assert.Equal(EvidenceCodes.NoLines, quote.Rejection("oil").Evidence.Code);
    }

    [Fact]
    public void Quote_PackageForSale_ShowsWhatIsPayableTodayAndWhatIsLeft()
    {
        var offer = new PriceCalculator(Rules(Percent("ten", 10))).Quote(Request()).PackageOffers[0];
        Assert.Equal("care-365", offer.Package.Id);
        Assert.Equal((Fen(33_000), Fen(36_500 + 9_000)), (offer.CoveredToday, offer.PayableToday));
        Assert.Equal((1, Fen(26_000)), (offer.UsesLeft, offer.ValueLeft));
    }
}
