using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Commissions;

/// <summary>A share of a line's commission that nobody gets: it is not given to the others.</summary>
/// <param name="EmployeeId">The employee credited.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="RuleId">The rule of the plan.</param>
/// <param name="LineId">The line.</param>
/// <param name="Amount">The share, zero or above.</param>
/// <param name="Reason">Why it is not paid.</param>
/// <param name="Evidence">Why, with the values.</param>
public sealed record UnpaidShare(
    string EmployeeId, string PlanId, string RuleId, string LineId, Money Amount, UnpaidReason Reason, Evidence Evidence);

/// <summary>Why a share of a commission is not paid.</summary>
public enum UnpaidReason
{
    /// <summary>The employee is not known. The default.</summary>
    UnknownEmployee = 0,

    /// <summary>The employee never has the plan's position.</summary>
    OtherPosition = 1,

    /// <summary>The employee has the plan's position, but not on that day.</summary>
    NotActive = 2,
}
