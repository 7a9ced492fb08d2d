using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;
using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Campaigns;

/// <summary>Works out one stage of a campaign from the sets that were counted.</summary>
internal sealed class StageCalculator
{
    private readonly Campaign _campaign;
    private readonly int _place;
    private readonly CampaignPerson[] _people;
    private readonly CampaignTally _tally;
    private readonly Dictionary<string, TeamStanding> _teams = new(StringComparer.Ordinal);
    private readonly FactSet _facts = new(CampaignFacts.Schema);

    private StageCalculator(Campaign campaign, int place, CampaignPerson[] people, CampaignTally tally) =>
        (_campaign, _place, _people, _tally) = (campaign, place, people, tally);

    private CampaignStage Stage => _campaign.Stages[_place];

    public static StageStandings Work(Campaign campaign, int place, CampaignPerson[] people, CampaignTally tally, LocalDate day)
    {
        var calculator = new StageCalculator(campaign, place, people, tally);
        var teams = calculator.Teams();
        var rows = calculator.People();
        var stage = campaign.Stages[place];
        var state = day < stage.From ? CampaignStageState.Coming : day <= stage.Until ? CampaignStageState.Running : CampaignStageState.Ended;
        return new StageStandings(stage, state, rows, teams);
    }

    /// <summary>Returns what is paid for some sets with some rewards.</summary>
    public static Money Pay(Money perUnit, CampaignCombining combining, long units, ImmutableArray<HeldReward> rewards)
    {
        // What was given back is taken back once, not doubled.
        if (units <= 0)
            return perUnit * units;
        var (most, sum, product) = (0L, 0L, 1L);
        foreach (var reward in rewards)
        {
            var added = (reward.Factor - 1) * (reward.Above is { } above ? Math.Max(0L, units - above) : units);
            most = Math.Max(most, added);
            if (reward.Above is not null)
                sum += added;
            else
                product *= reward.Factor;
        }

        return perUnit * (combining == CampaignCombining.Multiply ? (units + sum) * product : units + most);
    }

    private ImmutableArray<TeamStanding> Teams()
    {
        var counted = Enumerable.Range(0, _people.Length).Where(i => _people[i].TeamId is not null).GroupBy(i => _people[i].TeamId!, StringComparer.Ordinal)
            .Select(team => (Id: team.Key, Units: team.Sum(i => _tally.UnitsOf(i, _place)), Size: team.Count()));
        var teams = ImmutableArray.CreateBuilder<TeamStanding>();
        foreach (var (id, units, size) in counted.OrderByDescending(team => team.Units).ThenBy(team => team.Id, StringComparer.Ordinal))
        {
            var rank = teams.Count > 0 && teams[teams.Count - 1].Units == units ? teams[teams.Count - 1].Rank : teams.Count + 1;
            teams.Add(new TeamStanding(id, rank, units, Stage.TeamTarget is { } target ? Math.Max(0L, target - units) : null, size));
            _teams.Add(id, teams[teams.Count - 1]);
        }

        return teams.ToImmutable();
    }

    private ImmutableArray<StageStanding> People()
    {
        var order = Enumerable.Range(0, _people.Length).OrderByDescending(i => _tally.UnitsOf(i, _place)).ThenBy(i => _people[i].Id, StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<StageStanding>(_people.Length);
        foreach (var i in order)
        {
            var units = _tally.UnitsOf(i, _place);
            var rank = rows.Count > 0 && rows[rows.Count - 1].Units == units ? rows[rows.Count - 1].Rank : rows.Count + 1;
            rows.Add(Row(i, units, rank));
        }

        return rows.MoveToImmutable();
    }

    private StageStanding Row(int person, long units, int rank)
    {
        var team = _people[person].TeamId is { } id ? _teams[id] : null;
        long? missing = Stage.Target is { } target ? Math.Max(0L, target - units) : null;
        var children = ImmutableArray.CreateBuilder<Evidence>(Stage.Rewards.Length);
        var held = ImmutableArray.CreateBuilder<HeldReward>();
        var isFirst = false;
        Fill(person, units, rank, missing, team);
        foreach (var reward in Stage.Rewards)
        {
            var asked = Asked(reward, units, rank, missing, team);
            var isHeld = asked.TrueForAll(one => one.Outcome == EvidenceOutcome.Met);
            children.Add(asked.Count == 1
                ? asked[0]
                : new Evidence(EvidenceCodes.CampaignReward, isHeld ? EvidenceOutcome.Met : EvidenceOutcome.NotMet) { RuleId = Stage.Id, Children = [.. asked] });
            isFirst |= reward.Places is { } places && rank <= places && units > 0;
            if (isHeld)
                held.Add(new HeldReward(reward.Factor, reward.Counting == CampaignCounting.Above ? Stage.Target : null));
        }

        var rewards = held.ToImmutable();
        var why = new Evidence(EvidenceCodes.CampaignStage) { RuleId = Stage.Id, Actual = EvidenceValue.Of((decimal)units), Children = children.ToImmutable() };
        return new StageStanding(_people[person].Id, rank, units, missing, isFirst, Pay(_campaign.PerUnit, _campaign.Combining, units, rewards), why)
        {
            TeamId = team?.TeamId,
            Rewards = rewards,
        };
    }

    private void Fill(int person, long units, int rank, long? missing, TeamStanding? team)
    {
        if (Stage.Rewards.All(reward => reward.When is null))
            return;
        var before = 0L;
        for (var stage = 0; stage < _place; stage++)
            before += _tally.UnitsOf(person, stage);
        _facts.Set(CampaignFacts.PersonUnits, CelValue.Of(units));
        _facts.Set(CampaignFacts.PersonRank, CelValue.Of((long)rank));
        _facts.Set(CampaignFacts.PersonTargetReached, missing is { } own ? CelValue.Of(own == 0) : CelValue.Unknown);
        _facts.Set(CampaignFacts.PersonUnitsBefore, CelValue.Of(before));
        _facts.Set(CampaignFacts.TeamUnits, team is null ? CelValue.Unknown : CelValue.Of(team.Units));
        _facts.Set(CampaignFacts.TeamRank, team is null ? CelValue.Unknown : CelValue.Of((long)team.Rank));
        _facts.Set(CampaignFacts.TeamSize, team is null ? CelValue.Unknown : CelValue.Of((long)team.Size));
        _facts.Set(CampaignFacts.TeamTargetReached, team?.UnitsToTarget is { } all ? CelValue.Of(all == 0) : CelValue.Unknown);
    }

    /// <summary>Returns what a reward asks for, and how it stands.</summary>
    private List<Evidence> Asked(CampaignReward reward, long units, int rank, long? missing, TeamStanding? team)
    {
        var asked = new List<Evidence>();
        if (reward.Reached == CampaignGoal.Target)
            asked.Add(AtLeast(EvidenceCodes.CampaignTarget, units, Stage.Target, missing, null));
        if (reward.Reached == CampaignGoal.TeamTarget)
            asked.Add(AtLeast(EvidenceCodes.CampaignTeamTarget, team?.Units, Stage.TeamTarget, team?.UnitsToTarget, team?.TeamId));
        if (reward.Places is { } places)
            asked.Add(AtMost(EvidenceCodes.CampaignPlace, rank, places, units > 0, null));
        if (reward.TeamPlaces is { } teamPlaces)
            asked.Add(AtMost(EvidenceCodes.CampaignTeamPlace, team?.Rank, teamPlaces, team?.Units > 0, team?.TeamId));
        if (reward.WinsPair)
            asked.Add(Against(team));
        if (reward.When is { } when)
            asked.Add(when.Explain(_facts));
        return asked;
    }

    private Evidence AtLeast(string code, long? units, int? target, long? missing, string? subject) =>
        new(code, missing == 0 ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
        {
            RuleId = Stage.Id,
            Subject = subject,
            Actual = units is { } sold ? EvidenceValue.Of((decimal)sold) : null,
            Operator = ">=",
            Required = target is { } needed ? EvidenceValue.Of((decimal)needed) : null,
            Distance = missing is > 0 ? EvidenceValue.Of((decimal)missing.Value) : null,
        };

    private Evidence AtMost(string code, int? rank, int places, bool hasSold, string? subject) =>
        new(code, rank <= places && hasSold ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
        {
            RuleId = Stage.Id,
            Subject = subject,
            Actual = rank is { } place ? EvidenceValue.Of((decimal)place) : null,
            Operator = "<=",
            Required = EvidenceValue.Of((decimal)places),
            Distance = rank > places ? EvidenceValue.Of((decimal)(rank.Value - places)) : null,
        };

    private Evidence Against(TeamStanding? team)
    {
        var pair = _campaign.Pairs.FirstOrDefault(one => one.First == team?.TeamId || one.Second == team?.TeamId);
        var other = pair is null ? null : pair.First == team?.TeamId ? pair.Second : pair.First;
        // A team without people sells nothing.
        var against = other is null ? (long?)null : _teams.TryGetValue(other, out var known) ? known.Units : 0L;
        return new Evidence(EvidenceCodes.CampaignPair, team is not null && team.Units > against ? EvidenceOutcome.Met : EvidenceOutcome.NotMet)
        {
            RuleId = Stage.Id,
            Subject = other,
            Actual = team is null ? null : EvidenceValue.Of((decimal)team.Units),
            Operator = ">",
            Required = against is { } sold ? EvidenceValue.Of((decimal)sold) : null,
            Distance = team is not null && against >= team.Units ? EvidenceValue.Of((decimal)(against.Value - team.Units + 1)) : null,
        };
    }
}
