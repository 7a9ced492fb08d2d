using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using FsCheck;
using FsCheck.Fluent;

using Microsoft.Extensions.DependencyInjection;

using StoreOps.Domain.Customers;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Reception;
using StoreOps.Testing;

namespace StoreOps.Recommend.Tests.Reception;

public class ReceptionDeskTests
{
    private static readonly Arrival Regular = SampleShop.Regular;
    private static readonly MaintenanceCatalog Catalog = MaintenanceCatalog.BuiltIn;

    private static Arbitrary<Arrival> AnyArrival { get; } = (
        from powertrain in Gen.Elements(Enum.GetValues<Powertrain>())
        from kilometers in Gen.Choose(0, 400_000)
        from history in Gen.Choose(0, Regular.History.Length)
        from asked in Gen.Elements(SampleShop.Everything).Zip(Gen.Elements(Enum.GetValues<ServiceAction>())).ArrayOf()
        from car in Gen.Elements(("Volkswagen", "Passat"), ("Hyundai", "Tucson HEV"), ("Tesla", "Model 3"), ("Mazda", "Mazda2"), ("None", "None"))
        select Regular with
        {
            Vehicle = Regular.Vehicle with { Powertrain = powertrain, Make = car.Item1, Model = car.Item2 },
            Odometer = Odometer.FromKilometers(kilometers),
            History = [.. Regular.History.Take(history)],
            Requested = [.. asked.Take(8).Select(one => new RequestedService(one.Item1, one.Item2))],
        }).ToArbitrary();

    [Fact]
    public void Receive_RegularCar_FillsTheWholeSheet()
    {
        var sheet = SampleShop.Desk.Receive(Regular);
        Assert.Equal("Volkswagen", sheet.Vehicle.Make);
        Assert.Equal(2013, sheet.Vehicle.ModelYear);
        Assert.Equal("China", sheet.Vehicle.Market);
        Assert.Equal(OdometerVerdict.Expected, sheet.Odometer.Verdict);
        Assert.Contains(sheet.Services, service => service is { ItemId: "engine-oil", Planned: not null });
        Assert.Contains(sheet.Services, service => service is { ItemId: "wiper-blades", Planned: null });
        Assert.Contains(sheet.Lines, line => line is { ItemId: "engine-oil", Kind: LineKind.Part });
        Assert.NotEmpty(sheet.Commissions.Entries);
        Assert.NotNull(sheet.Lifecycle);
        Assert.NotEmpty(sheet.FollowUps!.Tasks);
        Assert.DoesNotContain(sheet.Recommendations, one => sheet.Services.Any(service => service.ItemId == one.Item.Id));
        AssertSumsAndSellable(sheet);
    }

    [Fact]
    public void Receive_AnyArrival_SumsUpAndSellsNothingUnsellable() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(AnyArrival, arrival => AssertSumsAndSellable(SampleShop.Desk.Receive(arrival))));

    [Theory]
    [InlineData(Powertrain.Electric, "engine-oil")]
    [InlineData(Powertrain.Electric, "spark-plugs")]
    [InlineData(Powertrain.Diesel, "spark-plugs")]
    [InlineData(Powertrain.Petrol, "inverter-ev-coolant")]
    [InlineData(Powertrain.Petrol, "hv-coolant")]
    public void Receive_AskedForWhatTheCarHasNot_IsNotSold(Powertrain powertrain, string itemId)
    {
        var sheet = SampleShop.Desk.Receive(Asking(itemId) with { Vehicle = Regular.Vehicle with { Powertrain = powertrain } });
        Assert.Contains(new ReceptionFinding(ReceptionFindingKind.NotSold, itemId), sheet.Findings);
        Assert.DoesNotContain(sheet.Services, service => service.ItemId == itemId);
        Assert.DoesNotContain(sheet.Lines, line => line.ItemId == itemId);
        Assert.DoesNotContain(sheet.Recommendations, one => one.Item.Id == itemId);
    }

    [Theory]
    [InlineData("transmission-fluid")]
    [InlineData("transmission-fluid-at")]
    public void Receive_MakerSaysNoService_IsNotSold(string itemId)
    {
        var sheet = SampleShop.Desk.Receive(Asking(itemId) with
        {
            Vehicle = new Vehicle { Id = "v", Make = "Hyundai", Model = "Tucson HEV", ModelYear = 2024, Market = "US", Powertrain = Powertrain.Hybrid },
        });
        Assert.Contains(sheet.Plan.Services, service => service.Status == MaintenanceStatus.NoServiceRequired && service.Component.Id == "transmission-fluid-at");
        Assert.DoesNotContain(sheet.Services, service => service.ItemId == itemId);
        AssertSumsAndSellable(sheet);
    }

    // Changing the oil requires the filter, but not on a car of which the maker says that the filter needs no service.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Receive_RequiredItemNeedsNoService_IsNotAddedToTheOrder(bool needsNoService)
    {
        var file = Path.Combine(RepositoryFolder.Path, "src/StoreOps.Domain/Maintenance/Data/schedules/mazda2-2019-il-petrol.json");
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        var rules = json["rules"]!.AsArray();
        foreach (var filter in rules.Where(rule => (string?)rule!["component"] == "oil-filter").ToArray())
            rules.Remove(filter);
        if (needsNoService)
            rules.Add(JsonNode.Parse("""{ "component": "oil-filter", "actions": ["replace"], "noServiceRequired": true }"""));
        Assert.True(MaintenanceSchedule.TryLoad(JsonSerializer.SerializeToUtf8Bytes(json), out var schedule, out var issues), string.Join('\n', issues));
        var desk = new ReceptionDesk(SampleShop.Pack, SampleShop.Parts, planner: new MaintenancePlanner(library: ScheduleLibrary.BuiltIn.With([schedule!])));

        var sheet = desk.Receive(Asking("engine-oil") with
        {
            Vehicle = new Vehicle { Id = "v", Make = "Mazda", Model = "Mazda2", ModelYear = 2019, Powertrain = Powertrain.Petrol },
        });

        Assert.Same(schedule, sheet.Plan.Match.Schedule);
        Assert.Contains(sheet.Services, service => service.ItemId == "engine-oil");
        Assert.Equal(!needsNoService, sheet.Services.Any(service => service.ItemId == "oil-filter"));
    }

    [Fact]
    public void Receive_OdometerBelowLast_PlansOnTheLastTrustedOne()
    {
        var sheet = SampleShop.Desk.Receive(Regular with { Odometer = Odometer.FromKilometers(12_950) });
        Assert.Equal(OdometerVerdict.BelowLast, sheet.Odometer.Verdict);
        Assert.Equal(Odometer.FromKilometers(120_000), sheet.Plan.Situation.Odometer);
        Assert.Contains(new ReceptionFinding(ReceptionFindingKind.OdometerDoubtful, "12950 km"), sheet.Findings);
        Assert.DoesNotContain(sheet.Findings, finding => finding.Kind == ReceptionFindingKind.RecordNotUsed);
    }

    // What is not trusted for the plan is not trusted for a discount.
    [Fact]
    public void Receive_OdometerDoubtful_ConditionsSeeTheTrustedOne()
    {
        var pack = SampleShop.Load(SampleShop.PackText.Replace("\"when\": \"isRegular\"", "\"when\": \"vehicle.kilometers >= 50000\"", StringComparison.Ordinal));
        var sheet = new ReceptionDesk(pack, SampleShop.Parts).Receive(Regular with { Odometer = Odometer.FromKilometers(12_950) });
        Assert.Contains(sheet.Quote.Applied, applied => applied.ToString().Contains("regular-labor-5-off", StringComparison.Ordinal));
    }

    [Fact]
    public void Receive_VinInDoubt_SaysWhy()
    {
        var right = Regular.Vehicle.Vin!.Value;
        var wrong = Vin.Parse(right.ToString()[..8] + (right.CheckDigit == '1' ? '2' : '1') + right.ToString()[9..]);
        Assert.Empty(Findings(Regular.Vehicle));
        Assert.Equal([new(ReceptionFindingKind.CheckDigitWrong, right.CheckDigit.ToString())], Findings(Regular.Vehicle with { Vin = wrong }));
        Assert.Equal([new(ReceptionFindingKind.MakeDiffers, "Volkswagen")], Findings(Regular.Vehicle with { Make = "Toyota" }));
        Assert.Empty(Findings(Regular.Vehicle with { Make = "AUDI" }));
        Assert.Equal([new(ReceptionFindingKind.MakerUnknown, "000")], Findings(Regular.Vehicle with { Vin = SampleShop.WithCheckDigit("00011111111111111") }));

        static ReceptionFinding[] Findings(Vehicle vehicle)
        {
            var sheet = SampleShop.Desk.Receive(Regular with { Vehicle = vehicle });
            Assert.Equal(vehicle.Make ?? sheet.Vin!.Value.Make, sheet.Vehicle.Make);
            return [.. sheet.Findings.Where(finding =>
                finding.Kind is ReceptionFindingKind.CheckDigitWrong or ReceptionFindingKind.MakerUnknown or ReceptionFindingKind.MakeDiffers)];
        }
    }

    [Fact]
    public void Receive_NoHistory_AsksInsteadOfSelling()
    {
        var sheet = SampleShop.Desk.Receive(Regular with { History = [], Readings = [], Requested = [] });
        Assert.Empty(sheet.Plan.Due);
        Assert.NotEmpty(sheet.Plan.AskFirst);
        Assert.Empty(sheet.Services);
        Assert.Equal(Money.Zero(Currency.Cny), sheet.Quote.Payable);
        Assert.Empty(sheet.Commissions.Entries);
        Assert.NotEmpty(Json(sheet));
    }

    [Fact]
    public void Receive_RecordFromTheFuture_IsSetAsideAndNothingElseLost()
    {
        var sheet = SampleShop.Desk.Receive(Regular);
        var odd = SampleShop.Desk.Receive(Regular with
        {
            History = Regular.History.Insert(3, new ServiceRecord("engine-oil", ServiceAction.Replace, SampleShop.Today.PlusDays(1), null)),
        });
        Assert.Equal([.. sheet.Findings, new(ReceptionFindingKind.RecordNotUsed, "engine-oil")], odd.Findings.OrderBy(one => one.Kind == ReceptionFindingKind.RecordNotUsed));
        Assert.Equal(sheet.Plan.Services.Select(one => one.Due), odd.Plan.Services.Select(one => one.Due));
        Assert.Equal(sheet.Quote.Payable, odd.Quote.Payable);
    }

    [Fact]
    public void Receive_VisitFromTheFuture_IsReported() => Assert.Contains(
        new ReceptionFinding(ReceptionFindingKind.VisitInFuture, "2026-11-24"),
        SampleShop.Desk.Receive(Regular with
        {
            Customer = Regular.Customer! with { Visits = Regular.Customer.Visits.Add(new Visit(SampleShop.Today.PlusDays(1), "v", "huayuan-road")) },
        }).Findings);

    [Fact]
    public void Receive_UnknownItem_IsReportedAndNothingElseLost()
    {
        var sheet = SampleShop.Desk.Receive(Regular with { Requested = Regular.Requested.Insert(0, new RequestedService("warp-drive", ServiceAction.Replace)) });
        Assert.Contains(new ReceptionFinding(ReceptionFindingKind.ItemUnknown, "warp-drive"), sheet.Findings);
        Assert.Equal(SampleShop.Desk.Receive(Regular).Quote.Payable, sheet.Quote.Payable);
    }

    [Fact]
    public void Receive_SameItemTwice_IsSoldOnce()
    {
        var sheet = SampleShop.Desk.Receive(Regular with { Requested = [.. Regular.Requested, .. Regular.Requested, new("engine-oil", ServiceAction.Replace)] });
        Assert.Equal(SampleShop.Desk.Receive(Regular).Quote.Payable, sheet.Quote.Payable);
    }

    [Fact]
    public void Receive_WrongCurrency_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => SampleShop.Desk.Receive(Regular with { Shop = Regular.Shop with { Currency = Currency.Parse("USD") } }));
        Assert.Contains("USD", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => SampleShop.Desk.Receive(null!));
        Assert.Throws<ArgumentNullException>(() => new ReceptionDesk(null!));
    }

    [Fact]
    public void WriteTo_TwoCallsInThreeCultures_AreTheSameBytes()
    {
        var expected = Json(SampleShop.Desk.Receive(Regular));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "zh-CN", "tr-TR", "ar-SA" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Assert.Equal(expected, Json(new ReceptionDesk(SampleShop.Load(SampleShop.PackText), SampleShop.Parts).Receive(Regular)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        using var document = JsonDocument.Parse(expected);
        Assert.DoesNotContain(Regular.Vehicle.Vin!.Value.ToString(), document.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Receive_OptedOutCustomer_IsNotContacted()
    {
        var customer = Regular.Customer!;
        var isOut = customer with { ContactPoints = [.. customer.ContactPoints.Select(point => point with { IsOptedOut = true })] };
        Assert.Empty(SampleShop.Desk.Receive(Regular with { Customer = isOut }).FollowUps!.Tasks);
        var halfOut = isOut with { ContactPoints = isOut.ContactPoints.Add(new ContactPoint(ContactKind.Email, "2")) };
        Assert.NotEmpty(SampleShop.Desk.Receive(Regular with { Customer = halfOut }).FollowUps!.Tasks);
    }

    [Fact]
    public void Receive_NoCustomer_LeavesTheStandingOpen()
    {
        var sheet = SampleShop.Desk.Receive(Regular with { Customer = null });
        Assert.Null(sheet.Lifecycle);
        Assert.Null(sheet.FollowUps);
        Assert.NotEmpty(Json(sheet));
    }

    [Fact]
    public void Receive_Commissions_GoToCreditedEmployeesAlone()
    {
        Assert.Equal(["a", "t"], Paid(Regular));
        Assert.Equal(["b"], Paid(Regular with { AdvisorId = "b", TechnicianId = null }));
        Assert.Empty(Paid(Regular with { AdvisorId = null, TechnicianId = null }));
        Assert.Empty(Paid(Regular with { AdvisorId = "nobody", TechnicianId = "nobody" }));

        static string[] Paid(Arrival arrival) => [.. SampleShop.Desk.Receive(arrival).Commissions.Entries
            .Select(entry => entry.EmployeeId).Distinct().Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void AddStoreOpsRecommend_Alone_ResolvesADesk()
    {
        using var provider = new ServiceCollection().AddStoreOpsRules(SampleShop.Pack).AddStoreOpsRecommend().BuildServiceProvider();
        var desk = provider.GetRequiredService<ReceptionDesk>();
        Assert.Same(desk, provider.GetRequiredService<ReceptionDesk>());
        Assert.Equal(Json(new ReceptionDesk(SampleShop.Pack).Receive(Regular)), Json(desk.Receive(Regular)));
    }

    [Fact]
    public void AddStoreOpsRecommend_HostsOwn_Win()
    {
        var makers = WmiCatalog.BuiltIn.With([new WmiEntry("LFV", "Ours", ["Ourmake"], null, WmiSources.Host)]);
        using var provider = new ServiceCollection()
            .AddSingleton(new VinDecoder(makers))
            .AddSingleton(SampleShop.Parts)
            .AddStoreOpsRules(SampleShop.Pack)
            .AddStoreOpsRecommend()
            .AddStoreOpsRecommend()
            .BuildServiceProvider();
        Assert.Single(provider.GetServices<ReceptionDesk>());
        Assert.Same(SampleShop.Parts, provider.GetRequiredService<PartsList>());
        var sheet = provider.GetRequiredService<ReceptionDesk>().Receive(Regular);
        Assert.Equal("Ourmake", sheet.Vehicle.Make);
        Assert.Contains(sheet.Lines, line => line.Kind == LineKind.Part);
        Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection().AddStoreOpsRecommend().BuildServiceProvider().GetRequiredService<ReceptionDesk>());
    }

    private static Arrival Asking(string itemId) => Regular with { Requested = [new RequestedService(itemId, ServiceAction.Replace)] };

    private static void AssertSumsAndSellable(ReceptionSheet sheet)
    {
        Assert.Equal(sheet.Lines.Length, sheet.Quote.Lines.Length);
        Assert.Equal(sheet.Quote.ListTotal.Amount, sheet.Lines.Sum(line => line.ListAmount.Amount));
        Assert.Equal(sheet.Quote.Payable.Amount, sheet.Quote.Lines.Sum(line => line.Payable.Amount));
        Assert.All(sheet.Quote.Lines, line => Assert.Equal(line.Line.ListAmount, line.Payable + line.Discount));
        Assert.Equal(sheet.Lines.Length, sheet.Lines.Select(line => line.Id).Distinct().Count());
        Assert.Equal(sheet.Services.Length, sheet.Services.Select(service => service.ItemId).Distinct().Count());
        Assert.All(sheet.Lines, line => Assert.Contains(sheet.Services, service => service.ItemId == line.ItemId));
        foreach (var itemId in sheet.Services.Select(service => service.ItemId).Concat(sheet.Recommendations.Select(one => one.Item.Id)))
        {
            var items = Catalog.FindComponent(itemId)!.ItemIds.Select(id => Catalog.FindItem(id)!).ToArray();
            Assert.True(items.Length == 0 || items.Any(item => item.AppliesTo(sheet.Vehicle.Powertrain)), itemId + " on a " + sheet.Vehicle.Powertrain);
        }

        Assert.DoesNotContain(sheet.Services, service => sheet.Plan.Services.Any(line =>
            line.Status == MaintenanceStatus.NoServiceRequired && line.Action == service.Action && line.Component.Id == service.ItemId));
    }

    private static byte[] Json(ReceptionSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            sheet.WriteTo(writer);
        return stream.ToArray();
    }
}
