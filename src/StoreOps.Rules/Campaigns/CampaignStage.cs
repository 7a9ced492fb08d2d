using System.Collections.Immutable;

using NodaTime;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Campaigns;

/// <summary>Some days of a campaign with targets and rewards of their own.</summary>
public sealed record CampaignStage
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the first day, at the shop.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last day, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Gets how many sets one person has to sell in the stage.</summary>
    /// <value>Null for no target.</value>
    public int? Target { get; init; }

    /// <summary>Gets how many sets a team has to sell in the stage.</summary>
    /// <value>Null for no target.</value>
    public int? TeamTarget { get; init; }

    /// <summary>Gets what is paid beyond the amount for every set.</summary>
    /// <value>Empty for nothing.</value>
    public ImmutableArray<CampaignReward> Rewards { get; init; } = [];
}

/// <summary>More for some people in a stage of a campaign. Everything that it asks for must hold.</summary>
public sealed record CampaignReward
{
    /// <summary>Gets whose target has to be reached.</summary>
    /// <value>Null where none is asked for.</value>
    public CampaignGoal? Reached { get; init; }

    /// <summary>Gets how many of the first people have it.</summary>
    /// <value>Null where the place does not count. Who shares the last of these places has it too; nobody who has sold nothing.</value>
    public int? Places { get; init; }

    /// <summary>Gets the people of how many of the first teams have it.</summary>
    /// <value>Null where the place does not count. Teams that share the last of these places have it too; none that has sold nothing.</value>
    public int? TeamPlaces { get; init; }

    /// <summary>Gets a value indicating whether the team has to have sold more than the one it is set against.</summary>
    /// <value>With equal numbers neither has. A person of a team in no pair does not have it.</value>
    public bool WinsPair { get; init; }

    /// <summary>Gets a condition over <see cref="CampaignFacts"/>.</summary>
    /// <value>Null for none.</value>
    public Condition? When { get; init; }

    /// <summary>Gets how many times the amount of a set is paid.</summary>
    /// <value>The default is 2: doubled.</value>
    public int Factor { get; init; } = 2;

    /// <summary>Gets which sets are paid more.</summary>
    public CampaignCounting Counting { get; init; }
}

/// <summary>Whose target a reward asks for.</summary>
public enum CampaignGoal
{
    /// <summary>The person's own.</summary>
    Target = 0,

    /// <summary>That of the person's team.</summary>
    TeamTarget = 1,
}

/// <summary>Which sets are paid more once a target is reached.</summary>
public enum CampaignCounting
{
    /// <summary>All sets of the stage, from the first: "doubled" as it is usually meant. The default.</summary>
    Whole = 0,

    /// <summary>Only the person's sets above the person's own target.</summary>
    Above = 1,
}
