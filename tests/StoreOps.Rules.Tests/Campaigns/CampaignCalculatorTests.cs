using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Campaigns;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Tests.Packs;

namespace StoreOps.Rules.Tests.Campaigns;

public sealed class CampaignCalculatorTests
{
    private static readonly CampaignPerson[] People = [new("an", "north") { Codes = ["AN88"] }, new("bo", "north"), new("cui", "south"), new("di")];

    [Theory]
    [InlineData(19, CampaignCounting.Whole, "190.00", 1)]
    [InlineData(20, CampaignCounting.Whole, "400.00", 0)]
    [InlineData(30, CampaignCounting.Whole, "600.00", 0)]
    [InlineData(20, CampaignCounting.Above, "200.00", 0)]
    [InlineData(30, CampaignCounting.Above, "400.00", 0)]
    [InlineData(-3, CampaignCounting.Whole, "-30.00", 23)]
    public void Standings_Target_DoublesWhatItSays(int units, CampaignCounting counting, string amount, long missing)
    {
        var standings = Ask(Of(new CampaignStage { Id = "s", From = Day(1), Until = Day(10), Target = 20, Rewards = [OwnTarget with { Counting = counting }] }), Day(10), Sale("1", 1, "an", units));
        var row = standings.Stages[0].People.Single(one => one.PersonId == "an");
        Assert.Equal(Cny(amount), row.Amount);
        Assert.Equal(missing, row.UnitsToTarget);
        Assert.Equal(missing == 0 ? EvidenceOutcome.Met : EvidenceOutcome.NotMet, row.Evidence.Children.Single().Outcome);
    }

    [Theory]
    [InlineData(CampaignCombining.Highest, "600.00")]
    [InlineData(CampaignCombining.Multiply, "1200.00")]
    public void Standings_TargetAndPlace_GoTogetherAsThePolicySays(CampaignCombining combining, string amount)
    {
        var campaign = Of(new CampaignStage { Id = "s", From = Day(1), Until = Day(10), Target = 20, Rewards = [OwnTarget, First(1)] }) with { Combining = combining };
        Assert.Equal(Cny(amount), Ask(campaign, Day(10), Sale("1", 1, "an", 30)).People[0].Amount);
    }

    [Fact]
    public void Standings_CampaignOfAPack_SaysWhatTheDocumentSays()
    {
        var pack = PackText.Load(PackText.Example);
        var campaign = Assert.Single(pack.Campaigns);
        Assert.Equal(pack.Stamp, campaign.Pack);
        Assert.Equal([20, 25, null], campaign.Stages.Select(stage => stage.Target));
        Assert.Equal<string>(["care-365", "care-520"], campaign.Counts.Packages);
        Assert.Equal(new TeamPair("huayuan-road", "jinshui-road"), Assert.Single(campaign.Pairs));
        var standings = Ask(campaign, Day(30), Sale("1", 3, "an", 20), Sale("2", 12, "an", 26), Sale("3", 25, "an", 1));
        Assert.Equal([Cny("400.00"), Cny("520.00"), Cny("10.00")], standings.Stages.Select(stage => stage.People[0].Amount));
        Assert.Equal(Cny("930.00"), standings.Total);
    }

    [Fact]
    public void Standings_SeveralShareTheLastPlace_AllHaveIt()
    {
        var campaign = Of(new CampaignStage { Id = "s", From = Day(1), Until = Day(10), Rewards = [First(2)] });
        var rows = Ask(campaign, Day(10), Sale("1", 1, "an", 9), Sale("2", 1, "bo", 5), Sale("3", 2, "cui", 5)).Stages[0].People;
        Assert.Equal([("an", 1, true), ("bo", 2, true), ("cui", 2, true), ("di", 4, false)], rows.Select(row => (row.PersonId, row.Rank, row.IsFirst)));
        Assert.Equal(Cny("180.00"), rows[0].Amount);
        Assert.Equal(EvidenceValue.Of(2m), rows[3].Evidence.Children[0].Distance);
    }

    [Fact]
    public void Standings_NobodySold_NobodyIsFirst()
    {
        var rows = Ask(Of(new CampaignStage { Id = "s", From = Day(1), Until = Day(10), Rewards = [First(10)] }), Day(3)).Stages[0].People;
        Assert.All(rows, row => Assert.Equal((1, false), (row.Rank, row.IsFirst)));
    }

    [Fact]
    public void Standings_Codes_BeatTheSeller()
    {
        var standings = Ask(Plain, Day(10), Sale("1", 1, "bo", 3) with { Code = "AN88" }, Sale("2", 1, null, 2) with { Code = "AN88" }, Sale("3", 1, "bo", 4) with { Code = "AN89" });
        Assert.Equal(("an", 5L), (standings.People[0].Id, standings.People[0].Units));
        Assert.Equal((UncountedReason.UnknownCode, "3"), (Assert.Single(standings.Uncounted).Reason, standings.Uncounted[0].Sale.Id));
    }

    [Fact]
    public void Standings_WhatIsOutside_IsListed()
    {
        var standings = Ask(Plain, Day(12), Sale("a", 13, "an", 1), Sale("b", 31, "an", 1), Sale("c", 5, "eve", 1), Sale("d", 5, null, 1)) with { };
        Assert.Equal(
            [UncountedReason.Later, UncountedReason.Later, UncountedReason.UnknownPerson, UncountedReason.UnknownPerson], standings.Uncounted.Select(one => one.Reason));
        Assert.Equal(
            [CampaignStageState.Ended, CampaignStageState.Running, CampaignStageState.Coming],
            Ask(Three, Day(12)).Stages.Select(stage => stage.State));
        Assert.Equal(UncountedReason.NoStage, Assert.Single(Ask(Plain, Day(31), Sale("b", 31, "an", 1)).Uncounted).Reason);
    }

    [Fact]
    public void Standings_TeamsFirstAndLast_AreRanked()
    {
        var standings = Ask(Three, Day(30), Sale("1", 1, "an", 3), Sale("2", 12, "bo", 2), Sale("3", 25, "cui", 6), Sale("4", 25, "di", 9));
        Assert.Equal([("south", 1, 6L), ("north", 2, 5L)], standings.Teams.Select(team => (team.Id, team.Rank, team.Units)));
        Assert.Equal(["di", "cui"], standings.First(2).Select(one => one.Id));
        Assert.Equal(["bo", "an"], standings.Last(2).Select(one => one.Id));
        Assert.Equal(4, standings.First().Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => standings.Last(-1));
    }

    [Fact]
    public void Standings_Contradictions_AreTheCallersMistake()
    {
        Assert.Throws<ArgumentException>(() => Ask(Plain, Day(5), Sale("1", 1, "an", 3), Sale("1", 1, "an", 4)));
        Assert.Throws<ArgumentException>(() => CampaignCalculator.Standings(Plain, [new("an"), new("an")], [], Day(5)));
        Assert.Throws<ArgumentException>(() => CampaignCalculator.Standings(Plain, [new("an") { Codes = ["X"] }, new("bo") { Codes = ["X"] }], [], Day(5)));
    }

    [Fact]
    public void Standings_AnyOrderAndRepetition_IsTheSame() =>
        Prop.ForAll(AnySales.ToArbitrary(), ArbMap.Default.ArbFor<int>(), (sales, seed) =>
        {
            var shuffled = sales.Concat(sales.Take(3)).ToArray();
            new Random(seed).Shuffle(shuffled);
            return Shown(Ask(Three, Day(25), [.. sales])) == Shown(Ask(Three, Day(25), shuffled));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Standings_AnySales_AreThoseOfTheDefinition() =>
        Prop.ForAll(AnySales.ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (sales, isMultiplied) =>
        {
            var campaign = Three with { Combining = isMultiplied ? CampaignCombining.Multiply : CampaignCombining.Highest };
            var standings = Ask(campaign, Day(25), [.. sales]);
            var total = 0m;
            foreach (var person in People)
            {
                var sum = 0m;
                foreach (var stage in campaign.Stages)
                    sum += Naive(campaign, stage, person.Id, sales);
                total += sum;
                if (standings.People.Single(one => one.Id == person.Id).Amount.Amount != sum)
                    return false;
            }

            return standings.Total.Amount == total
                && standings.Teams.Sum(team => team.Units) == standings.People.Where(one => one.TeamId is not null).Sum(one => one.Units)
                && standings.People.Sum(one => one.Units) + standings.Uncounted.Sum(one => one.Sale.Units) == sales.Sum(sale => sale.Units);
        }).QuickCheckThrowOnFailure();

    private static decimal Naive(Campaign campaign, CampaignStage stage, string person, IEnumerable<CampaignSale> sales)
    {
        long Units(string who) => sales.Where(sale => sale.Date >= stage.From && sale.Date <= stage.Until && sale.Date <= Day(25)
            && (sale.Code is { } code ? (code == "AN88" ? "an" : null) : sale.PersonId) == who).Sum(sale => (long)sale.Units);
        var units = Units(person);
        var better = People.Count(other => Units(other.Id) > units);
        var target = stage.Rewards.FirstOrDefault(reward => reward.Reached is not null);
        var first = stage.Rewards.FirstOrDefault(reward => reward.Places is not null);
        decimal paid = units * (target?.Counting == CampaignCounting.Whole && stage.Target <= units ? target.Factor : 1);
        if (target?.Counting == CampaignCounting.Above && stage.Target <= units)
            paid += (units - stage.Target.Value) * (target.Factor - 1);
        if (units > 0 && better < first?.Places)
            paid = campaign.Combining == CampaignCombining.Multiply ? paid * first.Factor : Math.Max(paid, units * first.Factor);
        return paid * campaign.PerUnit.Amount;
    }

    private static Gen<CampaignSale[]> AnySales { get; } =
        (from person in Gen.Elements("an", "bo", "cui", "di", "eve", null)
         from day in Gen.Choose(1, 31)
         from units in Gen.Choose(-2, 9)
         from code in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("AN88", "AN89")))
         select (person, day, units, code)).ArrayOf().Select(all => all.Select((one, i) => Sale(i.ToString(null, null), one.day, one.person, one.units) with { Code = one.code }).ToArray());

    private static CampaignReward OwnTarget { get; } = new() { Reached = CampaignGoal.Target };

    private static CampaignReward First(int places) => new() { Places = places };

    private static Campaign Plain { get; } = Of(new CampaignStage { Id = "s", From = Day(1), Until = Day(30) });

    private static Campaign Three { get; } = Of(
        new CampaignStage { Id = "s1", From = Day(1), Until = Day(10), Target = 12, Rewards = [OwnTarget, First(2) with { Factor = 3 }] },
        new CampaignStage { Id = "s2", From = Day(11), Until = Day(20), Target = 5, Rewards = [OwnTarget with { Factor = 3, Counting = CampaignCounting.Above }, First(1)] },
        new CampaignStage { Id = "s3", From = Day(21), Until = Day(30) });

    private static Campaign Of(params CampaignStage[] stages) => new()
    {
        Id = "c",
        Name = new("战役", "Campaign"),
        From = Day(1),
        Until = Day(30),
        PerUnit = Cny("10.00"),
        Stages = [.. stages],
    };

    private static string Shown(CampaignStandings standings) => string.Join("\n", [
        .. standings.Stages.SelectMany(stage => stage.People.Select(row => row.ToString())),
        .. standings.People.Concat(standings.Teams).Select(one => one.ToString()),
        .. standings.Uncounted.Select(one => one.ToString())]);

    private static CampaignStandings Ask(Campaign campaign, LocalDate day, params CampaignSale[] sales) => CampaignCalculator.Standings(campaign, People, sales, day);

    private static CampaignSale Sale(string id, int day, string? person, int units) => new(id, Day(day), person, units);

    // The 31st is the day after the campaign.
    private static LocalDate Day(int day) => new LocalDate(2026, 11, 1).PlusDays(day - 1);

    private static Money Cny(string amount) => Money.FromAmount(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Cny);
}
