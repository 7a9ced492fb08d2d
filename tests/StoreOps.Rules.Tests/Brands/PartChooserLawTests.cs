using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Brands;

namespace StoreOps.Rules.Tests.Brands;

/// <summary>The laws that hold for every parts list and every set of rules.</summary>
public class PartChooserLawTests
{
    private const string Slot = "engine-oil";

    private static Config Thorough { get; } = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static Shop Here { get; } = new()
    {
        Id = "s",
        ChainId = "c",
        Name = new LocalizedText("店", "shop"),
        TimeZone = DateTimeZone.Utc,
        Currency = Currency.Cny,
    };

    private static Vehicle Car { get; } = new() { Id = "v", Make = "Volkswagen" };

    private static Gen<string> Brand { get; } = Gen.Elements("A", "B", "C", "D");

    private static Gen<BrandRule> Rule { get; } =
        from prefers in Gen.Choose(0, 2)
        from prefer in Brand.ArrayOf(prefers)
        from forbids in Gen.Elements(0, 0, 1)
        from forbid in Brand.ArrayOf(forbids)
        from withSpecification in Gen.Elements("", "", " 5W-40")
        from scope in Gen.Elements<BrandScope>(
            BrandScope.Everywhere.Instance, new BrandScope.Chain("c"), new BrandScope.Chain("other"), new BrandScope.Shop("s"))
        select new BrandRule
        {
            Id = "?",
            Slot = Slot,
            Prefer = [.. prefer],
            Forbid = [.. forbid.Select(name => name + withSpecification)],
            Scope = scope,
        };

    private static Gen<StockedPart> Stocked { get; } =
        from brand in Brand
        from specification in Gen.Elements("5W-40", "5W-40 C3", "0W-20")
        from price in Gen.Choose(1, 4)
        from onHand in Gen.Choose(0, 6)
        from isOrderable in Gen.Elements(true, false)
        from fit in Gen.Choose(0, 3)
        select new StockedPart(
            new Part
            {
                Id = "?",
                Slot = Slot,
                Brand = brand,
                Specification = specification,
                Name = new LocalizedText("机油", "oil"),
                Applications = fit switch
                {
                    0 => [],
                    1 => [new PartApplication { Make = "BMW", Quantity = 4m }],
                    2 => [new PartApplication { Models = ["Passat"], Quantity = 4m }],
                    _ => [new PartApplication { Make = "Volkswagen", Quantity = 4m }],
                },
            },
            Money.FromAmount(price, Currency.Cny),
            onHand,
            isOrderable);

    private static Gen<(StockedPart[] Parts, BrandRule[] Rules)> Shelf { get; } =
        from partCount in Gen.Choose(0, 8)
        from parts in Stocked.ArrayOf(partCount)
        from ruleCount in Gen.Choose(0, 4)
        from rules in Rule.ArrayOf(ruleCount)
        select (
            parts.Select((stocked, i) => stocked with { Part = stocked.Part with { Id = "p" + i } }).ToArray(),
            rules.Select((rule, i) => rule with { Id = "r" + i }).ToArray());

    [Fact]
    public void Choose_WhatMayNotBe_IsNeverOffered() =>
        Prop.ForAll(Shelf.ToArbitrary(), shelf => Offered(Choose(shelf.Parts, shelf.Rules)).All(offer =>
            !IsForbidden(offer.Stocked.Part, shelf.Rules)
            && offer.Stocked.Part.Fits(Car, out _) != FitmentVerdict.DoesNotFit
            && offer.Availability != Availability.NotAvailable)).Check(Thorough);

    [Fact]
    public void Choose_EveryPart_IsOfferedOrRejectedOnce() =>
        Prop.ForAll(Shelf.ToArbitrary(), shelf =>
        {
            var choice = Choose(shelf.Parts, shelf.Rules);
            return Offered(choice).Select(offer => offer.Stocked.Part.Id).Concat(choice.Rejected.Select(part => part.Stocked.Part.Id))
                .Order(StringComparer.Ordinal).SequenceEqual(shelf.Parts.Select(stocked => stocked.Part.Id).Order(StringComparer.Ordinal));
        }).Check(Thorough);

    [Fact]
    public void Choose_PartsAndRulesInAnotherOrder_ChangesNothing() =>
        Prop.ForAll(
            (from shelf in Shelf
             from parts in Gen.Shuffle(shelf.Parts)
             from rules in Gen.Shuffle(shelf.Rules)
             select (shelf, parts, rules)).ToArbitrary(),
            x =>
            {
                var (left, right) = (Choose(x.shelf.Parts, x.shelf.Rules), Choose(x.parts, x.rules));
                return Equals(left.Chosen, right.Chosen) && left.Alternatives.SequenceEqual(right.Alternatives)
                    && left.Rejected.SequenceEqual(right.Rejected) && left.Evidence.Equals(right.Evidence);
            }).Check(Thorough);

    [Fact]
    public void Choose_SureFit_IsNeverPassedOverForAnUnsureOne() =>
        Prop.ForAll(Shelf.ToArbitrary(), shelf =>
        {
            var offered = Offered(Choose(shelf.Parts, shelf.Rules)).ToArray();
            return offered.Select(offer => offer.Fitment).Distinct().Count() <= 1
                && (offered.Length == 0 || offered[0].Fitment == FitmentVerdict.Fits || !shelf.Parts.Any(stocked =>
                    stocked.Part.Fits(Car, out _) == FitmentVerdict.Fits && !IsForbidden(stocked.Part, shelf.Rules)
                    && stocked.AvailabilityOf(4m) != Availability.NotAvailable));
        }).Check(Thorough);

    [Fact]
    public void Choose_AnotherPartOnTheShelf_NeverMakesTheChoiceWorse() =>
        Prop.ForAll(Shelf.ToArbitrary(), Stocked.ToArbitrary(), (shelf, more) =>
        {
            var before = Choose(shelf.Parts, shelf.Rules).Chosen;
            var after = Choose([.. shelf.Parts, more with { Part = more.Part with { Id = "p9" } }], shelf.Rules).Chosen;
            return before is null || (after is not null && (Equals(before, after) || after.Stocked.Part.Id == "p9"));
        }).Check(Thorough);

    private static IEnumerable<PartOffer> Offered(PartChoice choice) =>
        choice.Chosen is null ? choice.Alternatives : choice.Alternatives.Prepend(choice.Chosen);

    private static bool IsForbidden(Part part, BrandRule[] rules) => rules
        .Where(rule => rule.Scope is not BrandScope.Chain { Id: "other" })
        .SelectMany(rule => rule.Forbid)
        .Any(name => (part.Brand + " " + part.Specification + " ").StartsWith(name + " ", StringComparison.Ordinal));

    private static PartChoice Choose(StockedPart[] parts, BrandRule[] rules) =>
        PartChooser.Choose(Slot, Car, new PartsList(parts), new BrandRules(rules), Here);
}
