using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Campaigns;

/// <summary>How a campaign stands at the end of a day.</summary>
public sealed record CampaignStandings
{
    internal CampaignStandings()
    {
    }

    /// <summary>Gets the campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>Gets the day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Gets the stages, each with everybody who takes part.</summary>
    public required ImmutableArray<StageStandings> Stages { get; init; }

    /// <summary>Gets everybody over all stages: the most sets first, of equal ones by id.</summary>
    public required ImmutableArray<CampaignTotal> People { get; init; }

    /// <summary>Gets the teams over all stages: the most sets first, of equal ones by id.</summary>
    public required ImmutableArray<CampaignTotal> Teams { get; init; }

    /// <summary>Gets the sales that count for nobody.</summary>
    public required ImmutableArray<UncountedSale> Uncounted { get; init; }

    /// <summary>Gets what has changed of stages that were frozen, by stage and person.</summary>
    public required ImmutableArray<CampaignAdjustment> Adjustments { get; init; }

    /// <summary>Gets the amount over all people, adjustments included.</summary>
    public required Money Total { get; init; }

    /// <summary>Returns the first.</summary>
    /// <param name="count">How many, from 0; null for as many as the <see cref="CampaignBoard"/> of the campaign says.</param>
    /// <returns>At most so many, the first first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ImmutableArray<CampaignTotal> First(int? count = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count ?? 0, nameof(count));
        return [.. People.Take(count ?? Campaign.Board.Praised)];
    }

    /// <summary>Returns the last, for who manages them.</summary>
    /// <param name="count">How many, from 0; null for as many as the <see cref="CampaignBoard"/> of the campaign says.</param>
    /// <returns>At most so many, the last first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ImmutableArray<CampaignTotal> Last(int? count = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count ?? 0, nameof(count));
        return [.. People.Reverse().Take(count ?? Campaign.Board.Shown)];
    }

    /// <summary>Freezes a stage that is over: what it pays is then settled.</summary>
    /// <param name="stageId">The stage.</param>
    /// <returns>What the host keeps, and hands over with later questions.</returns>
    /// <exception cref="ArgumentException">The campaign has no such stage.</exception>
    /// <exception cref="InvalidOperationException">The stage is not over, or was frozen before.</exception>
    public FrozenStage Freeze(string stageId)
    {
        var stage = Stages.FirstOrDefault(one => one.Stage.Id == stageId)
            ?? throw new ArgumentException("The campaign has no stage \"" + stageId + "\".", nameof(stageId));
        if (stage.State != CampaignStageState.Ended)
            throw new InvalidOperationException("A stage is frozen once, after its last day; \"" + stageId + "\" is " + stage.State + " on " + Day + ".");
        return new FrozenStage(
            Campaign.Id,
            stageId,
            Day,
            Campaign.PerUnit,
            Campaign.Combining,
            [.. stage.People.Select(row => new FrozenStanding(row.PersonId, row.TeamId, row.Rank, row.Units, row.Amount, row.Rewards))],
            Campaign.Pack);
    }
}

/// <summary>How a stage stands.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="State">Whether it has begun and ended.</param>
/// <param name="People">Everybody: the most sets first, of equal ones by id.</param>
/// <param name="Teams">The teams: the most sets first, of equal ones by id. Of a frozen stage as they stand now.</param>
public sealed record StageStandings(CampaignStage Stage, CampaignStageState State, ImmutableArray<StageStanding> People, ImmutableArray<TeamStanding> Teams);

/// <summary>Whether a stage has begun and ended.</summary>
public enum CampaignStageState
{
    /// <summary>It begins on a later day.</summary>
    Coming = 0,

    /// <summary>It goes on: places and amounts may still change. Its last day belongs to it.</summary>
    Running = 1,

    /// <summary>It is over.</summary>
    Ended = 2,

    /// <summary>It was paid: places and amounts stay, and what is told of it since is an adjustment.</summary>
    Frozen = 3,
}

/// <summary>How somebody stands in a stage.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Rank">The place from 1; who has sold the same number shares a place, and the next ones are skipped.</param>
/// <param name="Units">The sets sold in the stage, less those given back.</param>
/// <param name="UnitsToTarget">How many sets are missing; 0 where the target is reached, null where there is none.</param>
/// <param name="IsFirst">Whether the place is one of those that are paid more.</param>
/// <param name="Amount">What the stage pays; negative where more was given back than sold.</param>
/// <param name="Evidence">Why.</param>
public sealed record StageStanding(string PersonId, int Rank, long Units, long? UnitsToTarget, bool IsFirst, Money Amount, Evidence Evidence)
{
    /// <summary>Gets the team of the person; null for none.</summary>
    public string? TeamId { get; init; }

    /// <summary>Gets what the person has beyond the amount for every set.</summary>
    public ImmutableArray<HeldReward> Rewards { get; init; } = [];
}

/// <summary>How a team stands in a stage.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Rank">The place from 1; teams that have sold the same number share a place, and the next ones are skipped.</param>
/// <param name="Units">The sets of its people, less those given back.</param>
/// <param name="UnitsToTarget">How many sets are missing to the team's target; 0 where it is reached, null where there is none.</param>
/// <param name="Size">How many of its people take part.</param>
public sealed record TeamStanding(string TeamId, int Rank, long Units, long? UnitsToTarget, int Size);

/// <summary>What a person or a team has over all stages.</summary>
/// <param name="Id">The person or the team.</param>
/// <param name="TeamId">The team of a person; null for a team, and for a person without.</param>
/// <param name="Rank">The place from 1; who has sold the same number shares a place, and the next ones are skipped.</param>
/// <param name="Units">The sets sold, less those given back.</param>
/// <param name="Amount">The sum over the stages.</param>
public sealed record CampaignTotal(string Id, string? TeamId, int Rank, long Units, Money Amount);
