namespace StoreOps.Rules.Explanations;

/// <summary>The kinds of step that explanations consist of. A code never changes its meaning and is never used again for another.</summary>
public static class EvidenceCodes
{
    /// <summary>A fact was compared with a value.</summary>
    public const string Comparison = "comparison";

    /// <summary>All steps below have to be met.</summary>
    public const string And = "and";

    /// <summary>One of the steps below has to be met.</summary>
    public const string Or = "or";

    /// <summary>The step below must not be met.</summary>
    public const string Not = "not";

    /// <summary>A value written in the rule.</summary>
    public const string Constant = "constant";

    /// <summary>A condition that the pack gives a name.</summary>
    public const string NamedCondition = "named-condition";

    /// <summary>A part of an expression that is no comparison, with its value; the subject is the part as written.</summary>
    public const string Expression = "expression";

    /// <summary>A part of an expression failed: what went wrong, and as what was asked for the place in the source.</summary>
    public const string ExpressionError = "expression-error";

    // Lifecycle: codes of the customer's state.

    /// <summary>The lifecycle state that was concluded; the steps below are its inputs.</summary>
    public const string LifecycleState = "lifecycle-state";

    /// <summary>The best state of several vehicles; one step below for each vehicle.</summary>
    public const string LifecycleCombined = "lifecycle-combined";

    /// <summary>How many distinct days count as visits.</summary>
    public const string LifecycleVisits = "lifecycle-visits";

    /// <summary>How many visits do not count because of their kind.</summary>
    public const string LifecycleVisitsNotCounted = "lifecycle-visits-not-counted";

    /// <summary>How many visits lie after the day asked about and were ignored.</summary>
    public const string LifecycleVisitsFromFuture = "lifecycle-visits-from-future";

    /// <summary>The customer's own interval in days; the subject says from what: "mean", "median", "prior" or "unknown".</summary>
    public const string LifecycleInterval = "lifecycle-interval";

    /// <summary>The interval expected before any habit is known, in days; the subject is "plan" or "shop".</summary>
    public const string LifecyclePrior = "lifecycle-prior";

    /// <summary>The days since the last visit.</summary>
    public const string LifecycleIdleDays = "lifecycle-idle-days";

    /// <summary>The days since the last visit over the own interval, against the cut that decided.</summary>
    public const string LifecycleRatio = "lifecycle-ratio";

    /// <summary>The customer refused contact.</summary>
    public const string LifecycleOptedOut = "lifecycle-opted-out";

    /// <summary>The vehicle was scrapped, sold or moved away.</summary>
    public const string LifecycleVehicleGone = "lifecycle-vehicle-gone";

    /// <summary>The day on which the state will change without a visit; the subject is the state after it.</summary>
    public const string LifecycleNextTransition = "lifecycle-next-transition";

    // Commissions: codes of who earns what.

    /// <summary>What a whole preview pays; one step below for each plan.</summary>
    public const string CommissionTotal = "commission-total";

    /// <summary>A commission plan and the lines it looked at.</summary>
    public const string CommissionPlan = "commission-plan";

    /// <summary>The day lies outside the plan's first and last day.</summary>
    public const string CommissionPlanNotInForce = "commission-plan-not-in-force";

    /// <summary>What a line pays under a rule, all credited employees together.</summary>
    public const string CommissionLine = "commission-line";

    /// <summary>A rule was passed over because its condition does not hold or is not known.</summary>
    public const string CommissionRulePassed = "commission-rule-passed";

    /// <summary>No rule of the plan is about the line.</summary>
    public const string CommissionNoRule = "commission-no-rule";

    /// <summary>Nobody is credited with the line in the plan's role.</summary>
    public const string CommissionNoCredit = "commission-no-credit";

    /// <summary>A rule pays by time, and the line's time is not known.</summary>
    public const string CommissionNoLaborTime = "commission-no-labor-time";

    /// <summary>What the commission is counted on: a quantity, an amount or minutes; the subject says which.</summary>
    public const string CommissionBasis = "commission-basis";

    /// <summary>An employee's share, with the weight and the sum of all weights.</summary>
    public const string CommissionShare = "commission-share";

    /// <summary>A share that is not paid: the employee is not known.</summary>
    public const string CommissionUnknownEmployee = "commission-unknown-employee";

    /// <summary>A share that is not paid: the employee has another position than the plan's.</summary>
    public const string CommissionOtherPosition = "commission-other-position";

    /// <summary>A share that is not paid: the employee is not active on the day.</summary>
    public const string CommissionNotActive = "commission-not-active";

    // Brands: codes of the choice of a part.

    /// <summary>The part that was chosen for a slot; the steps below are the rules and the candidates.</summary>
    public const string PartChoice = "part-choice";

    /// <summary>The brand rule whose preferences decided.</summary>
    public const string BrandPreference = "brand-preference";

    /// <summary>A brand rule whose forbidden brands hold.</summary>
    public const string BrandForbids = "brand-forbids";

    /// <summary>A brand rule that was passed over because its condition does not hold or is not known.</summary>
    public const string BrandRulePassed = "brand-rule-passed";

    /// <summary>A brand rule that a rule of a nearer scope overrides.</summary>
    public const string BrandRuleOverridden = "brand-rule-overridden";

    /// <summary>A brand rule that competes with another of the same scope; the one with the lower id decided.</summary>
    public const string BrandRuleConflict = "brand-rule-conflict";

    /// <summary>A part that can be chosen, with its place among the preferences.</summary>
    public const string PartOffered = "part-offered";

    /// <summary>A part that cannot be chosen; the operator says why.</summary>
    public const string PartRejected = "part-rejected";

    // Follow-ups: codes of when somebody is contacted.

    /// <summary>A follow-up plan; what was asked for is the first day that counts.</summary>
    public const string FollowUpPlan = "follow-up-plan";

    /// <summary>A task: the day it is counted from, and how many days before.</summary>
    public const string FollowUpTask = "follow-up-task";

    /// <summary>A task that was dropped: its day is past.</summary>
    public const string FollowUpPast = "follow-up-past";

    /// <summary>Nothing is planned: the customer refused contact.</summary>
    public const string FollowUpOptedOut = "follow-up-opted-out";

    /// <summary>The customer does not hold the coupon.</summary>
    public const string CouponNotHeld = "coupon-not-held";

    /// <summary>The day lies before or after the period of the rule.</summary>
    public const string OutOfPeriod = "out-of-period";

    /// <summary>The condition of the rule is not met, or not known to be.</summary>
    public const string ConditionNotMet = "condition-not-met";

    /// <summary>Nothing is known that the condition could be held against.</summary>
    public const string FactsMissing = "facts-missing";

    /// <summary>The amount was compared with the least amount of the rule.</summary>
    public const string Minimum = "minimum";

    /// <summary>No line of the order is what the rule is about, or nothing is left to pay on them.</summary>
    public const string NoLines = "no-lines";

    /// <summary>Another rule of the same group comes first.</summary>
    public const string AnotherComesFirst = "another-comes-first";

    /// <summary>It may not be combined with a rule that was chosen.</summary>
    public const string NotCombinable = "not-combinable";

    /// <summary>A combination without it is at least as good for the customer.</summary>
    public const string NotInBestCombination = "not-in-best-combination";

    /// <summary>More rules were eligible than combinations are searched for.</summary>
    public const string TooManyCandidates = "too-many-candidates";

    /// <summary>The rule takes something off.</summary>
    public const string DiscountApplied = "discount-applied";

    /// <summary>A use of a package covers lines.</summary>
    public const string PackageUsed = "package-used";

    /// <summary>A package of the customer covers nothing on this order.</summary>
    public const string PackageNotUsable = "package-not-usable";

    /// <summary>How many uses of a package are left.</summary>
    public const string PackageUses = "package-uses";

    /// <summary>Until when a package may be used.</summary>
    public const string PackageValidUntil = "package-valid-until";

    // Tags: codes of what a customer carries and where they belong.

    /// <summary>A tag of the pack and whether the customer carries it.</summary>
    public const string Tag = "tag";

    /// <summary>A segment of the pack and whether the customer is in it.</summary>
    public const string Segment = "segment";

    // Campaigns: codes of what a stage pays.

    /// <summary>What somebody sold in a stage of a campaign.</summary>
    public const string CampaignStage = "campaign-stage";

    /// <summary>Whether the target of a stage is reached.</summary>
    public const string CampaignTarget = "campaign-target";

    /// <summary>Whether somebody is among the first of a stage.</summary>
    public const string CampaignPlace = "campaign-place";

    /// <summary>Whether the team's target of a stage is reached.</summary>
    public const string CampaignTeamTarget = "campaign-team-target";

    /// <summary>Whether the team is among the first of a stage.</summary>
    public const string CampaignTeamPlace = "campaign-team-place";

    /// <summary>Whether the team has sold more than the one it is set against.</summary>
    public const string CampaignPair = "campaign-pair";

    /// <summary>A reward of a stage that asks for several things.</summary>
    public const string CampaignReward = "campaign-reward";

    /// <summary>A stage that was frozen: what was paid stays.</summary>
    public const string CampaignFrozen = "campaign-frozen";
}
