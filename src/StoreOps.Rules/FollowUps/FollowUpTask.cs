using NodaTime;

using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.FollowUps;

/// <summary>One contact to make.</summary>
/// <param name="RuleId">The rule that asks for it.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="SubjectId">The maintenance item or benefit; for the lifecycle, the customer.</param>
/// <param name="Date">The day to make it, at the shop; never before the day of planning.</param>
/// <param name="Anchor">The day it is counted from.</param>
/// <param name="Evidence">Why.</param>
public sealed record FollowUpTask(
    string RuleId, FollowUpTopic Topic, string SubjectId, LocalDate Date, LocalDate Anchor, Evidence Evidence);
