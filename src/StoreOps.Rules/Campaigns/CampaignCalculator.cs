using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Campaigns;

/// <summary>Tells how a campaign stands: a function of the sales so far, whose order and repetition do not matter.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>amount of a stage</term><description>per unit × (units + what the target adds, or what the place adds).</description></item>
/// <item><term>target, whole</term><description>adds units × (factor − 1) where units ≥ target.</description></item>
/// <item><term>target, above</term><description>adds (units − target) × (factor − 1) where units ≥ target.</description></item>
/// <item><term>place</term><description>adds units × (top factor − 1) where units > 0 and rank ≤ top.</description></item>
/// <item><term>multiply</term><description>the place multiplies what the target pays: (units + added) × top factor.</description></item>
/// <item><term>sums</term><description>The amounts of the stages sum to the person's, those of people to the total, to the last cent.</description></item>
/// </list>
/// </remarks>
public static class CampaignCalculator
{
    /// <summary>Works out how a campaign stands.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="people">Everybody who takes part, also who has sold nothing.</param>
    /// <param name="sales">The sales; those after the day, outside of the stages or of nobody are listed as not counted.</param>
    /// <param name="day">The day, at the shop; its sales count.</param>
    /// <returns>The standings.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A person stands twice, a code is of two people, or two different sales have the same id.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit.</exception>
    public static CampaignStandings Standings(Campaign campaign, IEnumerable<CampaignPerson> people, IEnumerable<CampaignSale> sales, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(sales);
        CampaignPerson[] all = [.. people.OrderBy(person => person.Id, StringComparer.Ordinal)];
        var tally = new CampaignTally(campaign, all);
        foreach (var sale in sales)
            tally.Add(sale, day);

        var amounts = new Money[all.Length];
        for (var i = 0; i < all.Length; i++)
            amounts[i] = Money.Zero(campaign.PerUnit.Currency);
        var stages = ImmutableArray.CreateBuilder<StageStandings>(campaign.Stages.Length);
        for (var s = 0; s < campaign.Stages.Length; s++)
            stages.Add(Stage(campaign, s, all, tally, day, amounts));
        var totals = Ranked([.. all.Select((person, i) => (person.Id, person.TeamId, tally.UnitsOf(i), amounts[i]))]);
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
            Total = totals.Aggregate(Money.Zero(campaign.PerUnit.Currency), (sum, one) => sum + one.Amount),
        };
    }

    private static StageStandings Stage(Campaign campaign, int place, CampaignPerson[] people, CampaignTally tally, LocalDate day, Money[] amounts)
    {
        var stage = campaign.Stages[place];
        var order = Enumerable.Range(0, people.Length).OrderByDescending(i => tally.UnitsOf(i, place)).ThenBy(i => people[i].Id, StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<StageStanding>(people.Length);
        foreach (var i in order)
        {
            var units = tally.UnitsOf(i, place);
            var rank = rows.Count > 0 && rows[rows.Count - 1].Units == units ? rows[rows.Count - 1].Rank : rows.Count + 1;
            var isFirst = rank <= stage.Top && units > 0;
            var amount = campaign.PerUnit * Weighted(campaign.Combining, stage, units, isFirst);
            amounts[i] += amount;
            long? missing = stage.Target is { } target ? Math.Max(0L, target - units) : null;
            rows.Add(new StageStanding(people[i].Id, rank, units, missing, isFirst, amount, Why(stage, units, rank, missing, isFirst)));
        }

        var state = day < stage.From ? CampaignStageState.Coming : day <= stage.Until ? CampaignStageState.Running : CampaignStageState.Ended;
        return new StageStandings(stage, state, rows.MoveToImmutable());
    }

    /// <summary>Returns how many times the amount of one set is paid.</summary>
    private static long Weighted(CampaignCombining combining, CampaignStage stage, long units, bool isFirst)
    {
        var added = stage.Target is { } target && units >= target
            ? (stage.Factor - 1) * (stage.Counting == CampaignCounting.Whole ? units : units - target)
            : 0L;
        if (!isFirst)
            return units + added;
        return combining == CampaignCombining.Multiply
            ? (units + added) * stage.TopFactor
            : units + Math.Max(added, (stage.TopFactor - 1) * units);
    }

    private static Evidence Why(CampaignStage stage, long units, int rank, long? missing, bool isFirst)
    {
        var children = ImmutableArray.CreateBuilder<Evidence>();
        if (stage.Target is { } target)
        {
            children.Add(new Evidence(EvidenceCodes.CampaignTarget, missing == 0 ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
            {
                RuleId = stage.Id,
                Actual = EvidenceValue.Of((decimal)units),
                Operator = ">=",
                Required = EvidenceValue.Of((decimal)target),
                Distance = missing is > 0 ? EvidenceValue.Of((decimal)missing.Value) : null,
            });
        }

        if (stage.Top is { } top)
        {
            children.Add(new Evidence(EvidenceCodes.CampaignPlace, isFirst ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
            {
                RuleId = stage.Id,
                Actual = EvidenceValue.Of((decimal)rank),
                Operator = "<=",
                Required = EvidenceValue.Of((decimal)top),
                Distance = rank > top ? EvidenceValue.Of((decimal)(rank - top)) : null,
            });
        }

        return new Evidence(EvidenceCodes.CampaignStage) { RuleId = stage.Id, Actual = EvidenceValue.Of((decimal)units), Children = children.ToImmutable() };
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
