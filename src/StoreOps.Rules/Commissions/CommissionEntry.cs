using StoreOps.Domain.Monetary;
using StoreOps.Rules.Explanations;

namespace StoreOps.Rules.Commissions;

/// <summary>What one employee earns from one line under one plan.</summary>
/// <param name="EmployeeId">The employee.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="RuleId">The rule of the plan.</param>
/// <param name="LineId">The line.</param>
/// <param name="Amount">The amount, zero or above.</param>
/// <param name="Evidence">Why.</param>
public sealed record CommissionEntry(string EmployeeId, string PlanId, string RuleId, string LineId, Money Amount, Evidence Evidence);
