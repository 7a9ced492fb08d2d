namespace StoreOps.Domain.Maintenance;

/// <summary>A rule as it holds for one vehicle.</summary>
/// <param name="Limits">The limits, severe use and market applied.</param>
/// <param name="Anchor">From where the next interval is counted.</param>
/// <param name="Replacement">The place of the rule that replaces the same component; -1 when there is none.</param>
/// <param name="Fixed">Why nothing is counted; none when something is.</param>
/// <param name="FixedStatus">The status when nothing is counted.</param>
/// <param name="More">What few rules have; null for most, so that the usual rule stays small.</param>
internal readonly record struct ResolvedRule(
    ServiceLimits Limits,
    IntervalAnchor Anchor,
    int Replacement,
    PlanReason Fixed,
    MaintenanceStatus FixedStatus,
    RuleFeatures? More = null);
