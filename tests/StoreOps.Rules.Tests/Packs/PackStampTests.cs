using Microsoft.Extensions.DependencyInjection;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Commissions;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Packs;
using StoreOps.Rules.Pricing;
using StoreOps.Rules.Tags;
using StoreOps.Rules.Tests.Pricing;

namespace StoreOps.Rules.Tests.Packs;

public sealed class PackStampTests
{
    [Fact]
    public void EveryDecision_OfAPack_CarriesItsIdVersionAndHash()
    {
        var pack = PackText.Load(PackText.Example);
        using var engines = new ServiceCollection().AddStoreOpsRules(pack).BuildServiceProvider();
        var shop = new Shop { Id = "s", Name = new("店", "shop"), TimeZone = DateTimeZone.Utc, Currency = Currency.Cny };
        var day = new LocalDate(2026, 11, 23);
        var assessment = engines.GetRequiredService<LifecycleClassifier>().Classify(new LifecycleSituation { AsOf = day, Visits = [] });

        Assert.Equal(("huayuan-road", "2026.11.1", pack.ContentHash), (pack.Stamp.Id, pack.Stamp.Version, pack.Stamp.ContentHash));
        Assert.Equal(pack.Stamp, engines.GetRequiredService<PriceCalculator>().Quote(Order.Of(100)).Pack);
        Assert.Equal(pack.Stamp, engines.GetRequiredService<CommissionCalculator>().Preview(new CommissionSituation { Date = day, Currency = Currency.Cny, Lines = [], Employees = [] }).Pack);
        Assert.Equal(pack.Stamp, assessment.Pack);
        Assert.Equal(pack.Stamp, LifecycleClassifier.Combine([assessment]).Pack);
        Assert.Equal(pack.Stamp, engines.GetRequiredService<FollowUpPlanner>().Plan(new FollowUpSituation { AsOf = day, CustomerId = "c" }).Pack);
        Assert.Equal(pack.Stamp, engines.GetRequiredService<TagEngine>().Evaluate(new FactSet(StandardFacts.Schema), day).Pack);
        Assert.Equal(pack.Stamp, PartChooser.Choose("engine-oil", new Vehicle { Id = "v" }, new PartsList([]), pack.Brands.InForceOn(day), shop).Pack);
    }

    [Fact]
    public void Decision_OfRulesWithoutAPack_CarriesNone() =>
        Assert.Null(Order.Quote(Order.Of(100)).Pack);
}
