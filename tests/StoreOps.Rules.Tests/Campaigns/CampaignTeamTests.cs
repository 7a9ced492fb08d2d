using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Domain.Parts;
using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Tests.Campaigns;

/// <summary>Teams, conditions, what counts as a set, boards, and stages that were paid.</summary>
public sealed class CampaignTeamTests
{
    private static readonly CampaignPerson[] People = [new("an", "north"), new("bo", "north"), new("cui", "south"), new("di", "south"), new("eve")];

    [Fact]
    public void Standings_TeamTargetReached_PaysEverybodyOfTheTeam()
    {
        var campaign = Of(new CampaignReward { Reached = CampaignGoal.TeamTarget }) with { };
        var rows = Ask(campaign, Sale("1", 1, "an", 9), Sale("2", 2, "bo", 1), Sale("3", 3, "cui", 9), Sale("4", 3, "eve", 30)).Stages[0];
        Assert.Equal([("north", 1, 10L, 0L, 2), ("south", 2, 9L, 1L, 2)], rows.Teams.Select(team => (team.TeamId, team.Rank, team.Units, team.UnitsToTarget!.Value, team.Size)));
        Assert.Equal([("eve", 300m), ("an", 180m), ("cui", 90m), ("bo", 20m), ("di", 0m)], rows.People.Select(row => (row.PersonId, row.Amount.Amount)));
        var why = rows.People.Single(row => row.PersonId == "cui").Evidence.Children.Single();
        Assert.Equal((EvidenceCodes.CampaignTeamTarget, EvidenceOutcome.NotMet, "south", EvidenceValue.Of(1m)), (why.Code, why.Outcome, why.Subject, why.Distance));
    }

    [Theory]
    [InlineData(5, 4, "an")]
    [InlineData(4, 4, null)]
    [InlineData(4, 5, "cui")]
    [InlineData(0, 0, null)]
    public void Standings_TeamAgainstTeam_PaysTheOneThatSoldMore(int north, int south, string? paid)
    {
        var rows = Ask(Of(new CampaignReward { WinsPair = true }), Sale("1", 1, "an", north), Sale("2", 1, "cui", south)).Stages[0].People;
        Assert.Equal(paid is null ? [] : [paid], rows.Where(row => row.Amount.Amount > 10m * row.Units).Select(row => row.PersonId));
        Assert.Equal(EvidenceOutcome.NotMet, rows.Single(row => row.PersonId == "eve").Evidence.Children.Single().Outcome);
    }

    [Fact]
    public void Standings_FirstTeam_IsPaidMore()
    {
        var rows = Ask(Of(new CampaignReward { TeamPlaces = 1, Factor = 3 }), Sale("1", 1, "an", 2), Sale("2", 1, "cui", 3)).Stages[0].People;
        Assert.Equal([("cui", 90m), ("an", 20m)], rows.Take(2).Select(row => (row.PersonId, row.Amount.Amount)));
    }

    [Fact]
    public void Standings_Condition_IsAskedOfEachPerson()
    {
        Assert.True(new ConditionCompiler(CampaignFacts.Schema).TryCompile("person.units >= 3 && team.rank == 1 && person.unitsBefore == 0", out var when, out _));
        var rows = Ask(Of(new CampaignReward { When = when }), Sale("1", 1, "an", 2), Sale("2", 1, "bo", 3), Sale("3", 1, "eve", 9)).Stages[0].People;
        Assert.Equal([("eve", 90m), ("bo", 60m), ("an", 20m)], rows.Take(3).Select(row => (row.PersonId, row.Amount.Amount)));
        // A person without a team: whether the team is first is not known, and not known is not yes.
        Assert.Equal(EvidenceOutcome.Unknown, rows[0].Evidence.Children.Single().Outcome);
        Assert.Equal(EvidenceOutcome.NotMet, rows[2].Evidence.Children.Single().Outcome);
    }

    [Fact]
    public void UnitsOf_Lines_CountsWhatTheCampaignIsAbout()
    {
        var package = Line(LineKind.Package) with { PackageId = "care-365", Quantity = 2m };
        var oil = new Part { Id = "m1", Brand = "Mobil", Name = new("机油", "Oil"), Specification = "1 0W-40", Slot = "engine-oil" };
        var part = Line(LineKind.Part) with { ItemId = "engine-oil", Slot = "engine-oil", Quantity = 4.5m };
        Assert.Equal((2, 4), (CampaignSelector.All.UnitsOf(package), CampaignSelector.All.UnitsOf(part)));
        Assert.Equal((2, 0), Both(new CampaignSelector { Kind = LineKind.Package }));
        Assert.Equal((2, 0), Both(new CampaignSelector { Packages = ["care-520", "care-365"] }));
        Assert.Equal((0, 4), Both(new CampaignSelector { Items = ["engine-oil", "oil-filter"] }));
        Assert.Equal((0, 4), Both(new CampaignSelector { Slot = "engine-oil", Brands = ["Shell", "Mobil 1"] }));
        Assert.Equal((0, 0), Both(new CampaignSelector { Brands = ["Shell"] }));
        Assert.Equal(0, new CampaignSelector { Brands = ["Mobil"] }.UnitsOf(part));
        Assert.Equal(-1, CampaignSelector.All.UnitsOf(package with { Quantity = -1m }));

        (int Package, int Part) Both(CampaignSelector selector) => (selector.UnitsOf(package), selector.UnitsOf(part, oil));
    }

    [Fact]
    public void Board_ATime_IsShownTheLastFullTurn()
    {
        var board = new CampaignBoard { RefreshMinutes = 10 };
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 8, 50), board.PublishedAt(Instant.FromUtc(2026, 11, 1, 8, 59, 59)));
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 9, 0), board.PublishedAt(Instant.FromUtc(2026, 11, 1, 9, 0)));
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 9, 10), board.NextAt(Instant.FromUtc(2026, 11, 1, 9, 0)));
        Assert.Equal(Instant.FromUtc(1969, 12, 31, 23, 45), CampaignBoard.Default.PublishedAt(Instant.FromUtc(1969, 12, 31, 23, 59)));
        var small = Of() with { Board = new CampaignBoard { Praised = 1, Shown = 2 } };
        Assert.Equal((1, 2), (Ask(small).First().Length, Ask(small).Last().Length));
    }

    [Fact]
    public void Freeze_SetsGivenBackLater_AreAdjustedAtWhatWasPaid()
    {
        var campaign = Of(new CampaignReward { Reached = CampaignGoal.Target }, new CampaignReward { Places = 1, Factor = 3 });
        CampaignSale[] sales = [Sale("1", 1, "an", 20), Sale("2", 2, "bo", 19), Sale("3", 3, "cui", 5)];
        var frozen = Ask(campaign, Day(11), [], sales).Freeze("s");
        Assert.Equal(("c", "s", 5), (frozen.CampaignId, frozen.StageId, frozen.People.Length));

        // One of an's sets comes back: the target would be missed and the first place shared.
        var later = Ask(campaign, Day(12), [frozen], [.. sales, Sale("4", 4, "an", -1)]);
        Assert.Equal(CampaignStageState.Frozen, later.Stages[0].State);
        Assert.Equal([("an", 600m), ("bo", 190m), ("cui", 50m)], later.Stages[0].People.Take(3).Select(row => (row.PersonId, row.Amount.Amount)));
        Assert.Equal(
            [("an", -1L, -30m, -30m), ("bo", 0L, 0m, 380m)],
            later.Adjustments.Select(one => (one.PersonId, one.Units, one.Amount.Amount, one.IfWorkedOutAgain.Amount)));
        Assert.Equal(570m, later.People.Single(one => one.Id == "an").Amount.Amount);
        Assert.Equal(570m + 190m + 50m, later.Total.Amount);
    }

    [Fact]
    public void Freeze_WhoLeft_KeepsWhatWasPaidAndOwesWhatComesBack()
    {
        var campaign = Of(new CampaignReward { Places = 1 });
        var frozen = Ask(campaign, Day(11), [], [Sale("1", 1, "an", 4)]).Freeze("s");
        var later = CampaignCalculator.Standings(campaign, People.Skip(1), [Sale("1", 1, "an", 4), Sale("2", 2, "an", -1)], Day(12), [frozen]);
        Assert.Empty(later.Uncounted);
        Assert.Equal(("an", 60m), (later.People[0].Id, later.People[0].Amount.Amount));
        Assert.Equal(-20m, Assert.Single(later.Adjustments).Amount.Amount);
    }

    [Fact]
    public void Freeze_NotOverOrTwiceOrUnknown_IsTheCallersMistake()
    {
        var campaign = Of();
        Assert.Throws<InvalidOperationException>(() => Ask(campaign, Day(10), []).Freeze("s"));
        Assert.Throws<ArgumentException>(() => Ask(campaign, Day(11), []).Freeze("t"));
        var frozen = Ask(campaign, Day(11), []).Freeze("s");
        Assert.Throws<InvalidOperationException>(() => Ask(campaign, Day(11), [frozen]).Freeze("s"));
        Assert.Throws<ArgumentException>(() => Ask(campaign, Day(11), [frozen, frozen]));
        Assert.Throws<ArgumentException>(() => Ask(campaign with { Id = "d" }, Day(11), [frozen]));
    }

    [Fact]
    public void Freeze_NothingNew_ChangesNothing() =>
        Prop.ForAll(AnySales.ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (sales, isMultiplied) =>
        {
            var campaign = Full(isMultiplied);
            var before = Ask(campaign, Day(11), [], sales);
            var after = Ask(campaign, Day(20), [before.Freeze("s")], sales);
            return after.Adjustments.IsEmpty && after.Total == before.Total && after.People.SequenceEqual(before.People);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Freeze_WhateverIsToldLater_NeverChangesWhatWasPaid() =>
        Prop.ForAll(AnySales.ToArbitrary(), AnySales.ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (sales, told, isMultiplied) =>
        {
            var campaign = Full(isMultiplied);
            var frozen = Ask(campaign, Day(11), [], sales).Freeze("s");
            CampaignSale[] all = [.. sales, .. told.Select(sale => sale with { Id = "later-" + sale.Id })];
            var later = Ask(campaign, Day(20), [frozen], all);
            var again = Ask(campaign, Day(20), [], all);
            return later.Stages[0].People.Select(row => (row.PersonId, row.Units, row.Amount)).SequenceEqual(frozen.People.Select(row => (row.PersonId, row.Units, row.Amount)))
                && later.Total.Amount == frozen.People.Sum(row => row.Amount.Amount) + later.Adjustments.Sum(one => one.Amount.Amount)
                // What a rewrite would have changed is told for everybody whom it would have changed.
                && again.Total.Amount == frozen.People.Sum(row => row.Amount.Amount) + later.Adjustments.Sum(one => one.IfWorkedOutAgain.Amount);
        }).QuickCheckThrowOnFailure();

    private static Campaign Full(bool isMultiplied)
    {
        Assert.True(new ConditionCompiler(CampaignFacts.Schema).TryCompile("person.rank == 2 || team.targetReached", out var when, out _));
        return Of(
            new CampaignReward { Reached = CampaignGoal.Target, Counting = CampaignCounting.Above }, new CampaignReward { Places = 2 },
            new CampaignReward { WinsPair = true, Factor = 3 }, new CampaignReward { When = when }) with
        {
            Combining = isMultiplied ? CampaignCombining.Multiply : CampaignCombining.Highest,
        };
    }

    private static Gen<CampaignSale[]> AnySales { get; } =
        (from person in Gen.Elements("an", "bo", "cui", "di", "eve")
         from day in Gen.Choose(1, 10)
         from units in Gen.Choose(-4, 15)
         select (person, day, units)).ArrayOf().Select(all => all.Select((one, i) => Sale(i.ToString(null, null), one.day, one.person, one.units)).ToArray());

    private static WorkOrderLine Line(LineKind kind) => new() { Id = "1", Kind = kind, ListAmount = Money.FromMinorUnits(100, Currency.Cny) };

    private static Campaign Of(params CampaignReward[] rewards) => new()
    {
        Id = "c",
        Name = new("战役", "Campaign"),
        From = Day(1),
        Until = Day(10),
        PerUnit = Money.FromMinorUnits(1_000, Currency.Cny),
        Pairs = [new TeamPair("north", "south")],
        Stages = [new CampaignStage { Id = "s", From = Day(1), Until = Day(10), Target = 20, TeamTarget = 10, Rewards = [.. rewards] }],
    };

    private static CampaignStandings Ask(Campaign campaign, params CampaignSale[] sales) => Ask(campaign, Day(10), [], sales);

    private static CampaignStandings Ask(Campaign campaign, LocalDate day, FrozenStage[] frozen, params CampaignSale[] sales) =>
        CampaignCalculator.Standings(campaign, People, sales, day, frozen);

    private static CampaignSale Sale(string id, int day, string? person, int units) => new(id, Day(day), person, units);

    private static LocalDate Day(int day) => new LocalDate(2026, 11, 1).PlusDays(day - 1);
}
