using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Brands;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Brands;

public class PartChooserTests
{
    private const string Slot = "engine-oil";

    private static readonly FactSchema Schema = new([new Fact("customer.visits", CelType.Int, new LocalizedText("到店次数", "visits"))]);

    private static Shop Here { get; } = new()
    {
        Id = "huayuan-road",
        ChainId = "zhengzhou",
        Name = new LocalizedText("花园路店", "Huayuan Road"),
        TimeZone = DateTimeZone.Utc,
        Currency = Currency.Cny,
    };

    private static Vehicle Passat { get; } = new() { Id = "v", Make = "Volkswagen", ModelYear = 2013 };

    [Fact]
    public void Choose_Preferred_WinsOverCheaper()
    {
        var choice = Choose([Oil("1", "Mobil 1", 400m), Oil("2", "Shell", 300m), Oil("3", "Castrol", 90m)], [Prefer("r", "Shell", "Mobil 1")]);
        Assert.Equal(["2", "1", "3"], Ranked(choice));
        Assert.Equal((4.5m, Money.FromAmount(1350m, Currency.Cny), 0), (choice.Chosen!.Quantity, choice.Chosen.Amount, choice.Chosen.Preference));
        Assert.Equal("r", choice.Evidence.RuleId);
    }

    [Fact]
    public void Choose_EquallyPreferred_GoesByShelfThenPriceThenId()
    {
        var choice = Choose(
            [Oil("4", "A", 80m, onHand: 0m), Oil("3", "A", 90m), Oil("2", "B", 90m), Oil("1", "C", 100m)], []);
        Assert.Equal(["2", "3", "1", "4"], Ranked(choice));
        Assert.Null(choice.Evidence.RuleId);
    }

    [Theory]
    [InlineData("Mobil 1", true)]
    [InlineData("mobil 1 0w-40", true)]
    [InlineData("Mobil 1 0W-40 SP", true)]
    [InlineData("Mobil 1 0W-40 SP C3", true)]
    [InlineData("Mobil 1 0W", false)]
    [InlineData("Mobil", false)]
    [InlineData("Mobil 10", false)]
    [InlineData("Mobil 1 0W-40 SP C3 X", false)]
    public void Choose_ForbiddenName_MeansWholeWords(string name, bool isMeant)
    {
        var choice = Choose([Oil("1", "Mobil 1", 400m, "0W-40 SP C3")], [Rule("r") with { Forbid = [name] }]);
        Assert.Equal(isMeant, choice.Chosen is null);
        Assert.Equal(isMeant ? [(PartRejection.Forbidden, "r")] : [], choice.Rejected.Select(part => (part.Reason, part.RuleId!)));
    }

    [Fact]
    public void Choose_NearestScopeWithAPreferenceThatHolds_Decides()
    {
        var everywhere = Prefer("a", "A");
        var chain = Prefer("b", "B") with { Scope = new BrandScope.Chain("zhengzhou") };
        var shop = Prefer("c", "C") with { Scope = new BrandScope.Shop("huayuan-road") };
        var elsewhere = Prefer("d", "D") with { Scope = new BrandScope.Shop("other") };
        ImmutableArray<StockedPart> parts = [Oil("a", "A", 1m), Oil("b", "B", 2m), Oil("c", "C", 3m), Oil("d", "D", 4m)];
        Assert.Equal("a", Choose(parts, [everywhere, elsewhere]).Chosen!.Stocked.Part.Id);
        Assert.Equal("b", Choose(parts, [everywhere, chain, elsewhere]).Chosen!.Stocked.Part.Id);
        var choice = Choose(parts, [everywhere, chain, elsewhere, shop]);
        Assert.Equal("c", choice.Chosen!.Stocked.Part.Id);
        Assert.Equal(["b", "a"], choice.Evidence.Children.Where(s => s.Code == EvidenceCodes.BrandRuleOverridden).Select(s => s.RuleId));
        Assert.Equal("b", Choose(parts, [everywhere, chain, shop with { When = Compile("customer.visits > 3") }]).Chosen!.Stocked.Part.Id);
    }

    [Fact]
    public void Choose_ChainForbids_TheShopCannotAllowItAgain()
    {
        var chain = Rule("chain") with { Forbid = ["NoName"], Scope = new BrandScope.Chain("zhengzhou") };
        var shop = Prefer("shop", "NoName") with { Scope = new BrandScope.Shop("huayuan-road") };
        var choice = Choose([Oil("1", "NoName", 1m), Oil("2", "Shell", 9m)], [chain, shop]);
        Assert.Equal("2", choice.Chosen!.Stocked.Part.Id);
        Assert.Equal("chain", choice.Rejected.Single().RuleId);
    }

    [Fact]
    public void Choose_TwoRulesOfOneScope_TheFirstIdDecidesAndTheOtherIsReported()
    {
        var choice = Choose([Oil("1", "A", 1m), Oil("2", "B", 1m)], [Prefer("z", "A"), Prefer("b", "B")]);
        Assert.Equal("2", choice.Chosen!.Stocked.Part.Id);
        Assert.Equal("z", choice.Evidence.Children.Single(step => step.Code == EvidenceCodes.BrandRuleConflict).RuleId);
    }

    // What is not known never makes a brand preferred and always keeps it forbidden.
    [Theory]
    [InlineData(5, true, true)]
    [InlineData(1, false, false)]
    [InlineData(null, false, true)]
    public void Choose_Condition_DecidesForPreferencesAndForbids(int? visits, bool isPreferred, bool isForbidden)
    {
        var facts = new FactSet(Schema).Set("customer.visits", visits is { } known ? CelValue.Of((long)known) : CelValue.Unknown);
        var rule = Prefer("r", "Dear") with { Forbid = ["Bad"], When = Compile("customer.visits > 3") };
        var choice = Choose([Oil("1", "Bad", 1m), Oil("2", "Cheap", 2m), Oil("3", "Dear", 9m)], [rule], facts);
        Assert.Equal(isPreferred ? "3" : isForbidden ? "2" : "1", choice.Chosen!.Stocked.Part.Id);
        Assert.Equal(isForbidden, choice.Rejected.Any(part => part.Reason == PartRejection.Forbidden));
    }

    [Fact]
    public void Choose_Rejected_SayWhyById()
    {
        var dollars = Oil("5", "E", 1m);
        var choice = Choose(
            [
                dollars with { UnitPrice = Money.FromAmount(1m, Currency.Usd) },
                Oil("4", "D", 1m, applications: []),
                Oil("3", "C", 1m, onHand: 4m) with { IsOrderable = false },
                Oil("2", "B", 1m, applications: [new PartApplication { Make = "BMW" }]),
                Oil("1", "A", 1m),
            ],
            []);
        Assert.Equal("1", choice.Chosen!.Stocked.Part.Id);
        Assert.Equal(
            [PartRejection.DoesNotFit, PartRejection.NotAvailable, PartRejection.FitmentUnknown, PartRejection.OtherCurrency],
            choice.Rejected.Select(part => part.Reason));
    }

    [Fact]
    public void Choose_NothingFitsSurely_OffersTheUnknownAndFlagsIt()
    {
        var choice = Choose([Oil("1", "A", 8m, applications: []), Oil("2", "B", 9m, applications: [new PartApplication { Models = ["Passat"] }])], []);
        Assert.Equal(["2", "1"], Ranked(choice));
        Assert.Equal(FitmentVerdict.Unknown, choice.Chosen!.Fitment);
        Assert.Null(choice.Alternatives.Single().Amount);
        Assert.All(choice.Evidence.Children, step => Assert.Equal(EvidenceOutcome.Unknown, step.Outcome));
    }

    [Fact]
    public void Choose_SlotWithoutParts_ChoosesNothing()
    {
        var choice = PartChooser.Choose("spark-plug", Passat, PartsList.Empty, BrandRules.Empty, Here);
        Assert.Null(choice.Chosen);
        Assert.Equal(EvidenceOutcome.NotMet, choice.Evidence.Outcome);
    }

    [Fact]
    public void BrandRules_SameIdTwice_IsRefused() => Assert.Throws<ArgumentException>(() => new BrandRules([Rule("a"), Rule("a")]));

    private static string[] Ranked(PartChoice choice) =>
        [choice.Chosen!.Stocked.Part.Id, .. choice.Alternatives.Select(offer => offer.Stocked.Part.Id)];

    private static Condition Compile(string source) =>
        new ConditionCompiler(Schema).TryCompile(source, out var condition, out _) ? condition : throw new ArgumentException(source, nameof(source));

    private static BrandRule Rule(string id) => new() { Id = id, Slot = Slot };

    private static BrandRule Prefer(string id, params string[] names) => Rule(id) with { Prefer = [.. names] };

    private static StockedPart Oil(
        string id,
        string brand,
        decimal price,
        string? specification = null,
        decimal onHand = 12m,
        ImmutableArray<PartApplication>? applications = null) => new(
            new Part
            {
                Id = id,
                Slot = Slot,
                Brand = brand,
                Name = new LocalizedText("机油", "oil"),
                Specification = specification,
                Unit = PartUnit.Liter,
                Applications = applications ?? [new PartApplication { Make = "Volkswagen", Quantity = 4.5m }],
            },
            Money.FromAmount(price, Currency.Cny),
            onHand);

    private static PartChoice Choose(ImmutableArray<StockedPart> parts, ImmutableArray<BrandRule> rules, FactSet? facts = null) =>
        PartChooser.Choose(Slot, Passat, new PartsList(parts), new BrandRules(rules), Here, facts ?? new FactSet(Schema));
}
