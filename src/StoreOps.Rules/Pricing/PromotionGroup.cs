namespace StoreOps.Rules.Pricing;

/// <summary>Promotions that compete with one another, at one place in the order of application.</summary>
/// <param name="Id">The group's id, unique in the pack, kebab-case.</param>
/// <param name="StageId">The stage it belongs to.</param>
/// <param name="Mode">How its promotions compete.</param>
/// <param name="AtMost">How many of them may apply in mode <see cref="GroupMode.Stack"/>; above zero.</param>
public sealed record PromotionGroup(string Id, string StageId, GroupMode Mode, int AtMost);
