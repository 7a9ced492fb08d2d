namespace StoreOps.Domain.Maintenance;

/// <summary>How a piece of work comes to a visit.</summary>
public enum ScopedWorkKind
{
    /// <summary>It was asked for, or is due. The default.</summary>
    Asked = 0,

    /// <summary>Other work of the visit cannot be done without it.</summary>
    Required = 1,

    /// <summary>Other work of the visit contains it: it is done and is no line of its own.</summary>
    Included = 2,

    /// <summary>Other work of the visit makes it unnecessary.</summary>
    Suppressed = 3,

    /// <summary>Better done on the same visit, if the customer agrees.</summary>
    Suggested = 4,

    /// <summary>It must not be done on the same visit as other work: one of the two has to move.</summary>
    Conflicting = 5,
}
