using System.Collections.Immutable;

using NodaTime;

using StoreOps.Domain.Monetary;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Campaigns;

/// <summary>A stage of a campaign that was paid: places, rewards and amounts stay as they are, whatever is told of it later.</summary>
/// <remarks>A value of numbers and texts that the host keeps and hands over again; made by <see cref="CampaignStandings.Freeze"/>.</remarks>
/// <param name="CampaignId">The campaign.</param>
/// <param name="StageId">The stage.</param>
/// <param name="Day">The day on which it was frozen.</param>
/// <param name="PerUnit">What was paid for one set.</param>
/// <param name="Combining">How several rewards went together.</param>
/// <param name="People">Everybody, in the order of the places.</param>
/// <param name="Pack">The pack that decided; null for none.</param>
public sealed record FrozenStage(
    string CampaignId, string StageId, LocalDate Day, Money PerUnit, CampaignCombining Combining, ImmutableArray<FrozenStanding> People, PackStamp? Pack);

/// <summary>How somebody stood in a stage when it was frozen.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="TeamId">The team; null for none.</param>
/// <param name="Rank">The place.</param>
/// <param name="Units">The sets.</param>
/// <param name="Amount">What was paid.</param>
/// <param name="Rewards">What the person had beyond the amount for every set.</param>
public sealed record FrozenStanding(string PersonId, string? TeamId, int Rank, long Units, Money Amount, ImmutableArray<HeldReward> Rewards);

/// <summary>A reward that somebody has.</summary>
/// <param name="Factor">How many times the amount of a set is paid.</param>
/// <param name="Above">Only the sets above this are paid more; null for all.</param>
public readonly record struct HeldReward(int Factor, long? Above);

/// <summary>What changed of a stage after it was frozen: to be paid or taken back beside it, not in it.</summary>
/// <param name="StageId">The stage.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Units">The sets told of since; negative where more were given back. 0 for somebody whose place others have changed.</param>
/// <param name="Amount">What they are worth at what the person was paid: with the places and rewards of the day of freezing.</param>
/// <param name="IfWorkedOutAgain">What would change if the stage were worked out again instead. Who would lose by it has less here than in <paramref name="Amount"/>.</param>
public sealed record CampaignAdjustment(string StageId, string PersonId, long Units, Money Amount, Money IfWorkedOutAgain);
