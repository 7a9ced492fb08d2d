using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Packs;

/// <summary>A condition of a rule pack and whose it is.</summary>
/// <param name="Section">The section, for example "promotions", or "expressions".</param>
/// <param name="Id">The id of the rule, or the name of the expression.</param>
/// <param name="When">The condition.</param>
public sealed record PackCondition(string Section, string Id, Condition When);
