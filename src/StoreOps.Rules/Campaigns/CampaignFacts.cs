using StoreOps.Rules.Expressions;
using StoreOps.Rules.Packs;

namespace StoreOps.Rules.Campaigns;

/// <summary>The facts that the condition of a campaign's reward may ask about. Those of a team are not known of a person without one.</summary>
public static class CampaignFacts
{
    /// <summary>The sets that the person sold in the stage, less those given back.</summary>
    public const string PersonUnits = "person.units";

    /// <summary>The person's place in the stage, from 1.</summary>
    public const string PersonRank = "person.rank";

    /// <summary>Whether the person's own target of the stage is reached; not known where there is none.</summary>
    public const string PersonTargetReached = "person.targetReached";

    /// <summary>The sets that the person sold in the stages before this one.</summary>
    public const string PersonUnitsBefore = "person.unitsBefore";

    /// <summary>The sets that the team sold in the stage.</summary>
    public const string TeamUnits = "team.units";

    /// <summary>The team's place in the stage, from 1.</summary>
    public const string TeamRank = "team.rank";

    /// <summary>How many people of the team take part.</summary>
    public const string TeamSize = "team.size";

    /// <summary>Whether the team's target of the stage is reached; not known where there is none.</summary>
    public const string TeamTargetReached = "team.targetReached";

    /// <summary>Gets the declarations, with what each fact means.</summary>
    public static FactSchema Schema { get; } = new([
        StandardFacts.Fact(PersonUnits, CelType.Int, CelValue.Of(23)),
        StandardFacts.Fact(PersonRank, CelType.Int, CelValue.Of(4)),
        StandardFacts.Fact(PersonTargetReached, CelType.Bool, CelValue.Of(true)),
        StandardFacts.Fact(PersonUnitsBefore, CelType.Int, CelValue.Of(31)),
        StandardFacts.Fact(TeamUnits, CelType.Int, CelValue.Of(180)),
        StandardFacts.Fact(TeamRank, CelType.Int, CelValue.Of(1)),
        StandardFacts.Fact(TeamSize, CelType.Int, CelValue.Of(8)),
        StandardFacts.Fact(TeamTargetReached, CelType.Bool, CelValue.Of(true)),
    ]);
}
