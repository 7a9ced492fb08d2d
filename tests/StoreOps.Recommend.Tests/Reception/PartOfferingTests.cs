using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using Microsoft.Extensions.DependencyInjection;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;

namespace StoreOps.Recommend.Tests.Reception;

public sealed class PartOfferingTests
{
    private static readonly ReceptionDesk Desk = NewDesk();

    // Its oil and filter are due and on the order; wipers and the rest are not.
    private static readonly Arrival Car = SampleShop.Regular with
    {
        Requested = [],
        PastOrders = [Order("o1", 2024, 10, 23, "oil-shell-5w40", "of-mann-w7", "wiper-bosch"), Order("o2", 2025, 10, 23, "oil-shell-5w40", "of-mann-w7", "wiper-bosch")],
    };

    private static Arbitrary<Arrival> AnyArrival { get; } = (
        from powertrain in Gen.Elements(Enum.GetValues<Powertrain>())
        from kilometers in Gen.Choose(0, 400_000)
        from history in Gen.Choose(0, Car.History.Length)
        from orders in Gen.Choose(0, 2)
        from asked in Gen.Elements(SampleShop.Everything).Zip(Gen.Elements(Enum.GetValues<ServiceAction>())).ArrayOf()
        from worn in Gen.Elements([.. SampleShop.Everything, "battery-varta-agm", "nothing"]).ArrayOf()
        from declined in Gen.Elements([.. SampleShop.Everything, "wiper-bosch", "nothing"]).ArrayOf()
        select Car with
        {
            Vehicle = Car.Vehicle with { Powertrain = powertrain },
            Odometer = Odometer.FromKilometers(kilometers),
            History = [.. Car.History.Take(history)],
            PastOrders = [.. Car.PastOrders.Take(orders)],
            Requested = [.. asked.Take(6).Select(one => new RequestedService(one.Item1, one.Item2))],
            FoundWorn = [.. worn.Take(3)],
            DeclinedItems = [.. declined.Take(3)],
        }).ToArbitrary();

    [Fact]
    public void Receive_WithAModel_OffersWhatTheVehicleTakesWithReasons()
    {
        var sheet = Desk.Receive(Car);
        var offers = sheet.Offers!;
        Assert.Equal(RecommendBasis.History, sheet.OfferBasis);
        Assert.Equal("wiper-bosch", offers.Parts[0].Id);
        var wiper = offers.Parts[0];
        Assert.Equal((98.00m, 10.00m), (wiper.Amount!.Value.Amount, wiper.Labor!.Value.Amount));
        Assert.True((wiper.Sources & PartSources.History) != PartSources.None && wiper.Reasons.Length is > 0 and <= 3);
        Assert.All(offers.Parts, part => Assert.All(part.Reasons, reason =>
        {
            foreach (var language in Enum.GetValues<Language>())
                Assert.NotEmpty(OfferedPartText.Sentence(reason, offers, language));
        }));
        Assert.Equal("博世雨刮片（对装）", OfferedPartText.Name(wiper, Language.Chinese));
        Assert.DoesNotContain(sheet.Recommendations, one => one.Item.Id == "wiper-blades" && one.Action == ServiceAction.Replace);
        AssertSound(sheet);
    }

    [Fact]
    public void Receive_AnyArrival_OffersNothingThatMustNotBe() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(AnyArrival, arrival => AssertSound(Desk.Receive(arrival))));

    [Fact]
    public void Receive_WithoutAModel_RestsOnTheScheduleAndSaysSo()
    {
        var sheet = SampleShop.Desk.Receive(Car);
        Assert.Null(sheet.Offers);
        Assert.Equal(RecommendBasis.Schedule, sheet.OfferBasis);
        Assert.Contains("\"offersRestOn\":\"schedule\"", Json(sheet), StringComparison.Ordinal);
        Assert.Contains("schedule", OfferedPartText.Basis(sheet.OfferBasis, Language.English), StringComparison.Ordinal);
        // A shop without parts has nothing that the model could offer, and the same services as ever.
        var none = new ReceptionDesk(SampleShop.Pack, recommender: PastOfShop.Recommender).Receive(Car with { DeclinedItems = ["wheel-alignment"] });
        Assert.Equal(RecommendBasis.Schedule, none.OfferBasis);
        Assert.Empty(none.Offers!.Parts);
        Assert.NotEmpty(none.Recommendations);
    }

    [Fact]
    public void Receive_WithoutHistory_RestsOnFamilyThenOdometer()
    {
        var unknown = Car with { PastOrders = [], History = [] };
        Assert.Equal(RecommendBasis.Family, Desk.Receive(unknown with { Family = "other" }).OfferBasis);
        Assert.Equal(RecommendBasis.Family, Desk.Receive(unknown).OfferBasis);
        Assert.Equal(RecommendBasis.Odometer, Desk.Receive(unknown with { Family = "never seen" }).OfferBasis);
        Assert.Equal("", ModelFamily.Of(Car.Vehicle));
        Assert.Equal("volkswagen passat", ModelFamily.Of(Car.Vehicle with { Make = "Volkswagen " }));
    }

    [Fact]
    public void Receive_RecordsWithoutOrders_CountWhereOnePartAloneWouldDo()
    {
        var history = Car.History.Where(record => record.ComponentId is "wiper-blades").ToImmutableArray();
        var sheet = Desk.Receive(Car with { PastOrders = [], History = history, Family = "never seen" });
        Assert.Equal(RecommendBasis.History, sheet.OfferBasis);
        // Brake fluid has two brands: which was filled nobody knows.
        history = [new ServiceRecord("brake-fluid", ServiceAction.Replace, new LocalDate(2025, 1, 1), null)];
        Assert.Equal(RecommendBasis.Odometer, Desk.Receive(Car with { PastOrders = [], History = history, Family = "never seen" }).OfferBasis);
    }

    [Fact]
    public void Receive_EachMask_TakesOutAndCounts()
    {
        var all = Desk.Receive(Car).Offers!;
        Assert.True(all.Diagnostics is { OnOrder: > 0, NotFitting: > 0, NoServiceRequired: > 0, NotAvailable: > 0, Declined: 0 }, all.Diagnostics.ToString());
        // With nothing on the order another brand of oil filter could be offered, were it not forbidden.
        Assert.Equal(1, Desk.Receive(Car with { History = [] }).Offers!.Diagnostics.Forbidden);
        Assert.DoesNotContain(all.Parts, part => part.Id is "of-noname" or "oil-noname" or "cf-tesla" or "unknown-part");
        foreach (var declined in new[] { Car with { DeclinedItems = ["wiper-blades"] }, Car with { DeclinedItems = ["wiper-bosch"] }, Car with { PastOffers = [Offered(OfferOutcome.Declined, 89)] } })
        {
            var offers = Desk.Receive(declined).Offers!;
            Assert.Equal(1, offers.Diagnostics.Declined);
            Assert.DoesNotContain(offers.Parts, part => part.Id == "wiper-bosch");
        }

        Assert.Contains(Desk.Receive(Car with { PastOffers = [Offered(OfferOutcome.Declined, 90), Offered(OfferOutcome.Accepted, 5)] }).Offers!.Parts, part => part.Id == "wiper-bosch");
        var soldOut = new PartsList(SampleShop.Parts.All.Select(one => one.Part.Id == "wiper-bosch" ? one with { OnHand = 0m, IsOrderable = false } : one));
        var without = NewDesk(parts: soldOut).Receive(Car).Offers!;
        Assert.Equal(all.Diagnostics.NotAvailable + 1, without.Diagnostics.NotAvailable);
        Assert.DoesNotContain(without.Parts, part => part.Id == "wiper-bosch");
        var electric = Desk.Receive(Car with { Vehicle = Car.Vehicle with { Powertrain = Powertrain.Electric } }).Offers!;
        Assert.DoesNotContain(electric.Parts, part => part.Id is "oil-shell-5w40" or "of-mann-w7" or "af-mahle" or "additive-liqui");
        var requested = Desk.Receive(Car with { Requested = [new RequestedService("brake-fluid", ServiceAction.Replace)] }).Offers!;
        Assert.DoesNotContain(requested.Parts, part => part.Item?.Id == "brake-fluid");
    }

    [Fact]
    public void Receive_FoundWorn_RaisesTheChanceAndTellsOfUnknownNames()
    {
        var deep = NewDesk(PartOfferOptions.Default with { MostOffers = 20, Reasons = 24 });
        var before = deep.Receive(Car).Offers!.Parts.First(part => part.Id == "battery-varta-agm");
        foreach (var name in new[] { "battery-12v", "battery-varta-agm" })
        {
            var worn = deep.Receive(Car with { FoundWorn = [name] }).Offers!.Parts.First(part => part.Id == "battery-varta-agm");
            Assert.True(worn.Probability > before.Probability);
            Assert.Contains(worn.Reasons, reason => reason.Signal == PartSignal.Finding);
        }

        Assert.Contains(new ReceptionFinding(ReceptionFindingKind.ItemUnknown, "warp-drive"), deep.Receive(Car with { FoundWorn = ["warp-drive"] }).Findings);
    }

    [Fact]
    public void Receive_FromTheOwnersThresholdOn_MarksLinesThatAreSure()
    {
        var never = Desk.Receive(Car).Offers!;
        Assert.True(never is { AutoAdded: 0, ExpectedPrecision: null, AutoAddFrom: > 1 });
        var least = never.Parts[2].Probability;
        var some = NewDesk(Adding(least)).Receive(Car).Offers!;
        Assert.Equal(never.Parts.Select(part => part.Id), some.Parts.Take(never.Parts.Length).Select(part => part.Id));
        Assert.All(some.Parts, part => Assert.Equal(part.Probability >= least, part.IsAutoAdded));
        Assert.Equal(some.Parts.Where(part => part.IsAutoAdded).Average(part => part.Probability), some.ExpectedPrecision!.Value, 12);
        // What has to be ordered, may not fit, or was done nobody knows when, is asked about first.
        var toOrder = new PartsList(SampleShop.Parts.All.Select(one => one with { OnHand = one.Part.Id == "wiper-bosch" ? 0m : one.OnHand }));
        Assert.False(NewDesk(Adding(0), toOrder).Receive(Car).Offers!.Parts.First(part => part.Id == "wiper-bosch").IsAutoAdded);
        var unsure = new PartsList(SampleShop.Parts.All.Select(one => one.Part.Id == "wiper-bosch" ? one with { Part = one.Part with { Applications = [] } } : one));
        Assert.True(NewDesk(Adding(0), unsure).Receive(Car).Offers!.Parts.First(part => part.Id == "wiper-bosch") is { IsAutoAdded: false, Fitment: FitmentVerdict.Unknown, Amount: null });
        Assert.All(
            NewDesk(Adding(0)).Receive(Car with { History = [] }).Offers!.Parts.Where(part => part.Planned is { Status: MaintenanceStatus.Unknown }),
            part => Assert.False(part.IsAutoAdded));
    }

    [Fact]
    public void Receive_Worths_OrderOffersAndChangeNoChance()
    {
        var plain = Desk.Receive(Car).Offers!;
        var rich = NewDesk(PartOfferOptions.Default with { WorthOf = stocked => stocked.Part.Id == "battery-varta-agm" ? 1_000 : 1 }).Receive(Car).Offers!;
        Assert.Equal("battery-varta-agm", rich.Parts[0].Id);
        foreach (var part in plain.Parts)
        {
            if (rich.Parts.FirstOrDefault(other => other.Id == part.Id) is { } same)
                Assert.Equal(part.Probability, same.Probability);
        }

        Assert.Throws<ArgumentException>(() => NewDesk(PartOfferOptions.Default with { WorthOf = _ => double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewDesk(PartOfferOptions.Default with { MostOffers = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewDesk(PartOfferOptions.Default with { CoolOffDays = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewDesk(PartOfferOptions.Default with { Reasons = 25 }));
    }

    [Fact]
    public void WriteTo_WithOffers_WritesCodesAndNumbers()
    {
        using var document = JsonDocument.Parse(Json(NewDesk(Adding(0.3)).Receive(Car)));
        var offers = document.RootElement.GetProperty("offers");
        Assert.Equal("history", document.RootElement.GetProperty("offersRestOn").GetString());
        Assert.Equal(300, offers.GetProperty("autoAddFromPermille").GetInt32());
        var first = offers.GetProperty("parts")[0];
        Assert.Equal(("wiper-bosch", "wiper-blades"), (first.GetProperty("part").GetString(), first.GetProperty("item").GetString()));
        Assert.InRange(first.GetProperty("chancePermille").GetInt32(), 1, 999);
        Assert.True(first.GetProperty("autoAdd").GetBoolean());
        Assert.Contains(first.GetProperty("sources").EnumerateArray(), source => source.GetString() == "history");
        Assert.NotEmpty(first.GetProperty("reasons")[0].GetProperty("signal").GetString()!);
    }

    [Fact]
    public void Receive_TagsOfThePack_DecidePromotions()
    {
        var pack = SampleShop.Load(SampleShop.PackText.Replace("customer.visits >= 5 && isRegular", "customer.visits >= 2", StringComparison.Ordinal)
            .Replace("\"when\": \"isRegular\"", "\"when\": \"'loyal' in customer.tags && !('blocked' in customer.tags)\"", StringComparison.Ordinal));
        var desk = new ReceptionDesk(pack, SampleShop.Parts);
        var sheet = desk.Receive(Car with { CustomerTags = ["vip"] });
        Assert.Equal(new[] { "vip", "loyal" }, sheet.Tags!.TagIds.ToArray());
        Assert.Equal("keep", Assert.Single(sheet.Tags.SegmentIds));
        Assert.Contains(sheet.Quote.Applied, applied => applied.RuleId == "regular-labor-5-off");
        Assert.DoesNotContain(desk.Receive(Car with { CustomerTags = ["blocked"] }).Quote.Applied, applied => applied.RuleId == "regular-labor-5-off");
        var newcomer = desk.Receive(Car with { Customer = Car.Customer! with { Visits = [] } });
        Assert.Equal("first-timer", Assert.Single(newcomer.Tags!.TagIds));
        Assert.DoesNotContain(newcomer.Quote.Applied, applied => applied.RuleId == "regular-labor-5-off");
        var stranger = desk.Receive(Car with { Customer = null });
        Assert.Null(stranger.Tags);
        Assert.DoesNotContain(stranger.Quote.Applied, applied => applied.RuleId == "regular-labor-5-off");
    }

    [Theory]
    [InlineData(1_000_000_000_000, "79228162514264337593543950335")]
    [InlineData(90_000_000_000_000_000, "1")]
    [InlineData(1, "2000000000000000")]
    public void Constructor_AbsurdAmounts_NamesThePart(long price, string quantity)
    {
        var part = SampleShop.Parts.All[0];
        var absurd = part with
        {
            Part = part.Part with { Id = "absurd", Applications = [PartApplication.Universal with { Quantity = decimal.Parse(quantity, CultureInfo.InvariantCulture) }] },
            UnitPrice = Money.FromMinorUnits(price, Currency.Cny),
        };
        var problem = Assert.Throws<ArgumentException>(() => new ReceptionDesk(SampleShop.Pack, new PartsList([part, absurd])));
        Assert.Contains("\"absurd\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddStoreOpsRecommend_WithAModel_OffersByIt()
    {
        using var provider = new ServiceCollection()
            .AddSingleton(SampleShop.Parts).AddSingleton(PastOfShop.Model).AddSingleton(PartOfferOptions.Default with { MostOffers = 2 })
            .AddStoreOpsRules(SampleShop.Pack).AddStoreOpsRecommend().BuildServiceProvider();
        Assert.Equal(2, provider.GetRequiredService<ReceptionDesk>().Receive(Car).Offers!.Parts.Length);
    }

    private static ReceptionDesk NewDesk(PartOfferOptions? options = null, PartsList? parts = null) =>
        new(SampleShop.Pack, parts ?? SampleShop.Parts, recommender: PastOfShop.Recommender, offers: options);

    private static PartOfferOptions Adding(double from) => PartOfferOptions.Default with { MostOffers = 10, Policy = OfferPolicy.Default with { AutoAddFrom = from } };

    private static OfferRecord Offered(OfferOutcome outcome, int daysAgo) => new(SampleShop.Today.PlusDays(-daysAgo), "q", "wiper-bosch", 1, 0.5, 1, outcome);

    private static WorkOrder Order(string id, int year, int month, int day, params string[] parts) => new()
    {
        Id = id,
        ShopId = "huayuan-road",
        VehicleId = "v",
        Date = new LocalDate(year, month, day),
        Lines = [.. parts.Select(part => new WorkOrderLine { Id = part, Kind = LineKind.Part, ListAmount = Money.Zero(Currency.Cny), PartId = part })],
    };

    private static void AssertSound(ReceptionSheet sheet)
    {
        var (offers, diagnostics) = (sheet.Offers!, sheet.Offers!.Diagnostics);
        Assert.Equal(
            diagnostics.Considered,
            diagnostics.Returned + diagnostics.OnOrder + diagnostics.NotFitting + diagnostics.NoServiceRequired + diagnostics.NotAvailable + diagnostics.Forbidden + diagnostics.Declined + diagnostics.BelowCut);
        Assert.Equal(offers.Parts.Length, diagnostics.Returned);
        Assert.Equal(offers.Parts.OrderByDescending(part => part.Value).Select(part => part.Id), offers.Parts.Select(part => part.Id));
        Assert.Equal(offers.Parts.Length, offers.Parts.Select(part => part.Stocked?.Part.Slot ?? part.Id).Distinct().Count());
        foreach (var part in offers.Parts)
        {
            Assert.InRange(part.Probability, 0, 1);
            Assert.DoesNotContain(sheet.Lines, line => line.PartId == part.Id || (line.Slot is { } slot && slot == part.Stocked?.Part.Slot));
            Assert.True(part.Stocked is not null || part.Labor is not null, part.Id);
            Assert.True(part.Item is null || part.Item.AppliesTo(sheet.Vehicle.Powertrain), part.Id);
            Assert.NotEqual(FitmentVerdict.DoesNotFit, part.Stocked?.Part.Fits(sheet.Vehicle, out _) ?? FitmentVerdict.Fits);
            Assert.DoesNotContain(part.Id, sheet.Arrival.DeclinedItems);
            Assert.DoesNotContain(sheet.Plan.Services, service => service.Item == part.Item && part.Item is not null
                && (service.Status == MaintenanceStatus.NoServiceRequired || service.Status == MaintenanceStatus.Deferred));
            Assert.NotEqual("NoName", part.Stocked?.Part.Brand);
        }
    }

    private static string Json(ReceptionSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            sheet.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
