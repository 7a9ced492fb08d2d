using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Tests.Training;
using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Parts;

public class RecommenderTests
{
    private static readonly MaintenanceCatalog Catalog = MaintenanceCatalog.BuiltIn;
    private static readonly string[] Ids = [.. Catalog.Items.Select(item => item.Id), "not-in-catalog"];
    private static readonly LocalDate Today = new(2026, 6, 1);

    private static readonly Recommender Learned = new(counts: CoPurchaseCounts.Learn(
    [
        .. AnyOrders.Repeat(60, "a", "engine-oil", "oil-filter", "wiper-blades"),
        .. AnyOrders.Repeat(40, "b", "engine-oil", "oil-filter"),
        .. AnyOrders.Repeat(100, "c", "tire-rotation"),
        .. AnyOrders.Repeat(30, "d", "brake-fluid", "tire-rotation", "spark-plugs"),
    ]));

    private static readonly Recommender Unlearned = new();

    private static Arbitrary<RecommendationRequest> AnyRequest { get; } = (
        from vehicle in Gen.Choose(0, 5)
        from kilometers in Gen.Choose(0, 300_000)
        from history in Gen.Choose(0, 30).Two().ArrayOf()
        from onOrder in Gen.Choose(0, 31).ArrayOf()
        from declined in Gen.Choose(0, 31).ArrayOf()
        from forbidden in Gen.Choose(0, 31).ArrayOf()
        from schedule in Gen.Choose(0, 1_000)
        from most in Gen.Choose(0, 40)
        select new RecommendationRequest
        {
            Plan = Plan((Powertrain)vehicle, kilometers, schedule, history),
            OnOrder = [.. onOrder.Take(4).Select(index => Ids[index])],
            Declined = [.. declined.Take(3).Select(index => Ids[index])],
            Forbidden = [.. forbidden.Take(3).Select(index => Ids[index])],
            MaxResults = most,
        }).ToArbitrary();

    [Fact]
    public void Recommend_Anything_OffersNothingForbidden() => ForAll((request, given) => given.Services.All(service =>
        !request.OnOrder.Contains(service.Item.Id)
        && !request.Declined.Contains(service.Item.Id)
        && !request.Forbidden.Contains(service.Item.Id)
        && service.Item.AppliesTo(request.Plan.Situation.Vehicle.Powertrain)
        && !request.Plan.Services.Any(line => line.Item?.Id == service.Item.Id && line.Status == MaintenanceStatus.NoServiceRequired)
        && !request.OnOrder.Select(Ordered).OfType<MaintenanceItem>()
            .Any(item => item.Relations.Contains(new ItemRelation(RelationKind.Suppresses, service.Item.Id)))));

    [Fact]
    public void Recommend_Anything_SumsUpToItsLogOdds() => ForAll((_, given) => given.Services.All(service =>
        Math.Abs(service.Reasons.Sum(reason => reason.Value) - service.LogOdds) < 1e-9
        && Math.Abs((1 / (1 + Math.Exp(-service.LogOdds))) - service.Probability) < 1e-12
        && service.Probability is > 0 and < 1
        && !service.Origins.IsEmpty));

    [Fact]
    public void Recommend_Anything_ReturnsAsManyAsAllowedAndAccountsForTheRest() => ForAll((request, given) =>
    {
        var seen = given.Diagnostics;
        return given.Services.Length == seen.Offered
            && seen.Offered <= request.MaxResults
            && (seen.BelowCut == 0 || seen.Offered == request.MaxResults)
            && seen.Considered == seen.Offered + seen.BelowCut + seen.OnOrder + seen.NotApplicable + seen.NoServiceRequired
                + seen.Suppressed + seen.Forbidden + seen.Declined;
    });

    [Fact]
    public void Recommend_Anything_RanksByScoreThenNumber() => ForAll((_, given) => given.Services.Zip(given.Services.Skip(1))
        .All(pair => pair.First.LogOdds > pair.Second.LogOdds
            || (pair.First.LogOdds.Equals(pair.Second.LogOdds) && pair.First.Item.Number < pair.Second.Item.Number)));

    [Fact]
    public void Recommend_NobodyKnowsWhen_OnlyInspects() => ForAll((_, given) => given.Services.All(service =>
        service.Source?.Due.Reason is not (PlanReason.NoHistory or PlanReason.RecordIncomplete) || service.Action == ServiceAction.Inspect));

    [Fact]
    public void Recommend_Declined_LeavesTheOrderOfTheRest() => ForAll((request, given) =>
    {
        if (given.Services.IsEmpty)
            return true;
        var without = Learned.Recommend(request with { Declined = request.Declined.Add(given.Services[0].Item.Id) });
        var all = given.Services.Skip(1).Select(service => service.Item.Id).ToArray();
        return without.Services.Take(all.Length).Select(service => service.Item.Id).SequenceEqual(all);
    });

    [Fact]
    public void Recommend_WithoutTheItemItIsSoldWith_IsLessLikely()
    {
        var request = Request("engine-oil") with { MaxResults = 40 };
        var with = Find(Learned.Recommend(request), "wiper-blades");
        Assert.Equal(RecommendationCodes.SoldWith, with.Reasons[0].Code);
        Assert.Equal("engine-oil", with.Reasons[0].Evidence.Subject);
        Assert.Equal("60", with.Reasons[0].Evidence.Actual?.ToString());
        Assert.DoesNotContain(Learned.Recommend(request with { OnOrder = [] }).Services, service => service.Item.Id == "wiper-blades");

        var oilAndTires = Request("tire-rotation") with { MaxResults = 40 };
        Assert.True(with.Probability > Unlearned.Recommend(oilAndTires).Services.Where(service => service.Item.Id == "wiper-blades")
            .Select(service => service.Probability).DefaultIfEmpty(0).Max());
    }

    [Theory]
    [InlineData("engine-oil", "oil-filter", RecommendationOrigin.Requires)]
    [InlineData("cabin-filter", "ac-system", RecommendationOrigin.Together)]
    public void Recommend_LinkedItem_IsLessLikelyWithoutIt(string ordered, string linked, RecommendationOrigin origin)
    {
        // Just before its limit the linked item is also offered alone, so that both can be compared.
        var request = Request(ordered) with { MaxResults = 40, Plan = Plan(Powertrain.Petrol, 20_000) };
        var with = Find(Unlearned.Recommend(request), linked);
        Assert.Contains(origin, with.Origins);
        var without = Unlearned.Recommend(request with { OnOrder = [] }).Services.FirstOrDefault(service => service.Item.Id == linked);
        Assert.True(without is null || without.Probability < with.Probability);
    }

    [Fact]
    public void Recommend_MoreOfTheIntervalUsed_IsNeverLessLikely()
    {
        var last = 0.0;
        foreach (var kilometers in Enumerable.Range(0, 30).Select(step => 12_000 + (step * 400)))
        {
            var plan = Plan(Powertrain.Petrol, kilometers, Record("engine-oil", 10_000));
            var offered = Unlearned.Recommend(Request("oil-filter") with { Plan = plan, MaxResults = 40 });
            var probability = Find(offered, "engine-oil").Probability;
            Assert.True(probability >= last);
            last = probability;
        }

        Assert.True(last > 0.3);
    }

    [Fact]
    public void Recommend_MakerSaysNone_IsNotOfferedEvenWhenLinked()
    {
        var plan = Plan(Powertrain.Petrol, 50_000);
        var none = plan.Services.First(service => service.Item?.Id == "oil-filter");
        plan = plan with
        {
            Services = [.. plan.Services.Where(service => service.Item?.Id != "oil-filter"),
                none with { Due = none.Due with { Status = MaintenanceStatus.NoServiceRequired, Reason = PlanReason.MakerSaysNone } }],
        };
        var given = Learned.Recommend(Request("engine-oil") with { Plan = plan, MaxResults = 40 });
        Assert.DoesNotContain(given.Services, service => service.Item.Id == "oil-filter");
        Assert.Equal(1, given.Diagnostics.NoServiceRequired);
    }

    [Fact]
    public void Recommend_SuppressedByTheOrder_IsNotOffered()
    {
        var plan = Plan(Powertrain.Petrol, 10_000, Record("tire-rotation", 0));
        Assert.Contains(Unlearned.Recommend(Request() with { Plan = plan, MaxResults = 40 }).Services, service => service.Item.Id == "tire-rotation");
        var given = Unlearned.Recommend(Request("tire-replacement") with { Plan = plan, MaxResults = 40 });
        Assert.DoesNotContain(given.Services, service => service.Item.Id == "tire-rotation");
        // New tires are mounted balanced: their balance is no work of its own either.
        Assert.DoesNotContain(given.Services, service => service.Item.Id == "wheel-balance");
        Assert.Equal(2, given.Diagnostics.Suppressed);
    }

    [Fact]
    public void Recommend_UnknownIds_AreIgnoredAndCounted()
    {
        var known = Learned.Recommend(Request("engine-oil"));
        var given = Learned.Recommend(Request("engine-oil", "no-such", null!) with { Declined = ["nor-this"], Forbidden = default });
        Assert.Equal(3, given.Diagnostics.UnknownIds);
        Assert.Equal(known.Services.Select(service => (service.Item.Id, service.LogOdds)), given.Services.Select(service => (service.Item.Id, service.LogOdds)));
    }

    [Fact]
    public void Constructor_OptionsOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Recommender(options: new RecommenderOptions { BaseRatePrior = double.NaN }));
        Assert.Throws<ArgumentException>(() => new Recommender(options: new RecommenderOptions { Requires = double.PositiveInfinity }));
        Assert.Throws<ArgumentException>(() => new Recommender(options: new RecommenderOptions { IntervalUsed = [new(0, 1), new(50, 0)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Unlearned.Recommend(Request() with { MaxResults = -1 }));
    }

    private static void ForAll(Func<RecommendationRequest, Recommendations, bool> law) =>
        Prop.ForAll(AnyRequest, request => law(request, Learned.Recommend(request)) && law(request, Learned.Recommend(request)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static MaintenanceItem? Ordered(string id) => Catalog.FindItem(id);

    private static RecommendedService Find(Recommendations given, string itemId) => given.Services.Single(service => service.Item.Id == itemId);

    private static RecommendationRequest Request(params string[] onOrder) =>
        new() { Plan = Plan(Powertrain.Petrol, 1_000), OnOrder = [.. onOrder] };

    private static ServiceRecord Record(string itemId, int kilometers) =>
        new(itemId, itemId == "tire-rotation" ? ServiceAction.Rotate : ServiceAction.Replace, Today.PlusMonths(-3), Odometer.FromKilometers(kilometers));

    private static MaintenancePlan Plan(Powertrain powertrain, int kilometers, params ServiceRecord[] history) => Plan(powertrain, kilometers, 0, history);

    private static MaintenancePlan Plan(Powertrain powertrain, int kilometers, int schedule, (int Item, int Percent)[] history) =>
        Plan(powertrain, kilometers, schedule, [.. history.Select(done => Record(Ids[done.Item], (int)((long)kilometers * done.Percent / 30)))]);

    // Every third request goes to the schedule of a maker that says "no service" of something.
    private static MaintenancePlan Plan(Powertrain powertrain, int kilometers, int schedule, ServiceRecord[] history)
    {
        var situation = new MaintenanceSituation
        {
            Vehicle = new Vehicle { Id = "v", Powertrain = powertrain, FirstRegistration = Today.PlusMonths(-48) },
            Today = Today,
            Odometer = Odometer.FromKilometers(kilometers),
            History = [.. history],
        };
        var saysNone = ScheduleLibrary.BuiltIn.Schedules.Where(one => one.Rules.Any(rule => rule.IsNoServiceRequired)).ToArray();
        var planner = new MaintenancePlanner();
        return schedule % 3 == 2 && saysNone.Length > 0
            ? planner.Plan(situation, new ScheduleMatch(saysNone[schedule % saysNone.Length], ScheduleMatchLevel.Model))
            : planner.Plan(situation);
    }
}
