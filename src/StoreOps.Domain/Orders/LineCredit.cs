namespace StoreOps.Domain.Orders;

/// <summary>An employee's part in a line.</summary>
/// <param name="EmployeeId">The employee.</param>
/// <param name="Role">For what.</param>
/// <param name="Weight">The employee's weight among all credited in the same role; above zero. Two with weight 1 share half and half.</param>
public sealed record LineCredit(string EmployeeId, CreditRole Role, int Weight = 1);
