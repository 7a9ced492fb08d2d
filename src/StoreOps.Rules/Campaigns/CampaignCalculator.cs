using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Campaigns;

/// <summary>Tells how a campaign stands: a function of the sales so far, whose order and repetition do not matter.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>amount of a stage</term><description>per unit × (units + what the rewards add); nothing is added where units ≤ 0.</description></item>
/// <item><term>reward, whole</term><description>adds units × (factor − 1).</description></item>
/// <item><term>reward, above</term><description>adds (units − target) × (factor − 1) where units ≥ target.</description></item>
/// <item><term>highest</term><description>of several rewards the one that adds most counts.</description></item>
/// <item><term>multiply</term><description>(units + what those above add) × all factors of the others.</description></item>
/// <item><term>frozen</term><description>amount and places as they were paid; adjustment = amount for the units now with the rewards of then − amount paid.</description></item>
/// <item><term>sums</term><description>The amounts of the stages sum to the person's, those of people to the total, to the last cent.</description></item>
/// </list>
/// </remarks>
public static class CampaignCalculator
{
    /// <summary>Works out how a campaign stands.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="people">Everybody who takes part, also who has sold nothing.</param>
    /// <param name="sales">The sales; those after the day, outside of the stages or of nobody are listed as not counted.</param>
    /// <param name="day">The day; later sales do not count yet.</param>
    /// <param name="frozen">The stages that were paid; null for none. What is told of them since becomes an adjustment.</param>
    /// <returns>The standings.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A person or a code stands twice, a sale stands twice with two contents, or a frozen stage is not one of the campaign or stands twice.
    /// </exception>
    public static CampaignStandings Standings(
        Campaign campaign, IEnumerable<CampaignPerson> people, IEnumerable<CampaignSale> sales, LocalDate day, IEnumerable<FrozenStage>? frozen = null)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(sales);
        var kept = FrozenOf(campaign, frozen ?? []);
        CampaignPerson[] present = [.. people];
        CampaignPerson[] all = [.. present.Concat(Gone(present, kept)).OrderBy(person => person.Id, StringComparer.Ordinal)];
        var tally = new CampaignTally(campaign, all);
        foreach (var sale in sales)
            tally.Add(sale, day);

        var amounts = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var person in all)
            amounts[person.Id] = Money.Zero(campaign.PerUnit.Currency);
        var stages = ImmutableArray.CreateBuilder<StageStandings>(campaign.Stages.Length);
        var adjustments = ImmutableArray.CreateBuilder<CampaignAdjustment>();
        for (var s = 0; s < campaign.Stages.Length; s++)
        {
            var stage = StageCalculator.Work(campaign, s, all, tally, day);
            if (kept[s] is { } paid)
            {
                adjustments.AddRange(Adjustments(paid, stage));
                stage = Kept(paid, stage);
            }

            stages.Add(stage);
            foreach (var row in stage.People)
                amounts[row.PersonId] += row.Amount;
        }

        foreach (var adjustment in adjustments)
            amounts[adjustment.PersonId] += adjustment.Amount;
        var totals = Ranked([.. all.Select((person, i) => (person.Id, person.TeamId, tally.UnitsOf(i), amounts[person.Id]))]);
        var teams = totals.Where(one => one.TeamId is not null).GroupBy(one => one.TeamId!, StringComparer.Ordinal).Select(team =>
            (team.Key, (string?)null, team.Sum(one => one.Units), team.Aggregate(Money.Zero(campaign.PerUnit.Currency), (sum, one) => sum + one.Amount)));
        return new CampaignStandings
        {
            Campaign = campaign,
            Day = day,
            Stages = stages.MoveToImmutable(),
            People = totals,
            Teams = Ranked([.. teams]),
            Uncounted = tally.Uncounted,
            Adjustments = adjustments.ToImmutable(),
            Total = totals.Aggregate(Money.Zero(campaign.PerUnit.Currency), (sum, one) => sum + one.Amount),
        };
    }

    private static FrozenStage?[] FrozenOf(Campaign campaign, IEnumerable<FrozenStage> frozen)
    {
        var kept = new FrozenStage?[campaign.Stages.Length];
        foreach (var stage in frozen)
        {
            var place = -1;
            for (var i = 0; i < kept.Length; i++)
                place = campaign.Stages[i].Id == stage.StageId ? i : place;
            if (place < 0 || stage.CampaignId != campaign.Id)
                throw new ArgumentException("A frozen stage is one of the campaign; \"" + stage.StageId + "\" is not.", nameof(frozen));
            if (kept[place] is not null)
                throw new ArgumentException("A stage is frozen once; \"" + stage.StageId + "\" was there twice.", nameof(frozen));
            kept[place] = stage;
        }

        return kept;
    }

    /// <summary>Returns who was paid and takes no part any more: what they give back is still theirs.</summary>
    private static CampaignPerson[] Gone(CampaignPerson[] people, FrozenStage?[] frozen)
    {
        var known = new HashSet<string>(people.Select(person => person.Id), StringComparer.Ordinal);
        return frozen.Where(stage => stage is not null).SelectMany(stage => stage!.People).Where(row => known.Add(row.PersonId)).Select(row => new CampaignPerson(row.PersonId, row.TeamId)).ToArray();
    }

    private static IEnumerable<CampaignAdjustment> Adjustments(FrozenStage paid, StageStandings now)
    {
        var before = paid.People.ToDictionary(row => row.PersonId, StringComparer.Ordinal);
        foreach (var row in now.People.OrderBy(row => row.PersonId, StringComparer.Ordinal))
        {
            before.TryGetValue(row.PersonId, out var was);
            var had = was?.Amount ?? Money.Zero(paid.PerUnit.Currency);
            var units = row.Units - (was?.Units ?? 0L);
            var amount = StageCalculator.Pay(paid.PerUnit, paid.Combining, row.Units, was?.Rewards ?? []) - had;
            var again = row.Amount - had;
            if (units != 0 || again != amount)
                yield return new CampaignAdjustment(paid.StageId, row.PersonId, units, amount, again);
        }
    }

    private static StageStandings Kept(FrozenStage paid, StageStandings now)
    {
        var stage = now.Stage;
        var rows = paid.People.Select(row => new StageStanding(
            row.PersonId,
            row.Rank,
            row.Units,
            stage.Target is { } target ? Math.Max(0L, target - row.Units) : null,
            stage.Rewards.Any(reward => row.Rank <= reward.Places) && row.Units > 0,
            row.Amount,
            new Evidence(EvidenceCodes.CampaignFrozen) { RuleId = stage.Id, Actual = EvidenceValue.Of((decimal)row.Units), Required = EvidenceValue.Of(paid.Day) })
        {
            TeamId = row.TeamId,
            Rewards = row.Rewards,
        });
        return new StageStandings(stage, CampaignStageState.Frozen, [.. rows], now.Teams);
    }

    private static ImmutableArray<CampaignTotal> Ranked((string Id, string? TeamId, long Units, Money Amount)[] all)
    {
        var ranked = ImmutableArray.CreateBuilder<CampaignTotal>(all.Length);
        foreach (var one in all.OrderByDescending(one => one.Units).ThenBy(one => one.Id, StringComparer.Ordinal))
        {
            var rank = ranked.Count > 0 && ranked[ranked.Count - 1].Units == one.Units ? ranked[ranked.Count - 1].Rank : ranked.Count + 1;
            ranked.Add(new CampaignTotal(one.Id, one.TeamId, rank, one.Units, one.Amount));
        }

        return ranked.MoveToImmutable();
    }
}
