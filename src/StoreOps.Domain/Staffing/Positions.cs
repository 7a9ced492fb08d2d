namespace StoreOps.Domain.Staffing;

/// <summary>The positions that shops commonly have. A host may use its own beside them.</summary>
public static class Positions
{
    /// <summary>The service advisor, who receives cars and sells.</summary>
    public const string Advisor = "advisor";

    /// <summary>The technician, who does the work.</summary>
    public const string Technician = "technician";

    /// <summary>The shop's manager.</summary>
    public const string Manager = "manager";
}
